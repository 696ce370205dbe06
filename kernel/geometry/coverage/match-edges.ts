import Flatbush from 'flatbush'
import { CellTable } from '../arrangement/cell-table.ts'
import { fromCell, toCell } from '../arrangement/grid.ts'
import { boundingBox } from '../measures/bounding-box.ts'
import { signedRingArea } from '../measures/planar-area.ts'
import { TOLERANCE } from '../repair/clean-ring.ts'
import type { MultiPolygon } from '../types.ts'

/**
 * In a sound coverage every edge inside it is run along twice, once each way. `suspects` are the features near an edge
 * for which this is not so: only they can overlap or leave a gap. `isRim` knows the edges between a suspect and a
 * feature that is none: where suspects alone are drawn, the land beyond a rim is not empty.
 */
export type EdgeMatching = { suspects: number[]; isRim: (ax: number, ay: number, bx: number, by: number) => boolean }

type DirectedEdges = {
  vertices: CellTable
  from: Int32Array
  to: Int32Array
  feature: Int32Array
  /** Places of the edges, equal edges (either way) next to each other. */
  order: Uint32Array
}

export function matchEdges(geometries: MultiPolygon[]): EdgeMatching {
  const edges = directedEdges(geometries)
  const lonely: number[] = []
  const pairs: [number, number][] = []
  for (const group of equalEdges(edges)) {
    const [a, b] = group as [number, number]
    if (group.length === 2 && edges.from[a] === edges.to[b]) pairs.push([a, b])
    else for (const e of group) lonely.push(e)
  }
  const suspect = markSuspects(geometries, edges, lonely)
  const rim = new Set<string>()
  for (const [a, b] of pairs) {
    if (suspect[edges.feature[a]!] !== suspect[edges.feature[b]!]) rim.add(edgeName(edges, a)).add(edgeName(edges, b))
  }
  return {
    suspects: [...suspect.keys()].filter((feature) => suspect[feature]),
    isRim: (ax, ay, bx, by) => rim.has(`${ax},${ay},${bx},${by}`),
  }
}

function edgeName({ vertices: { x, y }, from, to }: DirectedEdges, e: number): string {
  return `${x[from[e]!]},${y[from[e]!]},${x[to[e]!]},${y[to[e]!]}`
}

/** All edges with the area on their left, in absolute cells. */
function directedEdges(geometries: MultiPolygon[]): DirectedEdges {
  const size = geometries.flat(2).reduce((sum, ring) => sum + ring.length, 0)
  const vertices = new CellTable(size)
  const from = new Int32Array(size)
  const to = new Int32Array(size)
  const feature = new Int32Array(size)
  let count = 0
  geometries.forEach((geometry, f) => {
    for (const polygon of geometry) {
      polygon.forEach((ring, r) => {
        const forward = signedRingArea(ring) > 0 === (r === 0)
        const ids = ring.map(([x, y]) => vertices.add(toCell(x), toCell(y)))
        for (let i = 1; i < ids.length; i++) {
          if (ids[i] === ids[i - 1]) continue
          from[count] = forward ? ids[i - 1]! : ids[i]!
          to[count] = forward ? ids[i]! : ids[i - 1]!
          feature[count++] = f
        }
      })
    }
  })
  const key = Float64Array.from({ length: count }, (_, e) => {
    const [low, high] = from[e]! < to[e]! ? [from[e]!, to[e]!] : [to[e]!, from[e]!]
    return low * vertices.count + high
  })
  const order = Uint32Array.from({ length: count }, (_, e) => e).sort((a, b) => key[a]! - key[b]! || a - b)
  return { vertices, from, to, feature, order }
}

function* equalEdges({ from, to, order }: DirectedEdges): Generator<number[]> {
  const equal = (a: number, b: number) =>
    (from[a] === from[b] && to[a] === to[b]) || (from[a] === to[b] && to[a] === from[b])
  for (let i = 0; i < order.length; ) {
    const group = [order[i++]!]
    while (i < order.length && equal(group[0]!, order[i]!)) group.push(order[i++]!)
    yield group
  }
}

function markSuspects(geometries: MultiPolygon[], edges: DirectedEdges, lonely: number[]): Uint8Array {
  const suspect = new Uint8Array(geometries.length)
  if (lonely.length === 0) return suspect
  const index = new Flatbush(geometries.length)
  for (const geometry of geometries) index.add(...boundingBox(geometry))
  index.finish()
  const { x, y } = edges.vertices
  for (const e of lonely) {
    const [a, b] = [edges.from[e]!, edges.to[e]!]
    const near = index.search(
      fromCell(Math.min(x[a]!, x[b]!)) - TOLERANCE,
      fromCell(Math.min(y[a]!, y[b]!)) - TOLERANCE,
      fromCell(Math.max(x[a]!, x[b]!)) + TOLERANCE,
      fromCell(Math.max(y[a]!, y[b]!)) + TOLERANCE,
    )
    for (const feature of near) suspect[feature] = 1
  }
  return suspect
}
