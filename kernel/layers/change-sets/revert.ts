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

/**
 * Read off the versions themselves: what the set ended, and the version of the same feature it made of that, if any. Joins are
 * left out on purpose: freshly written rows are unknown to the planner, which then goes through them row by row.
 */
async function addOpposites(trx: Trx, layer: LayerDefinition, { id, revert, ordinal }: Answer): Promise<number> {
  const result = await sql`
    insert into change_item (change_set, ordinal, layer, kind, feature_id, base_version, attributes, geom)
    select ${revert}, ${ordinal}::int + row_number() over (order by id), ${layer.name},
      case when made then 'retire' when next is null then 'create' else 'modify' end, id, coalesce(next, version),
      case when not made then ${attributesOf(layer, 'touched')} end, case when not made then geom end
    from (select f.*, f.made_by = ${id} as made, lag(version) over family as previous, lead(version) over family as next
      from ${sql.table(tableOf(layer))} f where f.made_by = ${id} or f.ended_by = ${id}
      window family as (partition by id order by version)) touched
    where not (made and previous is not null)`.execute(trx)
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
