import { sql } from 'kysely'
import type { Trx } from '../../db/database.ts'
import { invalid, type Problem } from '../../problems/problem.ts'
import { columnOf, type LayerDefinition, tableOf } from '../definition.ts'
import { toMultiPolygon } from '../feature.ts'
import { layerNamed } from '../registry.ts'
import { checkRepairedAreas, checkRepairedGround, repairOf } from './check-repair.ts'
import { conflictsOf } from './conflicts.ts'
import { checkReplacement } from './coverage.ts'
import { layersOf, setState, takeChangeSet } from './state.ts'

/**
 * Judges a draft: conflicts with the base and with other sets, valid geometry, and on coverage layers no gap, no overlap and
 * areas that come out as they went in. Without problems the set is `checked` and may be reserved or applied.
 */
export async function checkChangeSet(
  trx: Trx,
  id: string,
  now: Date,
): Promise<{ state: 'checked' | 'draft'; problems: Problem[] }> {
  const repair = await repairOf(trx, await takeChangeSet(trx, id, ['draft', 'checked']))
  const layers = await layersOf(trx, id)
  const problems = layers.length
    ? await conflictsOf(trx, id, layers)
    : [invalid('layers.change-set.empty', { changeSet: id })]
  for (const name of layers) problems.push(...(await checkLayer(trx, id, layerNamed(name), repair)))
  const state = problems.length ? 'draft' : 'checked'
  await setState(trx, id, state, { checked_at: problems.length ? null : now })
  return { state, problems }
}

async function checkLayer(
  trx: Trx,
  id: string,
  layer: LayerDefinition,
  repair: 'repair' | 'revert' | undefined,
): Promise<Problem[]> {
  const broken = await brokenGeometries(trx, id, layer)
  if (broken.length || layer.topology === 'independent') return broken
  const changed = await changedGround(trx, id, layer)
  if (!repair) return [...(await checkAreas(trx, id, layer)), ...checkReplacement(layer, changed.old, changed.fresh)]
  const areas = await checkRepairedAreas(trx, id, layer)
  return [...areas, ...(await checkRepairedGround(trx, layer, { ...changed, kind: repair }))]
}

async function brokenGeometries(trx: Trx, id: string, layer: LayerDefinition): Promise<Problem[]> {
  const { rows } = await sql<{ feature: number; reason: string }>`
    select feature_id as feature, ST_IsValidReason(geom) as reason from change_item
    where change_set = ${id} and layer = ${layer.name} and geom is not null and not ST_IsValid(geom) order by ordinal`.execute(
    trx,
  )
  return rows.map(({ feature, reason }) => invalid('layers.geometry.invalid', { layer: layer.name, feature, reason }))
}

/** The recorded areas are legal numbers: what the changed features had together they have together afterwards, to the cent. */
async function checkAreas(trx: Trx, id: string, layer: LayerDefinition): Promise<Problem[]> {
  if (!layer.areaField) return []
  const column = sql.ref(columnOf(layer.areaField))
  const { rows } = await sql<{ before: number; after: number }>`
    select coalesce(sum(b.${column}) filter (where i.kind <> 'create'), 0) as before,
      coalesce(sum(case when i.attributes ? ${layer.areaField} then (i.attributes ->> ${layer.areaField})::numeric else b.${column} end)
        filter (where i.kind <> 'retire'), 0) as after
    from change_item i left join ${sql.table(tableOf(layer))} b on b.id = i.feature_id and b.version = i.base_version
    where i.change_set = ${id} and i.layer = ${layer.name}`.execute(trx)
  const { before, after } = rows[0]!
  if (Math.round(before * 100) === Math.round(after * 100)) return []
  return [invalid('layers.coverage.area', { layer: layer.name, field: layer.areaField, before, after })]
}

async function changedGround(trx: Trx, id: string, layer: LayerDefinition) {
  const { rows } = await sql<{ feature: number; before: Uint8Array | null; after: Uint8Array | null }>`
    select i.feature_id as feature, case when i.kind <> 'create' then ST_AsEWKB(b.geom) end as before,
      case when i.kind <> 'retire' then ST_AsEWKB(i.geom) end as after
    from change_item i left join ${sql.table(tableOf(layer))} b on b.id = i.feature_id and b.version = i.base_version
    where i.change_set = ${id} and i.layer = ${layer.name} and (i.kind <> 'modify' or i.geom is not null)
    order by i.ordinal`.execute(trx)
  const side = (key: 'before' | 'after') =>
    rows.flatMap((row) => (row[key] ? [{ feature: row.feature, geometry: toMultiPolygon(row[key]) }] : []))
  return { old: side('before'), fresh: side('after') }
}
