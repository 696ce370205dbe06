import { boxesMeet } from '../../../../kernel/geometry/measures/bounding-box.ts'
import { toWebMercator } from '../../../../kernel/geometry/projection/web-mercator.ts'
import type { Box } from '../../../../kernel/geometry/types.ts'

const WORLD = 2 * Math.PI * 6378137

export type TilePlace = { z: number; x: number; y: number }

/** Tiles of a zoom that meet the box (degrees). */
export function tilesIn([west, south, east, north]: Box, z: number): TilePlace[] {
  const [left, bottom] = toWebMercator([west, south])
  const [right, top] = toWebMercator([east, north])
  const column = (x: number) => Math.min(2 ** z - 1, Math.max(0, Math.floor((x / WORLD + 0.5) * 2 ** z)))
  const row = (y: number) => Math.min(2 ** z - 1, Math.max(0, Math.floor((0.5 - y / WORLD) * 2 ** z)))
  const places: TilePlace[] = []
  for (let x = column(left); x <= column(right); x++)
    for (let y = row(top); y <= row(bottom); y++) places.push({ z, x, y })
  return places
}

/** Pictures begin where a county fits the screen and end at 2 m or 1 m a pixel; beyond, the last is enlarged. */
const IMAGERY_ZOOMS = { none: [0, -1], standard: [12, 16], fine: [12, 17] } as const

/** Tiles of the pictures of one date over ground of several boxes (degrees), each once. */
export function imageryTiles(boxes: readonly Box[], imagery: keyof typeof IMAGERY_ZOOMS): TilePlace[] {
  const [from, to] = IMAGERY_ZOOMS[imagery]
  const places = new Map<string, TilePlace>()
  for (let z = from; z <= to; z++)
    for (const box of boxes) for (const place of tilesIn(box, z)) places.set(`${place.z}/${place.x}/${place.y}`, place)
  return [...places.values()]
}

/** Boxes that meet are taken together, so that no tile is asked for twice over. */
export function togetherBoxes(boxes: readonly Box[]): Box[] {
  const apart: Box[] = []
  for (const box of boxes) {
    let joined = box
    for (
      let k = apart.findIndex((other) => boxesMeet(other, joined));
      k >= 0;
      k = apart.findIndex((other) => boxesMeet(other, joined))
    ) {
      // biome-ignore format: one row
      const [other] = apart.splice(k, 1)
      joined = [Math.min(joined[0], other![0]), Math.min(joined[1], other![1]), Math.max(joined[2], other![2]), Math.max(joined[3], other![3])] // biome-ignore format: one row
    }
    apart.push(joined)
  }
  return apart
}
