import type { Box } from '../../../kernel/geometry/types.ts'
import { keepView } from './kept-view.ts'

/** Pixels a box may fill at first; MapLibre's zoom 0 shows the world in 512. */
const ROOM = 420
const WORLD = 512
const NEAREST = 18

/** The next map opens at this box (degrees), without first loading what the reader has never looked at. */
export function openAt([west, south, east, north]: Box): void {
  const latitude = (south + north) / 2
  const degrees = Math.max(east - west, (north - south) / Math.cos((latitude * Math.PI) / 180), 1e-6)
  const zoom = Math.min(NEAREST, Math.log2((360 * ROOM) / (WORLD * degrees)))
  keepView({ center: [(west + east) / 2, latitude], zoom })
}
