import { sql } from 'kysely'
import type { Trx } from '../../db/database.ts'
import { conflict, type Problem } from '../../problems/problem.ts'
import { columnOf, fieldOf, type LayerDefinition, tableOf } from '../definition.ts'
import { layerNamed } from '../registry.ts'
import { columnType } from '../table-sql.ts'

/**
 * Why a set could not be applied now: features that moved since the item was made (which, by which set, whose, when), features
 * another reserved set holds, and identifiers somebody else has taken.
 */
export async function conflictsOf(trx: Trx, changeSet: string, layers: readonly string[]): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const name of layers) {
    const layer = layerNamed(name)
    problems.push(...(await movedFeatures(trx, changeSet, layer)), ...(await takenIdentities(trx, changeSet, layer)))
  }
  return [...problems, ...(await heldFeatures(trx, changeSet))]
}

type Told = { feature: number; title: string | null; by: string | null; at: Date | null; cases: string[] | null }

const params = (layer: string, { feature, title, by, at, cases }: Told) => ({
  layer,
  feature,
  title: title ?? '',
  by: by ?? '',
  at: at?.toISOString() ?? '',
  cases: (cases ?? []).join(' '),
})

/** A restoring create stands on the last version of an ended feature, anything else on the current one. */
async function movedFeatures(trx: Trx, changeSet: string, layer: LayerDefinition): Promise<Problem[]> {
  const table = sql.table(tableOf(layer))
  const { rows } = await sql<Told>`
    select i.feature_id as feature, s.title, s.made_by as by, s.applied_at as at, s.case_ids as cases
    from change_item i
    left join lateral (select version, valid_to, made_by from ${table} where id = i.feature_id order by version desc limit 1) l on true
    left join ${table} b on b.id = i.feature_id and b.version = i.base_version
    left join change_set s on s.id = case when i.kind = 'create' then l.made_by else b.ended_by end
    where i.change_set = ${changeSet} and i.layer = ${layer.name} and i.base_version is not null
      and (l.version is distinct from i.base_version or (l.valid_to is null) = (i.kind = 'create'))
    order by i.ordinal`.execute(trx)
  return rows.map((row) => conflict('layers.change-set.moved', params(layer.name, row)))
}

async function heldFeatures(trx: Trx, changeSet: string): Promise<Problem[]> {
  const { rows } = await sql<Told & { layer: string }>`
    select i.layer, i.feature_id as feature, s.title, s.made_by as by, s.reserved_at as at, s.case_ids as cases
    from change_item i
    join feature_hold h on h.layer = i.layer and h.feature_id = i.feature_id and h.change_set <> i.change_set
    join change_set s on s.id = h.change_set
    where i.change_set = ${changeSet} order by i.ordinal`.execute(trx)
  return rows.map((row) => conflict('layers.change-set.held', params(row.layer, row)))
}

/** A new or renamed feature may take an identifier only if no other current feature keeps it. */
async function takenIdentities(trx: Trx, changeSet: string, layer: LayerDefinition): Promise<Problem[]> {
  const column = sql.ref(columnOf(layer.identityField))
  const type = sql.raw(columnType(fieldOf(layer, layer.identityField)!))
  const { rows } = await sql<{ feature: number; identity: string | number }>`
    with named as (
      select i.ordinal, i.feature_id, (i.attributes ->> ${layer.identityField})::${type} as identity,
        count(*) over (partition by i.attributes ->> ${layer.identityField}) as times
      from change_item i
      where i.change_set = ${changeSet} and i.layer = ${layer.name} and i.attributes ->> ${layer.identityField} is not null)
    select n.feature_id as feature, n.identity from named n
    where n.times > 1 or exists (select 1 from ${sql.table(tableOf(layer))} f
        where f.valid_to is null and f.${column} = n.identity and f.id <> n.feature_id
          and not exists (select 1 from change_item k where k.change_set = ${changeSet} and k.layer = ${layer.name}
            and k.feature_id = f.id and (k.kind = 'retire' or k.attributes ? ${layer.identityField})))
    order by n.ordinal`.execute(trx)
  return rows.map(({ feature, identity }) =>
    conflict('layers.change-set.identity-taken', { layer: layer.name, feature, field: layer.identityField, identity }),
  )
}
