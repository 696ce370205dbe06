import { sql } from 'kysely'
import type { Trx } from '../../../../kernel/db/database.ts'
import { split } from '../../../../kernel/geometry/split.ts'
import type { LayerDefinition } from '../../../../kernel/layers/definition.ts'
import { toMultiPolygon } from '../../../../kernel/layers/feature.ts'
import { layerNamed } from '../../../../kernel/layers/registry.ts'
import { attributeColumns, rowsAt, toHex } from '../../../../kernel/layers/rows.ts'
import { type AreaKey, type AreaRow, type CoveringFeature, clueAreas } from '../../rules/clue-areas.ts'
import { legalAreas } from '../../rules/repair-clue.ts'
import type { OverlayLayer } from '../../schema.ts'
import { type Clue, clueStage, updateClues } from './clues.ts'
import type { StageWork } from './stage.ts'

type StoredRow = AreaRow & { clue: string; asOf: string; ordinal: number; geom: string | null }

/** 数据套合标记, and 套合图形制作 where the batch asks to split. Village of the largest part becomes the clue's area. */
export const overlayStage = clueStage('overlay', 'repaired', async (work, clues) => {
  const ids = clues.map(({ id }) => id)
  await sql`delete from landuse_overlay where clue = any(${ids}::uuid[])`.execute(work.trx)
  const stored: StoredRow[] = []
  for (const layer of work.batch.options.layers) stored.push(...(await overlayLayer(work, clues, layer)))
  await keep(work.trx, stored)
  const values = clues.map((clue) => ({
    id: clue.id,
    area_code: villageOf(stored.filter((row) => row.clue === clue.id)) ?? clue.area_code,
  }))
  await updateClues(work.trx, 'overlaid', { area_code: 'text' }, values)
})

async function overlayLayer(
  work: StageWork,
  clues: Clue[],
  { layer: name, by, asOf }: OverlayLayer,
): Promise<StoredRow[]> {
  const layer = layerNamed(name)
  const at = asOf === undefined ? undefined : new Date(asOf)
  const features = await featuresUnder(work.trx, clues, layer, by, at)
  return clues.flatMap((clue) => {
    const under = features.get(clue.id) ?? []
    const legal = { ellipsoidal: clue.area_ellipsoidal, planar: clue.area_planar }
    const rows = work.batch.options.split
      ? pieces(name, clue, under)
      : clueAreas(name, clue.geometry, legal, under).map((row) => ({ ...row, geom: null }))
    return rows.map((row, i) => ({ ...row, clue: clue.id, asOf: (at ?? work.now).toISOString(), ordinal: i + 1 }))
  })
}

/** The pieces themselves, one for each set of features that covers them together. */
function pieces(layer: string, clue: Clue, under: CoveringFeature[]): (AreaRow & { geom: string | null })[] {
  const inputs = under.map((feature) => ({ id: feature.key, geometry: feature.geometry }))
  return split(clue.geometry, inputs).map(({ geometry, features }) => ({
    layer,
    covered: features.length > 0,
    key: features[0] ?? {},
    ...legalAreas(geometry),
    geom: toHex(geometry, 4524),
  }))
}

type CoveringRow = { clue: string; geom: Uint8Array } & Record<string, string | number | null | Uint8Array>

/** Features whose boxes meet the boxes of the clues, with the fields asked for. */
async function featuresUnder(
  trx: Trx,
  clues: Clue[],
  layer: LayerDefinition,
  by: string[],
  asOf?: Date,
): Promise<Map<string, CoveringFeature[]>> {
  const fields = by.length > 0 ? sql`${attributeColumns(layer, by)},` : sql``
  const { rows } = await sql<CoveringRow>`select c.id as clue, ${fields} ST_AsEWKB(f.geom) as geom
    from landuse_clue c join ${rowsAt(layer, asOf)} f on f.geom && c.geom
    where c.id = any(${clues.map(({ id }) => id)}::uuid[]) order by c.id, f.id`.execute(trx)
  const found = rows.map((row) => ({
    clue: row.clue,
    key: Object.fromEntries(by.map((field) => [field, row[field] ?? null])) as AreaKey,
    geometry: toMultiPolygon(row.geom),
  }))
  return Map.groupBy(found, ({ clue }) => clue)
}

async function keep(trx: Trx, rows: StoredRow[]): Promise<void> {
  await sql`insert into landuse_overlay (clue, layer, ordinal, as_of, covered, key, ellipsoidal, planar, geom)
    select clue, layer, ordinal, "asOf", covered, key, ellipsoidal, planar, geom
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(clue uuid, layer text, ordinal int, "asOf" timestamptz, covered boolean,
      key jsonb, ellipsoidal numeric, planar numeric, geom geometry)`.execute(trx)
}

/** First 12 digits of the ZLDWDM with the largest area. */
function villageOf(rows: AreaRow[]): string | undefined {
  const areas = new Map<string, number>()
  for (const { key, planar } of rows) {
    const village = typeof key.ZLDWDM === 'string' ? key.ZLDWDM.slice(0, 12) : undefined
    if (village) areas.set(village, (areas.get(village) ?? 0) + planar)
  }
  return [...areas].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0]
}
