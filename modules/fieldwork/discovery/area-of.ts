import type { Trx } from '../../../kernel/db/database.ts'
import { pointOnSurface } from '../../../kernel/geometry/measures/point-on-surface.ts'
import type { MultiPolygon, Position } from '../../../kernel/geometry/types.ts'
import { readFeatures } from '../../../kernel/layers/read-features.ts'

/** Where the code of a village's land begins to be serial numbers, of a township's zeros (GB/T 10114). */
const VILLAGE = 12
const TOWNSHIP = 9

/** The smallest administrative area a range lies in, by a place inside it: the village of the base map's patch, else the township. */
export async function areaCodeOf(trx: Trx, range: MultiPolygon): Promise<string | undefined> {
  const at = pointOnSurface(range)
  if (!at) return undefined
  const [patch] = await readFeatures(trx, 'DLTB', { within: around(at), limit: 1 })
  const village = String(patch?.attributes.ZLDWDM ?? '').slice(0, VILLAGE)
  if (/^\d{12}$/.test(village)) return village
  const [township] = await readFeatures(trx, 'XZQ', { within: around(at), limit: 1 })
  const code = String(township?.attributes.XZQDM ?? '').slice(0, TOWNSHIP)
  return /^\d{9}$/.test(code) ? code : undefined
}

/** Metres to each side: a box without an area meets nothing on PostGIS 3.3. */
const NEAR = 0.005

const around = ([x, y]: Position): [number, number, number, number] => [x - NEAR, y - NEAR, x + NEAR, y + NEAR]
