import Flatbush from 'flatbush'
import { boundingBox } from '../geometry/measures/bounding-box.ts'
import { sideOfRing } from '../geometry/measures/contains-point.ts'
import { signedRingArea } from '../geometry/measures/planar-area.ts'
import type { Box, MultiPolygon, Polygon, Position, Ring } from '../geometry/types.ts'
import type { Finding } from './delivery.ts'

type Cleaned = { ring: Ring | undefined; finding?: Omit<Finding, 'row'> }

const same = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1]

function hasThreeCorners(ring: Ring): boolean {
  const first = ring[0]!
  const second = ring.find((position) => !same(position, first))
  return second !== undefined && ring.some((position) => !same(position, first) && !same(position, second))
}

/** Closes an open ring; a ring of fewer than three different corners encloses nothing and is left out, reported. */
export function cleanRing(ring: Ring): Cleaned {
  const [first, last] = [ring[0], ring.at(-1)]
  if (!first || !last)
    return { ring: undefined, finding: { code: 'formats.row.ring-collapsed', params: { vertices: 0 } } }
  const open = !same(first, last)
  const closed = open ? [...ring, first] : ring
  if (!hasThreeCorners(closed))
    return { ring: undefined, finding: { code: 'formats.row.ring-collapsed', params: { vertices: ring.length } } }
  if (!open) return { ring }
  const gap = Math.hypot(first[0] - last[0], first[1] - last[1])
  return { ring: closed, finding: { code: 'formats.row.ring-closed', params: { gap: Number(gap.toPrecision(6)) } } }
}

type Around = (outer: Ring, inner: Ring) => boolean

/** A hole may touch its outer ring, and a careless one may cross it; the first vertex off the boundary decides. */
const begins: Around = (outer, inner) => {
  for (const position of inner) {
    const where = sideOfRing(outer, position)
    if (where !== 0) return where > 0
  }
  return true
}

/** No vertex lies outside. */
const encloses: Around = (outer, inner) => inner.every((position) => sideOfRing(outer, position) >= 0)

type Measured = { ring: Ring; area: number; box: Box }

const measure = (ring: Ring): Measured => ({ ring, area: signedRingArea(ring), box: boundingBox([[ring]]) })

type Nest = (inner: Measured) => Measured | undefined

/** Finds the smallest of these rings around another one. */
function nestIn(outers: Measured[], around: Around): Nest {
  if (outers.length === 0) return () => undefined
  const index = new Flatbush(outers.length)
  for (const { box } of outers) index.add(...box)
  index.finish()
  return (inner) => {
    const [x, y] = inner.ring[0]!
    const there = index.search(x, y, x, y).map((at) => outers[at]!)
    const larger = there.filter((outer) => outer !== inner && Math.abs(outer.area) > Math.abs(inner.area))
    larger.sort((a, b) => Math.abs(a.area) - Math.abs(b.area))
    return larger.find((outer) => around(outer.ring, inner.ring))
  }
}

/** Outer rings and holes by how deep they lie in each other, for files that do not keep ESRI's directions. */
function groupByDepth(rings: Measured[]): MultiPolygon {
  const parentOf = nestIn(rings, encloses)
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
  const enclosing = nestIn(rings, encloses)
  // An outer ring right inside an outer ring is a hole drawn the wrong way round.
  if (outers.some((outer) => (enclosing(outer)?.area ?? 1) <= 0)) return undefined
  const parentOf = nestIn(outers, begins)
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
 * they make sense: every hole in an outer ring, no outer ring right inside another. Otherwise nesting decides and that
 * is reported. Vertices are not moved.
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
