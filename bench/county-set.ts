import { featureGeometry } from '../kernel/geometry/flat/feature-geometry.ts'
import { featureCount, type PolygonSet } from '../kernel/geometry/flat/polygon-set.ts'
import { SetBuilder } from '../kernel/geometry/flat/set-builder.ts'
import { generateCounty } from '../tools/demo/county.ts'
import type { CountySize } from '../tools/demo/sizes.ts'

/** The patches (DLTB) of a demo county, `copies` of it side by side from west to east. */
export function countySet(size: CountySize, copies = 1): PolygonSet {
  const builder = new SetBuilder()
  for (const { geometry } of generateCounty(size).features('DLTB')) builder.add(geometry)
  return copies === 1 ? builder.finish() : sideBySide(builder.finish(), copies)
}

/** Copies of a set from west to east, so many metres apart. */
export function sideBySide(set: PolygonSet, copies: number, step = stepOf(set)): PolygonSet {
  const builder = new SetBuilder('own', (copies * set.coordinates.length) / 2)
  for (let copy = 0; copy < copies; copy++) {
    for (let f = 0; f < featureCount(set); f++) {
      const geometry = featureGeometry(set, f)
      builder.add(geometry.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x + copy * step, y]))))
    }
  }
  return builder.finish()
}

/** How far copies must be apart: whole kilometres, so that the grid of the coordinates stays as it is. */
export function stepOf({ boxes }: PolygonSet): number {
  let [minX, maxX] = [Infinity, -Infinity]
  for (let k = 0; k < boxes.length; k += 4) {
    minX = Math.min(minX, boxes[k]!)
    maxX = Math.max(maxX, boxes[k + 2]!)
  }
  return Math.ceil((maxX - minX) / 1000) * 1000
}

/** The western part of a set: so great a share of the features. */
export function westernPart(set: PolygonSet, share: number): PolygonSet {
  if (share === 1) return set
  const west = Float64Array.from({ length: featureCount(set) }, (_, f) => set.boxes[4 * f]!)
  const border = west.toSorted()[Math.floor(share * (west.length - 1))]!
  const builder = new SetBuilder()
  for (let f = 0; f < west.length; f++) if (west[f]! <= border) builder.add(featureGeometry(set, f))
  return builder.finish()
}
