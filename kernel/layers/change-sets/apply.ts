import { sql } from 'kysely'
import type { Trx } from '../../db/database.ts'
import { Refusal } from '../../problems/problem.ts'
import { columnOf, type LayerDefinition, tableOf } from '../definition.ts'
import { layerNamed } from '../registry.ts'
import { columnType } from '../table-sql.ts'
import { conflictsOf } from './conflicts.ts'
import { nextInstant } from './queue.ts'
import { releaseFeatures } from './reserve.ts'
import { layersOf, setState, takeChangeSet } from './state.ts'

export type Applied = {
  changeSet: string
  appliedAt: Date
  layers: { layer: string; created: number; modified: number; retired: number }[]
}

/**
 * 正式变更: all items at once, in the caller's transaction, at one instant. Throws a Refusal naming the first conflict when any
 * base version moved or is held by another set; then nothing has happened.
 */
export async function applyChangeSet(trx: Trx, id: string, now: Date): Promise<Applied> {
  await takeChangeSet(trx, id, ['checked', 'reserved'])
  const names = await layersOf(trx, id)
  const at = await nextInstant(trx, names, now)
  const problems = await conflictsOf(trx, id, names)
  if (problems[0]) throw new Refusal({ ...problems[0], params: { ...problems[0].params, conflicts: problems.length } })
  for (const name of names) {
    await endVersions(trx, id, layerNamed(name), at)
    await beginVersions(trx, id, layerNamed(name), at)
  }
  await releaseFeatures(trx, id)
  await setState(trx, id, 'applied', { applied_at: at })
  return { changeSet: id, appliedAt: at, layers: await countItems(trx, id) }
}

async function endVersions(trx: Trx, id: string, layer: LayerDefinition, at: Date): Promise<void> {
  await sql`update ${sql.table(tableOf(layer))} f set valid_to = ${at}, ended_by = ${id} from change_item i
    where i.change_set = ${id} and i.layer = ${layer.name} and i.kind <> 'create'
      and f.id = i.feature_id and f.version = i.base_version`.execute(trx)
}

async function beginVersions(trx: Trx, id: string, layer: LayerDefinition, at: Date): Promise<void> {
  const table = sql.table(tableOf(layer))
  const columns = sql.join(layer.fields.map((field) => sql.ref(columnOf(field))))
  const values = sql.join(
    layer.fields.map(
      (field) => sql`case when i.attributes ? ${sql.lit(field.name)}
        then (i.attributes ->> ${sql.lit(field.name)})::${sql.raw(columnType(field))} else b.${sql.ref(columnOf(field))} end`,
    ),
  )
  await sql`insert into ${table} (id, version, valid_from, made_by, ${columns}, geom)
    select i.feature_id, coalesce(i.base_version, 0) + 1, ${at}, ${id}, ${values}, coalesce(i.geom, b.geom)
    from change_item i left join ${table} b on b.id = i.feature_id and b.version = i.base_version
    where i.change_set = ${id} and i.layer = ${layer.name} and i.kind <> 'retire' order by i.ordinal`.execute(trx)
}

async function countItems(trx: Trx, id: string): Promise<Applied['layers']> {
  const { rows } = await sql<Applied['layers'][number]>`
    select layer, count(*) filter (where kind = 'create') as created, count(*) filter (where kind = 'modify') as modified,
      count(*) filter (where kind = 'retire') as retired
    from change_item where change_set = ${id} group by layer order by layer`.execute(trx)
  return rows
}
