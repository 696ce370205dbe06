import { gaussKrugerForward, gaussKrugerInverse, type Zone } from '../geometry/projection/gauss-kruger.ts'
import { fromWebMercator, toWebMercator } from '../geometry/projection/web-mercator.ts'
import type { Box, Position } from '../geometry/types.ts'
import { EXTENT } from './encode-tile.ts'
import { MARGIN } from './polygon-commands.ts'

const WORLD = 2 * Math.PI * 6378137

/** A tile laid over the plane of a zone: the box to look in (with its margin), a tile's side in metres, and the way to tile units. */
export type TileFrame = { box: Box; side: number; project: (position: Position) => Position }

/** Degrees from the central meridian, and of latitude, within which a zone's plane is used. */
const REACH = 4
const FARTHEST_NORTH = 60

/** From here on a tile is small enough for a quadratic to stand in for the projection: within 0.03 tile units. */
const SMALL = 10

/** Undefined for a tile beyond the reach of the zone. */
export function tileFrame(z: number, x: number, y: number, zone: Zone): TileFrame | undefined {
  const box = boxInZone(z, x, y, zone)
  if (!box) return undefined
  const units = 2 ** z * EXTENT
  const project = (position: Position): Position => {
    const [east, north] = toWebMercator(gaussKrugerInverse(position, zone))
    return [(east / WORLD + 0.5) * units - x * EXTENT, (0.5 - north / WORLD) * units - y * EXTENT]
  }
  const side = ((box[2] - box[0]) * EXTENT) / (EXTENT + 2 * MARGIN)
  return { box, side, project: z >= SMALL ? quadratic(box, project) : project }
}

function boxInZone(z: number, x: number, y: number, zone: Zone): Box | undefined {
  const margin = MARGIN / EXTENT
  const corner = (tx: number, ty: number) => fromWebMercator([(tx / 2 ** z - 0.5) * WORLD, (0.5 - ty / 2 ** z) * WORLD])
  const [west, north] = corner(x - margin, y - margin)
  const [east, south] = corner(x + 1 + margin, y + 1 + margin)
  const left = Math.max(west, zone.centralMeridian - REACH)
  const right = Math.min(east, zone.centralMeridian + REACH)
  const bottom = Math.max(south, 0)
  const top = Math.min(north, FARTHEST_NORTH)
  if (left >= right || bottom >= top) return undefined
  return boxAround(left, bottom, right, top, zone)
}

/** Meridians and parallels are curves in the plane: the box goes round points along all four sides. */
function boxAround(left: number, bottom: number, right: number, top: number, zone: Zone): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i <= 8; i++) {
    const longitude = left + (i / 8) * (right - left)
    const latitude = bottom + (i / 8) * (top - bottom)
    const around: Position[] = [
      [longitude, bottom],
      [longitude, top],
      [left, latitude],
      [right, latitude],
    ]
    for (const [x, y] of around.map((position) => gaussKrugerForward(position, zone))) {
      box[0] = Math.min(box[0], x)
      box[1] = Math.min(box[1], y)
      box[2] = Math.max(box[2], x)
      box[3] = Math.max(box[3], y)
    }
  }
  return box
}

/** The interpolating biquadratic through three by three places of the box: some thirty multiplications instead of a series. */
function quadratic(
  [minX, minY, maxX, maxY]: Box,
  project: (position: Position) => Position,
): (position: Position) => Position {
  const places = [-1, 0, 1]
  const middleX = (minX + maxX) / 2
  const middleY = (minY + maxY) / 2
  const halfX = (maxX - minX) / 2
  const halfY = (maxY - minY) / 2
  const nodes = places.flatMap((v) => places.map((u) => project([middleX + u * halfX, middleY + v * halfY])))
  return ([x, y]) => {
    const u = (x - middleX) / halfX
    const v = (y - middleY) / halfY
    const across = [(u * (u - 1)) / 2, 1 - u * u, (u * (u + 1)) / 2]
    const up = [(v * (v - 1)) / 2, 1 - v * v, (v * (v + 1)) / 2]
    let tileX = 0
    let tileY = 0
    for (let k = 0; k < 9; k++) {
      const weight = across[k % 3]! * up[(k / 3) | 0]!
      tileX += weight * nodes[k]![0]
      tileY += weight * nodes[k]![1]
    }
    return [tileX, tileY]
  }
}
