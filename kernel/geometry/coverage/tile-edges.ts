import type { PolygonSet } from '../flat/polygon-set.ts'

/** Edges in a tile, about: its table and its coordinates then lie in the second cache. */
const TILE_EDGES = 8192
/** Scattering to more tiles at once than this runs out of cache lines. */
const MOST_TILES = 8192

/** The edges of a set by tile; an edge is named by its first vertex. `scale` brings a coordinate to a whole number. */
export type TiledEdges = { at: Uint32Array; start: Uint32Array; minX: number; minY: number; scale: number }

const NO_EDGE = 0xffff

/**
 * Partitions all edges by the place of their middle (one counting pass, one scattering pass), so that edges which are
 * the same, either way round, come into the same tile. Features marked in `left` are left out, edges of no length too.
 */
export function tileEdges(set: PolygonSet, left: Uint8Array): TiledEdges {
  const grid = layGrid(set, left)
  const tileOf = new Uint16Array(set.coordinates.length / 2).fill(NO_EDGE)
  const start = new Uint32Array(grid.columns * grid.rows + 2)
  for (let f = 0; f < left.length; f++) if (!left[f]) placeEdges(set, f, grid, tileOf, start)
  for (let tile = 2; tile < start.length; tile++) start[tile]! += start[tile - 1]!
  const at = new Uint32Array(start[start.length - 1]!)
  for (let v = 0; v < tileOf.length; v++) if (tileOf[v] !== NO_EDGE) at[start[tileOf[v]! + 1]!++] = v
  return { at, start: start.subarray(0, start.length - 1), minX: grid.minX, minY: grid.minY, scale: grid.scale }
}

type Grid = { minX: number; minY: number; columns: number; rows: number; size: number; scale: number }

function layGrid({ boxes, ...set }: PolygonSet, left: Uint8Array): Grid {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let f = 0; f < left.length; f++) {
    if (left[f]) continue
    minX = Math.min(minX, boxes[4 * f]!)
    minY = Math.min(minY, boxes[4 * f + 1]!)
    maxX = Math.max(maxX, boxes[4 * f + 2]!)
    maxY = Math.max(maxY, boxes[4 * f + 3]!)
  }
  const vertices = set.ringStart[set.ringStart.length - 1]!
  const tiles = Math.min(MOST_TILES, Math.max(1, Math.ceil(vertices / TILE_EDGES)))
  const [width, height] = [Math.max(maxX - minX, 0), Math.max(maxY - minY, 0)]
  const size = Math.max(Math.sqrt((width * height) / tiles), Math.max(width, height) / MOST_TILES, Number.MIN_VALUE)
  const along = (length: number) => Math.max(1, Math.min(MOST_TILES, Math.floor(length / size) + 1))
  const scale = 2 ** 30 / Math.max(width, height, 1)
  return { minX, minY, columns: along(width), rows: along(height), size, scale }
}

/** Notes the tile of every edge of a feature, and counts it two places on. */
function placeEdges(
  { coordinates: c, ringStart, partStart, featureStart }: PolygonSet,
  feature: number,
  { minX, minY, columns, size }: Grid,
  tileOf: Uint16Array,
  counts: Uint32Array,
): void {
  const half = 0.5 / size
  for (let r = partStart[featureStart[feature]!]!, end = partStart[featureStart[feature + 1]!]!; r < end; r++) {
    let v = ringStart[r]!
    let ax = c[2 * v]!
    let ay = c[2 * v + 1]!
    for (const last = ringStart[r + 1]! - 1; v < last; v++) {
      const bx = c[2 * v + 2]!
      const by = c[2 * v + 3]!
      if (ax !== bx || ay !== by) {
        // The sum of two numbers does not depend on their order, so an edge and its reverse agree to the last bit.
        const tile = (((ay + by - 2 * minY) * half) | 0) * columns + (((ax + bx - 2 * minX) * half) | 0)
        tileOf[v] = tile
        counts[tile + 2]!++
      }
      ax = bx
      ay = by
    }
  }
}
