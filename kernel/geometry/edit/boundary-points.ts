import { boundingBox } from '../measures/bounding-box.ts'
import { signedRingArea } from '../measures/planar-area.ts'
import type { MultiPolygon, Position, Ring } from '../types.ts'

/** A 界址点 of the result table: `ring` is the 圈号 within its part, 1 outer, 2 … holes; `toNext` metres. */
export type BoundaryPoint = { number: string; part: number; ring: number; position: Position; toNext: number }

/** The ring, not closed, clockwise (or counter-clockwise), from the vertex nearest the north-west corner of its box. */
export function fromNorthWest(ring: Ring, clockwise: boolean): Position[] {
  const open = ring.slice(0, -1)
  if (signedRingArea(ring) < 0 !== clockwise) open.reverse()
  const [west, , , north] = boundingBox([[open]])
  let first = 0
  let nearest = Infinity
  open.forEach(([x, y], i) => {
    const distance = x - west + (north - y)
    if (distance < nearest) {
      nearest = distance
      first = i
    }
  })
  return [...open.slice(first), ...open.slice(0, first)]
}

/**
 * Numbers the boundary vertices J1 … Jn: each outer ring clockwise from its north-west, then its holes
 * counter-clockwise; numbers run on through rings and parts. A vertex met again keeps its number, so the plots of one
 * project are numbered together, as parts of one geometry.
 */
export function boundaryPoints(geometry: MultiPolygon): BoundaryPoint[] {
  const numbers = new Map<string, string>()
  return geometry.flatMap((polygon, part) =>
    polygon.flatMap((ring, r) => {
      const path = fromNorthWest(ring, r === 0)
      return path.map((position, i): BoundaryPoint => {
        const place = position.join()
        const number = numbers.get(place) ?? `J${numbers.size + 1}`
        numbers.set(place, number)
        const next = path[(i + 1) % path.length]!
        const toNext = Math.hypot(next[0] - position[0], next[1] - position[1])
        return { number, part: part + 1, ring: r + 1, position, toNext }
      })
    }),
  )
}
