import type { MultiPolygon, Position } from '../types.ts'
import type { Random } from './random.testing.ts'
import { block, box, closed, lattice, randomBox, redrawn, star, tangle } from './shapes.testing.ts'

/** For tests only. Draws a subject and some features that meet it in the way the name says; in drawing units. */
export type Drawing = { subject: MultiPolygon; features: MultiPolygon[] }
type Draw = (random: Random) => Drawing

const two = (subject: MultiPolygon, ...features: MultiPolygon[]): Drawing => ({ subject, features })
const anyShape = (random: Random): MultiPolygon =>
  random.chance(0.5) ? [[randomBox(random, 8)]] : [[star(random, [random.whole(0, 8), random.whole(0, 8)], 5)]]

/** Needles: a cell or a few high and up to kilometres long, in any direction. */
function needle(random: Random): MultiPolygon {
  const angle = random.real(0, 2 * Math.PI)
  const length = random.real(1, 50)
  const thick = random.pick([1e-4, 3e-4, 0.001, 0.01])
  const along = (s: number, t: number): Position => [
    4 + s * Math.cos(angle) - t * Math.sin(angle),
    4 + s * Math.sin(angle) + t * Math.cos(angle),
  ]
  return [[closed(along(0, 0), along(length, 0), along(random.real(0, length), thick))]]
}

/** Its upper and lower borders are straight but for a few cells. */
function nearlyStraight(random: Random, low: number, high: number): MultiPolygon {
  const wobble = (y: number) => y + random.whole(-3, 3) * 1e-4
  const steps = random.whole(2, 8)
  const lower = Array.from({ length: steps + 1 }, (_, i): Position => [i, wobble(low)])
  const upper = Array.from({ length: steps + 1 }, (_, i): Position => [steps - i, wobble(high)])
  return [[closed(...lower, ...upper)]]
}

/** Frames within frames, every second one filled: islands in holes, of parts of one feature. */
function nested(random: Random): MultiPolygon {
  const depth = random.whole(1, 3)
  return Array.from({ length: depth }, (_, k) => [box(4 * k, 4 * k, 30 - 4 * k, 30 - 4 * k), box(4 * k + 2, 4 * k + 2, 28 - 4 * k, 28 - 4 * k)]) // biome-ignore format: one row
}

/** Valid as drawn. */
export const VALID: Record<string, Draw> = {
  'plots that cross anyhow': (random) => {
    const [outer, hole] = [star(random, [0, 0], 10, 8), star(random, [0, 0], 2)]
    return two([random.chance(0.5) ? [outer, hole] : [outer]], [[star(random, [random.real(-9, 9), 3], 8)]], anyShape(random)) // biome-ignore format: one row
  },
  'blocks of a lattice that share edges': (random) => {
    const corner = lattice(random, 4)
    const any = (): MultiPolygon => {
      const [i, j] = [random.whole(0, 3), random.whole(0, 3)]
      return [[redrawn(random, block(corner, i, j, random.whole(i + 1, 4), random.whole(j + 1, 4)))]]
    }
    return two(any(), any(), any())
  },
  'edges that lie on one another in part': (random) => two([[randomBox(random, 5)]], [[randomBox(random, 5)]], [[randomBox(random, 5)]]), // biome-ignore format: one row
  'corners that touch': (random) => {
    const subject = star(random, [0, 0], 5)
    const other = star(random, [0, 0], 5)
    const [at, from] = [random.pick(subject), random.pick(other)]
    return two([[subject]], [[other.map(([x, y]): Position => [x - from[0] + at[0], y - from[1] + at[1]])]])
  },
  'corners that lie inside an edge': (random) => {
    const [base, tip] = [random.whole(0, 4), random.whole(1, 8)]
    return two([[box(0, 0, 8, 4)]], [[closed([tip, 4], [tip + 2, 9], [tip - 2, 9])]], [[box(base, 4, base + 3, 6)]], [[closed([tip, 0], [8, 4], [0, 4])]]) // biome-ignore format: one row
  },
  'the same plot drawn again': (random) => {
    const ring = star(random, [0, 0], 9)
    return two([[ring]], [[redrawn(random, ring)]], [[redrawn(random, ring)]])
  },
  'a hole that touches its outer ring': (random) => {
    const at = random.whole(0, 8)
    return two([[box(0, 0, 8, 8), closed([at, 0], [2, 5], [6, 5])]], [[closed([at, 0], [2, 5], [6, 5])]], anyShape(random)) // biome-ignore format: one row
  },
  'a hole that a feature fills': (random) => {
    const hole = star(random, [5, 5], 4)
    return two([[box(0, 0, 10, 10), hole]], [[redrawn(random, hole)]], [[randomBox(random, 10)]])
  },
  'islands in holes': (random) => two(nested(random), nested(random), [[randomBox(random, 30)]]),
  needles: (random) => two(needle(random), needle(random), anyShape(random)),
  'nearly straight borders': (random) => two(nearlyStraight(random, 0, 1), nearlyStraight(random, 1, 2), nearlyStraight(random, 0, 2)), // biome-ignore format: one row
  'vertices drawn twice': (random) => {
    const ring = star(random, [0, 0], 6).flatMap((p) => (random.chance(0.4) ? [p, p] : [p]))
    return two([[ring]], anyShape(random), [[ring.toReversed()]])
  },
  'parts that touch at corners': (random) => {
    const corner = lattice(random, 4)
    const chess = (odd: number): MultiPolygon =>
      Array.from({ length: 16 }, (_, k) => [k % 4, Math.floor(k / 4)] as const)
        .filter(([i, j]) => (i + j) % 2 === odd)
        .map(([i, j]) => [block(corner, i, j, i + 1, j + 1)])
    return two(chess(0), chess(1), [[block(corner, 0, 0, random.whole(1, 4), random.whole(1, 4))]])
  },
}

/** Not valid as drawn: even-odd in the overlay, and to be repaired before areas are taken. */
export const INVALID: Record<string, Draw> = {
  'bow-ties': (random) => two([[closed([0, 0], [8, random.whole(4, 8)], [8, 0], [0, random.whole(4, 8)])]], anyShape(random)), // biome-ignore format: one row
  spikes: (random) => {
    const ring = star(random, [4, 4], 4)
    const at = random.whole(1, ring.length - 1)
    return two([[[...ring.slice(0, at), [20, random.whole(0, 9)], ring[at - 1]!, ...ring.slice(at)]]], anyShape(random))
  },
  'rings that go round twice': (random) => {
    const [first, second] = [star(random, [4, 4], 5), star(random, [4, 4], 5)]
    return two([[closed(...first, ...second)]], anyShape(random))
  },
  tangles: (random) => two([[tangle(random), tangle(random)]], [[tangle(random)]], [[tangle(random), tangle(random)]]),
  'parts that overlap': (random) => two([[randomBox(random, 6)], [randomBox(random, 6)]], anyShape(random)),
}
