import type { Polygon, Position, Ring } from '../../kernel/geometry/types.ts'

/**
 * Planar area common to two polygons by signed triangle fans: exact to rounding and independent of the overlay engine,
 * which is scored against it. Rings may be any simple rings; holes run against their outer ring.
 */
export function intersectionArea(a: Polygon, b: Polygon): number {
  const origin = a[0]![0]!
  const fansA = a.flatMap((ring) => fan(ring, origin))
  const fansB = b.flatMap((ring) => fan(ring, origin))
  let area = 0
  for (const s of fansA)
    for (const t of fansB) if (meet(s, t)) area += s.sign * t.sign * clippedArea(s.points, t.points)
  return area
}

type Triangle = { points: Position[]; sign: number; box: [number, number, number, number] }

/** Triangles from the ring's first vertex, with the sign of their turning; coordinates relative to the origin. */
function fan(ring: Ring, origin: Position): Triangle[] {
  const local = ring.map(([x, y]): Position => [x - origin[0], y - origin[1]])
  const triangles: Triangle[] = []
  for (let i = 1; i + 2 < local.length; i++) {
    const [p, q, r] = [local[0]!, local[i]!, local[i + 1]!]
    const cross = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
    if (cross === 0) continue
    const points = cross > 0 ? [p, q, r] : [p, r, q]
    const xs = points.map((v) => v[0])
    const ys = points.map((v) => v[1])
    triangles.push({
      points,
      sign: Math.sign(cross),
      box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    })
  }
  return triangles
}

function meet({ box: s }: Triangle, { box: t }: Triangle): boolean {
  return s[0] < t[2] && t[0] < s[2] && s[1] < t[3] && t[1] < s[3]
}

/** Area of a counter-clockwise convex polygon cut to a counter-clockwise triangle (Sutherland–Hodgman). */
function clippedArea(subject: Position[], clip: Position[]): number {
  let points = subject
  for (let i = 0; i < 3 && points.length > 0; i++) points = clipBy(points, clip[i]!, clip[(i + 1) % 3]!)
  let twice = 0
  for (let i = 1; i + 1 < points.length; i++) {
    const [p, q, r] = [points[0]!, points[i]!, points[i + 1]!]
    twice += (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
  }
  return twice / 2
}

/** The part of a convex polygon left of the line a→b. */
function clipBy(points: Position[], a: Position, b: Position): Position[] {
  const side = (p: Position) => (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])
  const kept: Position[] = []
  points.forEach((p, i) => {
    const q = points[(i + 1) % points.length]!
    const [sp, sq] = [side(p), side(q)]
    if (sp >= 0) kept.push(p)
    if (sp > 0 !== sq > 0 && sp !== 0 && sq !== 0) {
      const t = sp / (sp - sq)
      kept.push([p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])])
    }
  })
  return kept
}
