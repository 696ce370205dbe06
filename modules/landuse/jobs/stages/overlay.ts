import { sql } from 'kysely'
import { toHex } from '../../../../kernel/layers/rows.ts'
import type { AreaRow } from '../../../../kernel/overlay/area-row.ts'
import { type OverlayResult, overlay } from '../../../../kernel/overlay/overlay.ts'
import { clueStage, updateClues } from './clues.ts'
import type { StageWork } from './stage.ts'

/** 数据套合标记, and 套合图形制作 where the batch asks to split. The village of the largest part becomes the clue's area. */
export const overlayStage = clueStage('overlay', 'repaired', async (work, clues) => {
  const { trx, batch } = work
  const { layers, split } = batch.options
  const result = await overlay(trx, {
    subjects: clues,
    layers: layers.map(({ layer, by, asOf }) => ({ layer, by, ...(asOf && { asOf: new Date(asOf) }) })),
    split,
  })
  await forget(
    work,
    clues.map(({ id }) => id),
  )
  await keepRows(work, result.rows)
  await keepPieces(work, result.pieces)
  const rowsOf = Map.groupBy(result.rows, ({ subject }) => subject)
  const values = clues.map(({ id, area_code }) => ({ id, area_code: villageOf(rowsOf.get(id) ?? []) ?? area_code }))
  await updateClues(trx, 'overlaid', { area_code: 'text' }, values)
})

async function forget({ trx }: StageWork, ids: string[]): Promise<void> {
  await sql`delete from landuse_overlay where clue = any(${ids}::uuid[])`.execute(trx)
  await sql`delete from landuse_piece where clue = any(${ids}::uuid[])`.execute(trx)
}

/** Numbers things from 1 within clue and layer. */
function numbered<T extends { subject: string; layer: string }>(things: T[]): (T & { ordinal: number })[] {
  const last = new Map<string, number>()
  return things.map((thing) => {
    const series = `${thing.subject} ${thing.layer}`
    last.set(series, (last.get(series) ?? 0) + 1)
    return { ...thing, ordinal: last.get(series)! }
  })
}

async function keepRows({ trx, batch, now }: StageWork, rows: AreaRow[]): Promise<void> {
  const instants = new Map(batch.options.layers.map(({ layer, asOf }) => [layer, asOf ?? now.toISOString()]))
  const values = numbered(rows).map((row) => ({ ...row, asOf: instants.get(row.layer) }))
  await sql`insert into landuse_overlay (clue, layer, ordinal, as_of, covered, key, ellipsoidal, planar, features)
    select subject, layer, ordinal, "asOf", covered, key, ellipsoidal, planar, features
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v(subject uuid, layer text, ordinal int, "asOf" timestamptz,
      covered boolean, key jsonb, ellipsoidal numeric, planar numeric, features bigint[])`.execute(trx)
}

async function keepPieces({ trx }: StageWork, pieces: OverlayResult['pieces']): Promise<void> {
  if (pieces.length === 0) return
  const values = numbered(pieces).map((piece) => ({ ...piece, geometry: toHex(piece.geometry, 4524) }))
  await sql`insert into landuse_piece (clue, layer, ordinal, features, ellipsoidal, planar, geom)
    select subject, layer, ordinal, features, ellipsoidal, planar, geometry
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as v(subject uuid, layer text, ordinal int, features jsonb,
      ellipsoidal numeric, planar numeric, geometry geometry)`.execute(trx)
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
