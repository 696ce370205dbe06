import { collectRegions } from '../arrangement/collect-regions.ts'
import { arrange } from '../arrangement/faces.ts'
import { gridSegments, toPosition } from '../arrangement/grid-segments.ts'
import { Noder } from '../arrangement/noder.ts'
import { regionWhere } from '../arrangement/overlay-faces.ts'
import { boundingBox } from '../measures/bounding-box.ts'
import { signedRingArea } from '../measures/planar-area.ts'
import type { MultiPolygon, Position, Ring } from '../types.ts'

/**
 * What a ring that crosses or repeats itself encloses: places it goes round an odd number of times, or places it goes
 * round at all. A part is its outer ring less its holes; parts are taken together.
 */
export type FillRule = 'even-odd' | 'non-zero'

/**
 * So many metres wide is a geometry, whatever its unit, on the grid of 0.1 mm while it is resolved: products of two cell
 * numbers are still exact in a double.
 */
const WIDTH = 6e3

/** The area of a geometry by the rule, as valid polygons; vertices move by some 10⁻⁸ of its extent at most. */
export function resolveFill(geometry: MultiPolygon, rule: FillRule): MultiPolygon {
  const [minX, minY, maxX, maxY] = boundingBox(geometry)
  const extent = Math.max(maxX - minX, maxY - minY)
  if (!(extent > 0 && extent < Infinity)) return []
  const scale = 2 ** Math.floor(Math.log2(WIDTH / extent))
  const local = mapPositions(geometry, ([x, y]) => [(x - minX) * scale, (y - minY) * scale])
  const resolved = rule === 'even-odd' ? regionWhere([local], (inputs) => inputs.length > 0) : nonZero(local)
  return mapPositions(resolved, ([x, y]) => [x / scale + minX, y / scale + minY])
}

const mapPositions = (geometry: MultiPolygon, change: (position: Position) => Position): MultiPolygon =>
  geometry.map((polygon) => polygon.map((ring) => ring.map(change)))

type Loop = { ring: Ring; part: number; place: number; turn: number }

/** Every ring falls into simple loops; a face is gone round as often as loops turn left round it, less those that turn right. */
function nonZero(geometry: MultiPolygon): MultiPolygon {
  const loops = geometry.flatMap((polygon, part) =>
    polygon.flatMap((ring, place) =>
      simpleLoops(ring).map((loop): Loop => ({ ring: loop, part, place, turn: Math.sign(signedRingArea(loop)) })),
    ),
  )
  const plane = arrange(loops.map(({ ring }) => ring))
  const covered = (rings: readonly number[]) => {
    const turns = new Map<string, { part: number; place: number; turns: number }>()
    for (const { part, place, turn } of rings.map((r) => loops[r]!)) {
      const of = turns.get(`${part},${place}`) ?? { part, place, turns: 0 }
      turns.set(`${part},${place}`, { ...of, turns: of.turns + turn })
    }
    const round = [...turns.values()].filter((ring) => ring.turns !== 0)
    return round.some(({ part, place }) => place === 0 && !round.some((hole) => hole.part === part && hole.place > 0))
  }
  const regionOf = Int32Array.from(plane.ringsRound, (rings) => (covered(rings) ? 0 : -1))
  return collectRegions(plane, regionOf, 1)[0]!
}

/** The ring cut wherever it comes to a place for the second time, crossings included. */
function simpleLoops(ring: Ring): Ring[] {
  const segments = gridSegments([ring])
  const noder = new Noder()
  noder.node(segments)
  const loops: Ring[] = []
  const place = new Map<number, number>()
  const path: number[] = []
  const close = (from: number) => {
    const nodes = path.splice(from)
    for (const node of nodes) place.delete(node)
    if (nodes.length > 2) loops.push([...nodes, nodes[0]!].map((n) => toPosition(noder.nodes.x[n]!, noder.nodes.y[n]!, segments))) // biome-ignore format: one row
  }
  for (let k = 0; k < noder.pieces; k++) {
    const node = noder.from[k]!
    const before = place.get(node)
    if (before !== undefined) close(before)
    place.set(node, path.length)
    path.push(node)
  }
  close(0)
  return loops
}
