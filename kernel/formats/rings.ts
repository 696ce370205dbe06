import Flatbush from 'flatbush'
import type { MultiPolygon, Polygon, Position, Ring } from '../geometry/types.ts'
import type { Finding } from './delivery.ts'
import { signedArea2 } from './shapefile/write-shp.ts'

type Cleaned = { ring: Ring | undefined; finding?: Omit<Finding, 'row'> }

const same = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1]

/** Closes an open ring; a ring of fewer than three different corners encloses nothing and is left out, reported. */
export function cleanRing(ring: Ring): Cleaned {
  const [first, last] = [ring[0], ring.at(-1)]
  if (!first || !last)
    return { ring: undefined, finding: { code: 'formats.row.ring-collapsed', params: { vertices: 0 } } }
  const open = !same(first, last)
  const closed = open ? [...ring, first] : ring
  const corners = new Set(closed.map(([x, y]) => `${x} ${y}`)).size
  if (corners < 3)
    return { ring: undefined, finding: { code: 'formats.row.ring-collapsed', params: { vertices: ring.length } } }
  if (!open) return { ring }
  const gap = Math.hypot(first[0] - last[0], first[1] - last[1])
  return { ring: closed, finding: { code: 'formats.row.ring-closed', params: { gap: Number(gap.toPrecision(6)) } } }
}

/** 1 inside, -1 outside, 0 on the boundary (ray casting with exact comparison of the ends). */
function side([x, y]: Position, ring: Ring): number {
  let inside = -1
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!
    const [bx, by] = ring[i]!
    const cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
    const within = Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by)
    if (cross === 0 && within) return 0
    if (ay > y !== by > y && cross > 0 === by > ay) inside = -inside
  }
  return inside
}

/** A hole may touch its outer ring; the first vertex off the boundary decides. */
function contains(outer: Ring, inner: Ring): boolean {
  for (const position of inner) {
    const where = side(position, outer)
    if (where !== 0) return where > 0
  }
  return true
}

type Measured = { ring: Ring; area: number; box: [number, number, number, number] }

function measure(ring: Ring): Measured {
  const box: Measured['box'] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of ring) {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return { ring, area: signedArea2(ring), box }
}

type Nest = (inner: Measured) => Measured | undefined

/** Finds the smallest of these rings around another one. */
function nestIn(outers: Measured[]): Nest {
  if (outers.length === 0) return () => undefined
  const index = new Flatbush(outers.length)
  for (const { box } of outers) index.add(...box)
  index.finish()
  return (inner) => {
    const [x, y] = inner.ring[0]!
    const around = index.search(x, y, x, y).map((at) => outers[at]!)
    const larger = around.filter((outer) => outer !== inner && Math.abs(outer.area) > Math.abs(inner.area))
    larger.sort((a, b) => Math.abs(a.area) - Math.abs(b.area))
    return larger.find((outer) => contains(outer.ring, inner.ring))
  }
}

/** Outer rings and holes by how deep they lie in each other, for files that do not keep ESRI's directions. */
function groupByDepth(rings: Measured[]): MultiPolygon {
  const parentOf = nestIn(rings)
  const polygons = new Map<Measured, Polygon>()
  const largestFirst = [...rings].sort((a, b) => Math.abs(b.area) - Math.abs(a.area))
  for (const ring of largestFirst) {
    const parent = parentOf(ring)
    const around = parent && polygons.get(parent)
    // A ring inside a hole is an island, and starts a polygon of its own.
    if (around) around.push(ring.ring)
    else polygons.set(ring, [ring.ring])
  }
  return [...polygons.values()]
}

function groupByDirection(rings: Measured[]): MultiPolygon | undefined {
  const outers = rings.filter((ring) => ring.area <= 0)
  const parentOf = nestIn(outers)
  const polygons = new Map<Measured, Polygon>(outers.map((outer) => [outer, [outer.ring]]))
  for (const hole of rings) {
    if (hole.area <= 0) continue
    const parent = parentOf(hole)
    if (!parent) return undefined
    polygons.get(parent)!.push(hole.ring)
  }
  return polygons.size > 0 ? [...polygons.values()] : undefined
}

/**
 * Loose rings to polygons with holes. ESRI's directions (outer clockwise, hole counter-clockwise) are followed while
 * every hole has an outer ring around it; otherwise nesting decides and that is reported. Vertices are not moved.
 */
export function groupRings(rings: Ring[]): { geometry: MultiPolygon; findings: Omit<Finding, 'row'>[] } {
  const cleaned = rings.map(cleanRing)
  const findings = cleaned.flatMap(({ finding }) => finding ?? [])
  const measured = cleaned.flatMap(({ ring }) => (ring ? [measure(ring)] : []))
  const byDirection = groupByDirection(measured)
  if (byDirection || measured.length === 0) return { geometry: byDirection ?? [], findings }
  const reported = { code: 'formats.row.ring-direction', params: { rings: measured.length } }
  return { geometry: groupByDepth(measured), findings: [...findings, reported] }
}
