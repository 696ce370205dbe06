import { overlayFaces } from '../arrangement/overlay-faces.ts'
import { boundingBox, boxesMeet } from '../measures/bounding-box.ts'
import type { MultiPolygon, Position } from '../types.ts'

/** Which of the two areas lie on either side of an edge: bit 1 the first, bit 2 the second. */
type Sides = { left: number; right: number }

const APART = 'FF2FF1212'

/**
 * The nine intersections of two areas (DE-9IM, OGC 06-103r4 §6.1.15.2): interior, boundary and exterior of `a` with
 * those of `b`, row by row; each the dimension 0, 1 or 2 of what is common, or F for nothing. Seen on the 0.1 mm grid:
 * what lies within a cell of touching touches. Rings count even-odd, parts may touch or overlap.
 * @throws RangeError as `overlayFaces`
 */
export function relate(a: MultiPolygon, b: MultiPolygon): string {
  if (a.length > 0 && b.length > 0 && !boxesMeet(boundingBox(a), boundingBox(b))) return APART
  const faces = overlayFaces([
    { id: 1, geometry: a },
    { id: 2, geometry: b },
  ])
  const covers = faces.map(({ geometry, inputs }) => ({ geometry, cover: inputs.reduce((bits, id) => bits | id, 0) }))
  const found = new Set(covers.map(({ cover }) => CELL_OF_COVER[cover]!))
  const edges = edgeSides(covers)
  for (const sides of edges.values()) found.add(cellOfEdge(sides))
  const onA = nodesWhere(edges, 1)
  const atNode = [...nodesWhere(edges, 2)].some((node) => onA.has(node))
  const dimension = (cell: number) => (found.has(cell) ? String(DIMENSIONS[cell]) : cell === BOTH_BOUNDARIES && atNode ? '0' : 'F') // biome-ignore format: one row
  return Array.from({ length: 9 }, (_, cell) => (cell === 8 ? '2' : dimension(cell))).join('')
}

const BOTH_BOUNDARIES = 4
const DIMENSIONS = [2, 1, 2, 1, 1, 1, 2, 1, 2]
/** The cell of the matrix that a face lies in, by the bits of what covers it. */
const CELL_OF_COVER = [8, 2, 6, 0]

/** Faces lie on the left of their edges: outer rings run counter-clockwise, holes clockwise. */
function edgeSides(faces: { geometry: MultiPolygon; cover: number }[]): Map<string, Sides> {
  const edges = new Map<string, Sides>()
  for (const { geometry, cover } of faces) {
    for (const ring of geometry.flat()) {
      for (let i = 1; i < ring.length; i++) {
        const forward = isBefore(ring[i - 1]!, ring[i]!)
        const key = forward ? `${ring[i - 1]} ${ring[i]}` : `${ring[i]} ${ring[i - 1]}`
        const sides = edges.get(key) ?? { left: 0, right: 0 }
        edges.set(key, forward ? { ...sides, left: cover } : { ...sides, right: cover })
      }
    }
  }
  return edges
}

const isBefore = ([ax, ay]: Position, [bx, by]: Position) => ax < bx || (ax === bx && ay < by)

/** An edge is on the boundary of what differs between its sides, and inside or outside of the rest. */
function cellOfEdge({ left, right }: Sides): number {
  const place = (bit: number) => ((left ^ right) & bit ? 1 : left & bit ? 0 : 2)
  return 3 * place(1) + place(2)
}

function nodesWhere(edges: Map<string, Sides>, bit: number): Set<string> {
  const nodes = new Set<string>()
  for (const [key, { left, right }] of edges) {
    if ((left ^ right) & bit) for (const node of key.split(' ')) nodes.add(node)
  }
  return nodes
}
