import { sql } from 'kysely'
import type { Trx } from '../../db/database.ts'
import { boundingBox } from '../../geometry/measures/bounding-box.ts'
import { roundHalfUp } from '../../geometry/measures/round-half-up.ts'
import type { MultiPolygon } from '../../geometry/types.ts'
import { invalid, type Problem } from '../../problems/problem.ts'
import { computedArea } from '../computed-area.ts'
import { columnOf, type LayerDefinition, tableOf } from '../definition.ts'
import { toMultiPolygon } from '../feature.ts'
import { readFeatures } from '../read-features.ts'
import type { ChangeSetTable, LayerTables } from '../tables.ts'
import { type ChangedFeature, checkReplacement } from './coverage.ts'

/** Whether the set repairs what was drawn wrong, or takes such a repair back; taking that back repairs again. */
export async function repairOf(trx: Trx, set: ChangeSetTable): Promise<'repair' | 'revert' | undefined> {
  if (set.kind === 'repair') return 'repair'
  if (!set.reverts) return undefined
  const sets = trx.withTables<LayerTables>().selectFrom('change_set').selectAll()
  const reverted = await repairOf(trx, await sets.where('id', '=', set.reverts).executeTakeFirstOrThrow())
  return reverted && (reverted === 'repair' ? 'revert' : 'repair')
}

type Row = { feature: number; before: number; after: number; old: Uint8Array; fresh: Uint8Array }

/**
 * Ground that was counted twice, or by nobody, cannot keep the sum of the recorded areas. What a feature gains or loses on
 * paper is what its outline gains or loses, to the cent: neither more nor less.
 */
export async function checkRepairedAreas(trx: Trx, id: string, layer: LayerDefinition): Promise<Problem[]> {
  if (!layer.areaField) return []
  const column = sql.ref(columnOf(layer.areaField))
  const { rows } = await sql<Row>`
    select i.feature_id as feature, coalesce(b.${column}, 0) as before, ST_AsEWKB(b.geom) as old, ST_AsEWKB(coalesce(i.geom, b.geom)) as fresh,
      coalesce(case when i.attributes ? ${layer.areaField} then (i.attributes ->> ${layer.areaField})::numeric else b.${column} end, 0) as after
    from change_item i join ${sql.table(tableOf(layer))} b on b.id = i.feature_id and b.version = i.base_version
    where i.change_set = ${id} and i.layer = ${layer.name} and i.kind = 'modify' order by i.ordinal`.execute(trx)
  return rows.flatMap(({ feature, before, after, old, fresh }) => {
    const drawn = repairedBy(layer, toMultiPolygon(old), toMultiPolygon(fresh))
    const off = Math.round(Number(after) * 100) - Math.round(Number(before) * 100) - Math.round(drawn * 100)
    if (Math.abs(off) === 0) return []
    return [invalid('layers.repair.area', { layer: layer.name, feature, before, after, drawn })]
  })
}

/** What an outline gains (loses, when negative), m², as it is recorded. */
export const repairedBy = (layer: LayerDefinition, old: MultiPolygon, fresh: MultiPolygon): number =>
  roundHalfUp(computedArea(fresh, layer) - computedArea(old, layer), 2)

/** A repair may take ground nobody had, never ground that another feature has. To take one back may leave it again. */
export async function checkRepairedGround(
  trx: Trx,
  layer: LayerDefinition,
  { old, fresh, kind }: { old: ChangedFeature[]; fresh: ChangedFeature[]; kind: 'repair' | 'revert' },
): Promise<Problem[]> {
  if (kind === 'revert' || fresh.length === 0) return []
  const mine = new Set([...old, ...fresh].map(({ feature }) => feature))
  const near = await readFeatures(trx, layer.name, { within: boundingBox(fresh.flatMap(({ geometry }) => geometry)) })
  const others = near.filter(({ id }) => !mine.has(id)).map(({ id, geometry }) => ({ feature: id, geometry }))
  return checkReplacement(layer, [...old, ...others], [...fresh, ...others], ['outside'])
}
