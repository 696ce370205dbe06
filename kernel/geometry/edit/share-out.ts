import type { MultiPolygon, Position } from '../types.ts'
import { nearestOnSegment } from './nearest-on-segment.ts'
import { splitByLine } from './split-by-line.ts'

type Owned = { key: number; geometry: MultiPolygon }
/** Edges of the lost piece on the old border, and who is beyond them; undefined: nobody. */
type OldBorder = Map<string, number | undefined>

/** A cut is carried this far over the line, metres, so that it crosses it for certain; what hangs over cuts nothing. */
const OVERHANG = 0.01

/**
 * Gives a piece that a plot loses to the neighbours it borders on along the old border: it is cut where one neighbour
 * follows another there (or nobody does), straight to the nearest point of the new line, and each part goes to whom it
 * borders on most. A part that borders on nobody goes to nobody; one that is not on the old border, a mere loop of the line,
 * stays.
 * @param loser the plot itself, which is beyond the new line
 */
export function shareOut(piece: MultiPolygon, owned: Owned[], loser: number, drawn: Position[]): Owned[] {
  const oldBorder = neighboursAlong(piece, owned, loser)
  const cuts = meetings(piece, oldBorder).map((node) => cutTo(node, drawn))
  return splitByLine(piece, ...cuts).flatMap((geometry) => {
    const lengths = lengthsAlong(geometry, oldBorder)
    const [key] = lengths.size === 0 ? [loser] : [...lengths].sort((a, b) => b[1] - a[1])[0]!
    return key === undefined ? [] : [{ key, geometry }]
  })
}

const edge = (a: Position, b: Position) => `${a} ${b}`

/** Who is beyond the edges of the piece that lie on the old border; on the other side an edge runs the other way. */
function neighboursAlong(piece: MultiPolygon, owned: Owned[], loser: number): OldBorder {
  const owners = new Map<string, number>()
  for (const { key, geometry } of owned) {
    for (const ring of geometry.flat()) for (let i = 1; i < ring.length; i++) owners.set(edge(ring[i]!, ring[i - 1]!), key) // biome-ignore format: one row
  }
  const beyond: OldBorder = new Map()
  for (const ring of piece.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const name = edge(ring[i - 1]!, ring[i]!)
      if (owners.get(name) !== loser) beyond.set(name, owners.get(name))
    }
  }
  return beyond
}

/** Vertices of the piece on the old border where one neighbour, or nobody, follows another. */
function meetings(piece: MultiPolygon, oldBorder: OldBorder): Position[] {
  return piece.flat().flatMap((ring) =>
    ring.slice(1).filter((b, i) => {
      const [here, next] = [edge(ring[i]!, b), edge(b, ring[i + 2] ?? ring[1]!)]
      return oldBorder.has(here) && oldBorder.has(next) && oldBorder.get(here) !== oldBorder.get(next)
    }),
  )
}

function cutTo(node: Position, drawn: Position[]): Position[] {
  const places = drawn.slice(1).map((b, i) => nearestOnSegment(node, drawn[i]!, b))
  const { at, distance } = places.reduce((best, place) => (place.distance < best.distance ? place : best))
  const stretch = distance > 0 ? 1 + OVERHANG / distance : 1
  return [node, [node[0] + stretch * (at[0] - node[0]), node[1] + stretch * (at[1] - node[1])]]
}

/** Metres of the old border that each neighbour has beyond it. */
function lengthsAlong(part: MultiPolygon, oldBorder: OldBorder): Map<number | undefined, number> {
  const lengths = new Map<number | undefined, number>()
  for (const ring of part.flat()) {
    ring.slice(1).forEach((b, i) => {
      const name = edge(ring[i]!, b)
      if (!oldBorder.has(name)) return
      const key = oldBorder.get(name)
      lengths.set(key, (lengths.get(key) ?? 0) + Math.hypot(b[0] - ring[i]![0], b[1] - ring[i]![1]))
    })
  }
  return lengths
}
