import { type Database, inTransaction } from '../../../kernel/db/database.ts'
import { gaussKrugerForward, type Zone, zoneOfEpsg } from '../../../kernel/geometry/projection/gauss-kruger.ts'
import { fromWebMercator } from '../../../kernel/geometry/projection/web-mercator.ts'
import type { Box, MultiPolygon, Polygon, Position } from '../../../kernel/geometry/types.ts'
import { readFeatures } from '../../../kernel/layers/read-features.ts'
import type { ChangedLand } from '../../../tools/demo/changed-land.ts'
import { type Painted, paintImagery } from '../../../tools/demo/imagery-tile.ts'
import { REFERENCE_DATE } from '../demo/load-layer.ts'
import { writePng } from './png.ts'

const SIZE = 256
const WORLD = 2 * Math.PI * 6378137
/** Wider tiles would hold the whole county: they show the coarse haze of an orthophoto mosaic not yet loaded. */
const WIDEST = 12

export type Moment = 'before' | 'after'

/** The offline sample of imagery: the demo county painted as an orthophoto of the reference date, or of the quarter's end. */
export function offlineImagery(database: Database, changes: () => readonly ChangedLand[]) {
  const zone = zoneOfEpsg(4524) as Zone
  return async (moment: Moment, z: number, x: number, y: number): Promise<Buffer> => {
    const ground = groundOf(z, x, y, zone)
    if (z < WIDEST) return writePng(SIZE, SIZE, paintImagery({ width: SIZE, height: SIZE, ground }, []))
    const patches = await inTransaction(database.db, (trx) =>
      readFeatures(trx, 'DLTB', { within: boxOf(ground), asOf: new Date(REFERENCE_DATE.getTime() + 1000) }),
    )
    const land = patches.map(({ id, attributes, geometry }) => ({ dlbm: String(attributes.DLBM), geometry, seed: id }))
    const shown = moment === 'after' ? [...land, ...changes().map((each) => ({ ...each, seed: 0 }))] : land
    const pixels = inverse(ground)
    return writePng(
      SIZE,
      SIZE,
      paintImagery(
        { width: SIZE, height: SIZE, ground },
        shown.map((each) => onTile(each, pixels)),
      ),
    )
  }
}

type Affine = [number, number, number, number, number, number]

/** Over one tile the projection is as good as affine: within 0.2 m from zoom 12 on. */
function groundOf(z: number, x: number, y: number, zone: Zone): Affine {
  const at = (tx: number, ty: number) =>
    gaussKrugerForward(fromWebMercator([(tx / 2 ** z - 0.5) * WORLD, (0.5 - ty / 2 ** z) * WORLD]), zone)
  const origin = at(x, y)
  const right = at(x + 1, y)
  const down = at(x, y + 1)
  const step = (from: Position, to: Position, axis: 0 | 1) => (to[axis] - from[axis]) / SIZE
  return [
    step(origin, right, 0),
    step(origin, down, 0),
    origin[0],
    step(origin, right, 1),
    step(origin, down, 1),
    origin[1],
  ]
}

function boxOf([a, b, c, d, e, f]: Affine): Box {
  const xs = [c, c + a * SIZE, c + b * SIZE, c + (a + b) * SIZE]
  const ys = [f, f + d * SIZE, f + e * SIZE, f + (d + e) * SIZE]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

const inverse = ([a, b, c, d, e, f]: Affine) => {
  const determinant = a * e - b * d
  return ([x, y]: Position): Position => [
    (e * (x - c) - b * (y - f)) / determinant,
    (a * (y - f) - d * (x - c)) / determinant,
  ]
}

const onTile = (
  { dlbm, geometry, seed }: { dlbm: string; geometry: MultiPolygon; seed: number },
  pixels: (at: Position) => Position,
): Painted => ({
  dlbm,
  seed,
  polygons: geometry.map((polygon): Polygon => polygon.map((ring) => ring.map(pixels))),
})
