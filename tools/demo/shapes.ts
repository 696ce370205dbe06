import type { Random } from './random.ts'

/** An open counter-clockwise ring in drawing space. */
export type Shape = [number, number][]

/** A star-shaped ring, at most 1.37 radii from its centre. */
export function lobes(x: number, y: number, radius: number, random: Random, count = random.whole(9, 14)): Shape {
  const [p2, p3] = [random.between(0, 6.28), random.between(0, 6.28)]
  return Array.from({ length: count }, (_, i) => {
    const t = (i / count) * 2 * Math.PI
    const r = radius * (1 + 0.22 * Math.sin(2 * t + p2) + 0.13 * Math.sin(3 * t + p3))
    return [x + r * Math.cos(t), y + r * Math.sin(t)]
  })
}

/** A rectangle about a centre; `length` lies along the angle. */
export function rectangle(x: number, y: number, length: number, width: number, angle: number): Shape {
  const [c, s] = [Math.cos(angle) / 2, Math.sin(angle) / 2]
  const corners = [
    [-length, -width],
    [length, -width],
    [length, width],
    [-length, width],
  ] as const
  return corners.map(([u, v]) => [x + u * c - v * s, y + u * s + v * c])
}

/** The shape drawn towards its mean point. */
export function shrunk(shape: Shape, factor: number): Shape {
  const x = shape.reduce((sum, p) => sum + p[0], 0) / shape.length
  const y = shape.reduce((sum, p) => sum + p[1], 0) / shape.length
  return shape.map(([px, py]) => [x + (px - x) * factor, y + (py - y) * factor])
}

/** Is the point inside the ring? (even-odd) */
export function inside(shape: readonly (readonly [number, number])[], x: number, y: number): boolean {
  let within = false
  for (let i = 0, j = shape.length - 1; i < shape.length; j = i++) {
    const [xi, yi] = shape[i]!
    const [xj, yj] = shape[j]!
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) within = !within
  }
  return within
}

/** Distance from a point to the nearest side of a convex counter-clockwise ring; negative outside. */
export function depthInside(convex: Shape, x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY
  convex.forEach(([ax, ay], i) => {
    const [bx, by] = convex[(i + 1) % convex.length]!
    least = Math.min(least, ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / Math.hypot(bx - ax, by - ay))
  })
  return least
}

/** Pulls the points of a star-shaped ring in towards (x, y) until they lie at least `margin` inside a convex ring. */
export function heldInside(shape: Shape, convex: Shape, x: number, y: number, margin: number): Shape {
  return shape.map(([px, py]) => {
    let reach = 1
    while (reach > 0 && depthInside(convex, x + (px - x) * reach, y + (py - y) * reach) < margin) reach -= 0.05
    return [x + (px - x) * reach, y + (py - y) * reach]
  })
}
