import Flatbush from 'flatbush'
import { nearestOnSegment } from '../edit/nearest-on-segment.ts'
import { featureCount, type PolygonSet } from '../flat/polygon-set.ts'
import { TOLERANCE } from '../repair/clean-ring.ts'
import type { Position } from '../types.ts'

/**
 * 接边: a vertex of a layer that lies near the boundary of the neighbouring layer but not on it. `measure`: the distance
 * in m; `features`: of the layer, and of the neighbouring layer. `side`: whose vertex it is.
 */
export type EdgeMatchIssue = {
  rule: 'edge-match'
  at: Position
  measure: number
  features: [own: number, neighbour: number]
  side: 'own' | 'neighbour'
}

/**
 * Checks that two layers that meet along a border (counties, sheets) have the same border: vertices of either within
 * `reach` metres of the other's boundary and farther than 0.001 m from it are told, each once with what it is nearest
 * to. A vertex in the middle of a neighbour's edge is right. Ordered by side, then place in the set.
 * @param reach m; as large as the edge match of the task allows, smaller than the width of what is drawn
 */
export function checkEdgeMatch(own: PolygonSet, neighbour: PolygonSet, reach: number): EdgeMatchIssue[] {
  return [...verticesOff(own, neighbour, reach, 'own'), ...verticesOff(neighbour, own, reach, 'neighbour')]
}

function verticesOff(
  set: PolygonSet,
  other: PolygonSet,
  reach: number,
  side: EdgeMatchIssue['side'],
): EdgeMatchIssue[] {
  const border = edgesNear(other, extentOf(set), reach)
  if (!border) return []
  const issues: EdgeMatchIssue[] = []
  const told = new Set<string>()
  const { coordinates: c, ringStart, partStart, featureStart } = set
  for (let f = 0; f < featureCount(set); f++) {
    for (let r = partStart[featureStart[f]!]!; r < partStart[featureStart[f + 1]!]!; r++) {
      for (let v = ringStart[r]!; v < ringStart[r + 1]! - 1; v++) {
        const at: Position = [c[2 * v]!, c[2 * v + 1]!]
        const near = border.nearest(at)
        if (!near || near.distance <= TOLERANCE || told.has(at.join())) continue
        told.add(at.join())
        const features: EdgeMatchIssue['features'] = side === 'own' ? [f, near.feature] : [near.feature, f]
        issues.push({ rule: 'edge-match', at, measure: near.distance, features, side })
      }
    }
  }
  return issues
}

type Border = { nearest(at: Position): { distance: number; feature: number } | undefined }

/** The edges of a set that come near an extent, in a tree. */
function edgesNear(set: PolygonSet, [minX, minY, maxX, maxY]: number[], reach: number): Border | undefined {
  const { coordinates: c, ringStart, partStart, featureStart, boxes } = set
  const at: number[] = []
  const features: number[] = []
  const near = (x0: number, y0: number, x1: number, y1: number) =>
    x0 <= maxX! + reach && x1 >= minX! - reach && y0 <= maxY! + reach && y1 >= minY! - reach
  const spans = (k: number) => [Math.min(c[k]!, c[k + 2]!), Math.min(c[k + 1]!, c[k + 3]!), Math.max(c[k]!, c[k + 2]!), Math.max(c[k + 1]!, c[k + 3]!)] as const // biome-ignore format: one row
  for (let f = 0; f < featureCount(set); f++) {
    if (!near(boxes[4 * f]!, boxes[4 * f + 1]!, boxes[4 * f + 2]!, boxes[4 * f + 3]!)) continue
    for (let r = partStart[featureStart[f]!]!; r < partStart[featureStart[f + 1]!]!; r++) {
      for (let v = ringStart[r]!; v < ringStart[r + 1]! - 1; v++) {
        if (!near(...spans(2 * v))) continue
        at.push(2 * v)
        features.push(f)
      }
    }
  }
  if (at.length === 0) return undefined
  const index = new Flatbush(at.length)
  for (const k of at) index.add(...spans(k))
  index.finish()
  return {
    nearest([x, y]) {
      let best: { distance: number; feature: number } | undefined
      index.search(x - reach, y - reach, x + reach, y + reach, (edge) => {
        const k = at[edge]!
        const { distance } = nearestOnSegment([x, y], [c[k]!, c[k + 1]!], [c[k + 2]!, c[k + 3]!])
        const nearer =
          !best || distance < best.distance || (distance === best.distance && features[edge]! < best.feature)
        if (distance <= reach && nearer) best = { distance, feature: features[edge]! }
        return false
      })
      return best
    },
  }
}

function extentOf({ boxes }: PolygonSet): number[] {
  const extent = [Infinity, Infinity, -Infinity, -Infinity]
  for (let k = 0; k < boxes.length; k += 4) {
    for (const side of [0, 1]) {
      extent[side] = Math.min(extent[side]!, boxes[k + side]!)
      extent[side + 2] = Math.max(extent[side + 2]!, boxes[k + side + 2]!)
    }
  }
  return extent
}
