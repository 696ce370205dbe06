import type { MultiPolygon, Position, Ring } from '../types.ts'
import type { Random } from './random.testing.ts'

// For tests only. Shapes in whole units of a small drawing; `placed` makes metres of them.

export const closed = (...corners: Position[]): Ring => [...corners, [...corners[0]!] as Position]

export const box = (minX: number, minY: number, maxX: number, maxY: number): Ring =>
  closed([minX, minY], [maxX, minY], [maxX, maxY], [minX, maxY])

/** A rectangle of whole corners in the square from 0 to `size`. */
export function randomBox(random: Random, size: number): Ring {
  const [minX, minY] = [random.whole(0, size - 1), random.whole(0, size - 1)]
  return box(minX, minY, random.whole(minX + 1, size), random.whole(minY + 1, size))
}

/** A star-shaped ring about a middle; simple, for its corners follow one another round it. */
export function star(random: Random, [x, y]: Position, size: number, corners = random.whole(3, 12)): Ring {
  const turn = random.next()
  return closed(
    ...Array.from({ length: corners }, (_, i): Position => {
      const angle = (2 * Math.PI * (i + turn)) / corners
      const radius = size * random.real(0.4, 1)
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
    }),
  )
}

/** Any whole corners at all: crossing, touching, doubled and collapsed. */
export const tangle = (random: Random): Ring =>
  closed(...Array.from({ length: random.whole(3, 9) }, (): Position => [random.whole(0, 6), random.whole(0, 6)]))

/** Begins elsewhere and may run the other way round: the same ring. */
export function redrawn(random: Random, ring: Ring): Ring {
  const open = ring.slice(0, -1)
  const at = random.whole(0, open.length - 1)
  const turned = [...open.slice(at), ...open.slice(0, at)]
  return closed(...(random.chance(0.5) ? turned : turned.reverse()))
}

/** Corners of a bent lattice: neighbouring blocks of its cells share every vertex. */
export function lattice(random: Random, size: number): (i: number, j: number) => Position {
  const bend = Array.from({ length: 2 * (size + 1) ** 2 }, () => random.whole(0, 4))
  return (i, j) => [10 * i + bend[2 * (i * (size + 1) + j)]!, 10 * j + bend[2 * (i * (size + 1) + j) + 1]!]
}

export function block(
  corner: (i: number, j: number) => Position,
  i0: number,
  j0: number,
  i1: number,
  j1: number,
): Ring {
  const ring: Position[] = []
  for (let i = i0; i < i1; i++) ring.push(corner(i, j0))
  for (let j = j0; j < j1; j++) ring.push(corner(i1, j))
  for (let i = i1; i > i0; i--) ring.push(corner(i, j1))
  for (let j = j1; j > j0; j--) ring.push(corner(i0, j))
  return closed(...ring)
}

/** Metres per unit, and where the drawing lies: at zero, at 8-digit eastings, and at the rim of the country. */
const UNITS = [0.001, 0.1, 1, 25.5, 1000]
const PLACES: Position[] = [[0, 0], [36478500, 3650553], [40000000, 40000000]] // biome-ignore format: one row

/** A drawing in metres, to a tenth of a millimetre, with units and place drawn by lot. */
export function placement(random: Random): (geometry: MultiPolygon) => MultiPolygon {
  const unit = random.pick(UNITS)
  const [x, y] = random.pick(PLACES)
  const metres = (value: number, origin: number) => Math.round((origin + value * unit) * 1e4) / 1e4
  return (geometry) =>
    geometry.map((polygon) => polygon.map((ring) => ring.map((p) => [metres(p[0], x), metres(p[1], y)])))
}
