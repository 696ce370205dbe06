import type { Box } from '../types.ts'
import { type AreaScale, scaledHeight } from './area-scale.ts'
import { clampEdges } from './clamp-edges.ts'
import type { EdgeTable } from './edge-table.ts'

/** Gauss-Legendre nodes and weights on [0, 1]: exact for the polynomials of degree 5 that the scale makes. */
const NODES = [0.5 - Math.sqrt(0.15), 0.5, 0.5 + Math.sqrt(0.15)] as const
const WEIGHTS = [5 / 18, 8 / 18, 5 / 18] as const

/** ∫ of what lies between the floor and the line from (x1, y1) to (x2, y2): planar, or weighed by a scale. */
function under(floor: number, x1: number, y1: number, x2: number, y2: number, scale?: AreaScale): number {
  const width = x2 - x1
  if (!scale) return width * ((y1 + y2) / 2 - floor)
  let sum = 0
  for (let k = 0; k < 3; k++) {
    sum += WEIGHTS[k]! * scaledHeight(scale, x1 + NODES[k]! * width, floor, y1 + NODES[k]! * (y2 - y1))
  }
  return width * sum
}

/** ∫ of what lies under both of two lines that run over the same x. */
function underBoth(
  floor: number,
  x1: number,
  a1: number,
  b1: number,
  x2: number,
  a2: number,
  b2: number,
  scale?: AreaScale,
): number {
  const start = a1 - b1
  const end = a2 - b2
  if (start <= 0 && end <= 0) return under(floor, x1, a1, x2, a2, scale)
  if (start >= 0 && end >= 0) return under(floor, x1, b1, x2, b2, scale)
  const t = start / (start - end)
  const x = x1 + t * (x2 - x1)
  const y = a1 + t * (a2 - a1)
  return start < 0
    ? under(floor, x1, a1, x, y, scale) + under(floor, x, y, x2, b2, scale)
    : under(floor, x1, b1, x, y, scale) + under(floor, x, y, x2, a2, scale)
}

/** The area of one geometry, from its edges. */
export function areaUnderEdges({ box, count, coordinates: c, sign }: EdgeTable, scale?: AreaScale): number {
  let sum = 0
  for (let i = 0; i < count; i++) {
    sum += sign[i]! * under(box[1], c[4 * i]!, c[4 * i + 1]!, c[4 * i + 2]!, c[4 * i + 3]!, scale)
  }
  return sum
}

/**
 * Area common to two geometries without making the geometry: area(P ∩ Q) = Σ s_e·s_f ∫ min(e, f) dx over all pairs of
 * their edges. No topology is asked for, so shared edges, holes, parts and touches need no care; where a geometry
 * overlaps itself, that area counts as often as it is covered.
 */
export function commonArea(p: EdgeTable, q: EdgeTable, scale?: AreaScale): number {
  const window: Box = [
    Math.max(p.box[0], q.box[0]),
    Math.max(p.box[1], q.box[1]),
    Math.min(p.box[2], q.box[2]),
    Math.min(p.box[3], q.box[3]),
  ]
  if (!(window[0] < window[2] && window[1] < window[3])) return 0
  const a = clampEdges(p, window)
  const b = clampEdges(q, window)
  let sum = 0
  for (let i = 0; i < a.count; i++) {
    for (let j = 0; j < b.count; j++) sum += pairArea(a, i, b, j, scale)
  }
  return sum
}

function pairArea(a: EdgeTable, i: number, b: EdgeTable, j: number, scale?: AreaScale): number {
  const p = a.coordinates
  const q = b.coordinates
  const from = Math.max(p[4 * i]!, q[4 * j]!)
  const to = Math.min(p[4 * i + 2]!, q[4 * j + 2]!)
  if (from >= to) return 0
  const area = underBoth(
    a.box[1],
    from,
    heightAt(p, 4 * i, from),
    heightAt(q, 4 * j, from),
    to,
    heightAt(p, 4 * i, to),
    heightAt(q, 4 * j, to),
    scale,
  )
  return a.sign[i]! * b.sign[j]! * area
}

/** The ends are taken as they stand, so that edges two geometries share are equal to the last bit. */
function heightAt(c: Float64Array, at: number, x: number): number {
  const x1 = c[at]!
  const x2 = c[at + 2]!
  if (x === x1) return c[at + 1]!
  if (x === x2) return c[at + 3]!
  return c[at + 1]! + ((x - x1) / (x2 - x1)) * (c[at + 3]! - c[at + 1]!)
}
