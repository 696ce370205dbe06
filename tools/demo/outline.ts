import type { Polygon, Position, Ring } from '../../kernel/geometry/types.ts'
import type { Mesh } from './mesh.ts'
import type { Warp } from './warp.ts'

/** A chord may leave its true curve by this much, metres. */
const SAG = 0.2

const round3 = (value: number) => Math.round(value * 1000) / 1000

/** Turns faces into ground polygons: vertices warped and rounded to 0.001 m, edges bent alike for both neighbours. */
export class Outline {
  private readonly east: Float64Array
  private readonly north: Float64Array
  private readonly mesh: Mesh
  private readonly warp: Warp

  constructor(mesh: Mesh, warp: Warp) {
    this.mesh = mesh
    this.warp = warp
    this.east = new Float64Array(mesh.vertexCount).fill(Number.NaN)
    this.north = new Float64Array(mesh.vertexCount)
  }

  vertex(v: number): Position {
    if (Number.isNaN(this.east[v]!)) {
      const [east, north] = this.warp(this.mesh.x[v]!, this.mesh.y[v]!)
      this.east[v] = round3(east)
      this.north[v] = round3(north)
    }
    return [this.east[v]!, this.north[v]!]
  }

  /** Any drawing-space point on the ground, rounded. */
  point(x: number, y: number): Position {
    const [east, north] = this.warp(x, y)
    return [round3(east), round3(north)]
  }

  /** Points strictly between the ends of an edge, always computed from its even half so that both sides agree to the bit. */
  private between(h: number): Position[] {
    const { mesh } = this
    const even = h & ~1
    const [a, b] = [mesh.origin[even]!, mesh.origin[even + 1]!]
    const [ax, ay, bx, by] = [mesh.x[a]!, mesh.y[a]!, mesh.x[b]!, mesh.y[b]!]
    const points = bend(this.vertex(a), this.vertex(b), Math.hypot(bx - ax, by - ay), (t) =>
      this.point(ax + t * (bx - ax), ay + t * (by - ay)),
    )
    return even === h ? points : points.reverse()
  }

  /** The closed ground ring of a chain of half-edges. */
  ring(edges: Iterable<number>): Ring {
    const ring: Ring = []
    for (const h of edges) {
      ring.push(this.vertex(this.mesh.origin[h]!))
      for (const p of this.between(h)) ring.push(p)
    }
    ring.push([ring[0]![0], ring[0]![1]])
    return ring
  }

  polygon(face: number): Polygon {
    const holes = this.mesh.holes.get(face) ?? []
    return [this.ring(this.mesh.cycle(face)), ...holes.map((start) => this.ring(this.mesh.cycleFrom(start)))]
  }

  /** A free-standing ring of drawing-space points (open), bent like everything else. */
  bentRing(points: readonly (readonly [number, number])[]): Ring {
    const ring: Ring = []
    points.forEach(([ax, ay], i) => {
      const [bx, by] = points[(i + 1) % points.length]!
      const start = this.point(ax, ay)
      ring.push(start)
      for (const p of bend(start, this.point(bx, by), Math.hypot(bx - ax, by - ay), (t) =>
        this.point(ax + t * (bx - ax), ay + t * (by - ay)),
      ))
        ring.push(p)
    })
    ring.push([ring[0]![0], ring[0]![1]])
    return ring
  }
}

/** How many chords follow the curve within SAG, judged at the quarter points; then the points between them. */
function bend(a: Position, b: Position, length: number, at: (t: number) => Position): Position[] {
  if (length < 16) return []
  let worst = 0
  for (const t of length > 120 ? [0.15, 0.3, 0.5, 0.7, 0.85] : [0.25, 0.5, 0.75]) {
    const p = at(t)
    worst = Math.max(worst, Math.hypot(p[0] - a[0] - t * (b[0] - a[0]), p[1] - a[1] - t * (b[1] - a[1])))
  }
  if (worst < SAG) return []
  const pieces = Math.min(Math.ceil(Math.sqrt(worst / SAG)) + (length > 60 ? 1 : 0), Math.floor(length / 8))
  const count = Math.max(pieces, Math.ceil(length / 45))
  return Array.from({ length: count - 1 }, (_, i) => at((i + 1) / count))
}

/** Planar area of a closed ring, counter-clockwise positive; taken about its first vertex to keep the digits. */
export function ringArea(ring: Ring): number {
  const [x0, y0] = ring[0]!
  let twice = 0
  for (let i = 1; i < ring.length; i++) {
    const [x1, y1] = ring[i - 1]!
    const [x2, y2] = ring[i]!
    twice += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
  }
  return twice / 2
}

/** Planar area of a polygon whose holes run clockwise. */
export function polygonArea(polygon: Polygon): number {
  return polygon.reduce((sum, ring) => sum + ringArea(ring), 0)
}
