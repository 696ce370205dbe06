import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../../db/database.ts'
import { conflict, Refusal } from '../../problems/problem.ts'
import { columnOf, type LayerDefinition, tableOf } from '../definition.ts'
import { layers } from '../registry.ts'
import type { LayerTables } from '../tables.ts'
import { createChangeSet } from './create.ts'
import { takeChangeSet } from './state.ts'

/**
 * A new draft that takes an applied set back: what it made is retired or given its former state, what it ended stands again
 * under its old id. It is checked and applied like any other, so a feature that moved since is a named conflict.
 */
export async function revertChangeSet(
  trx: Trx,
  id: string,
  answer: { by: string; now: Date; title: string; caseIds?: readonly string[]; reason?: string },
): Promise<string> {
  const set = await takeChangeSet(trx, id, ['applied'])
  await refuseSecondRevert(trx, id)
  const revert = await createChangeSet(trx, { ...answer, caseIds: answer.caseIds ?? set.case_ids, reverts: id })
  let ordinal = 0
  for (const layer of layers) ordinal = await addOpposites(trx, layer, { id, revert, ordinal })
  return revert
}

async function refuseSecondRevert(trx: Trx, id: string): Promise<void> {
  const found = await trx
    .withTables<LayerTables>()
    .selectFrom('change_set')
    .select(['id', 'state'])
    .where('reverts', '=', id)
    .where('state', '<>', 'abandoned')
    .executeTakeFirst()
  if (found)
    throw new Refusal(
      conflict('layers.change-set.reverted-already', { changeSet: id, by: found.id, state: found.state }),
    )
}

type Answer = { id: string; revert: string; ordinal: number }

/** Read off the versions themselves: `made` by the set, `was` what the same feature had been until then. */
async function addOpposites(trx: Trx, layer: LayerDefinition, { id, revert, ordinal }: Answer): Promise<number> {
  const table = sql.table(tableOf(layer))
  const result = await sql`
    insert into change_item (change_set, ordinal, layer, kind, feature_id, base_version, attributes, geom)
    select ${revert}, ${ordinal}::int + row_number() over (order by feature_id), ${layer.name}, kind, feature_id, base_version, attributes, geom from (
      select case when was.id is null then 'retire' else 'modify' end as kind, made.id as feature_id, made.version as base_version,
        case when was.id is not null then ${attributesOf(layer, 'was')} end as attributes, was.geom
      from ${table} made left join ${table} was on was.id = made.id and was.version = made.version - 1 and was.ended_by = ${id}
      where made.made_by = ${id}
      union all
      select 'create', was.id, was.version, ${attributesOf(layer, 'was')}, was.geom
      from ${table} was where was.ended_by = ${id}
        and not exists (select 1 from ${table} made where made.id = was.id and made.version = was.version + 1 and made.made_by = ${id})) opposite`.execute(
    trx,
  )
  return ordinal + Number(result.numAffectedRows ?? 0)
}

/** A function takes at most 100 arguments: in portions of 40 fields. */
function attributesOf(layer: LayerDefinition, from: string): RawBuilder<unknown> {
  const portions: RawBuilder<unknown>[] = []
  for (let start = 0; start < layer.fields.length; start += 40) {
    const pairs = layer.fields
      .slice(start, start + 40)
      .map((field) => sql`${sql.lit(field.name)}, ${sql.ref(`${from}.${columnOf(field)}`)}`)
    portions.push(sql`jsonb_build_object(${sql.join(pairs)})`)
  }
  return sql.join(portions, sql` || `)
}
