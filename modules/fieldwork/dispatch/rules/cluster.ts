import type { Box, Position } from '../../../../kernel/geometry/types.ts'

/** Pixels of a cell: two fingers' width, so that each spot can be hit. */
const CELL = 56
const WORLD = 512

export type Placed = { id: string; centre: Position | null /** A the most urgent */; rank: 'A' | 'B' | 'C' }
/** Places that lie together at a zoom; `at` is their middle, `ids` at most a few of them where there are many. */
export type Spot = { at: Position; count: number; rank: Placed['rank']; box: Box; id: string }

/**
 * Spots of a map at a zoom, within a box (degrees): places by cells of a grid, so that a hundred thousand take milliseconds and
 * the same place always falls into the same spot. A spot of one names its place.
 */
export function clusterPlaces(places: readonly Placed[], zoom: number, within?: Box): Spot[] {
  const cells = new Map<number, Spot>()
  const size = CELL / (WORLD * 2 ** Math.floor(zoom))
  const perRow = Math.ceil(1 / size)
  for (const { id, centre, rank } of places) {
    if (!centre || (within && !isWithin(centre, within))) continue
    const key = Math.floor(northing(centre[1]) / size) * perRow + Math.floor((centre[0] / 360 + 0.5) / size)
    const spot = cells.get(key)
    if (spot) add(spot, centre, rank)
    else cells.set(key, { at: [centre[0], centre[1]], count: 1, rank, box: [...centre, ...centre] as Box, id })
  }
  return [...cells.values()]
}

/** Web Mercator, 0 in the north to 1 in the south. */
function northing(latitude: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180)
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
}

function add(spot: Spot, [x, y]: Position, rank: Placed['rank']): void {
  spot.at = [spot.at[0] + (x - spot.at[0]) / (spot.count + 1), spot.at[1] + (y - spot.at[1]) / (spot.count + 1)]
  spot.count += 1
  if (rank < spot.rank) spot.rank = rank
  const [west, south, east, north] = spot.box
  spot.box = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)]
}

const isWithin = ([x, y]: Position, [west, south, east, north]: Box) =>
  x >= west && x <= east && y >= south && y <= north

/** Whether a place lies within a ring (degrees, closed or not): even-odd, for choosing by drawing. */
export function liesWithin([x, y]: Position, ring: readonly Position[]): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [[xi, yi], [xj, yj]] = [ring[i]!, ring[j]!]
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

/** Ids of the places within a drawn ring. */
export const placesWithin = (places: readonly Pick<Placed, 'id' | 'centre'>[], ring: readonly Position[]): string[] =>
  places.flatMap(({ id, centre }) => (centre && liesWithin(centre, ring) ? [id] : []))
