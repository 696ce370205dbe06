import { leftTurnOnGrid } from '../arrangement/orientation.ts'
import type { EdgeGraph } from './edge-graph.ts'
import type { FaceLabels } from './face-labels.ts'

/** Nodes of a simple ring, the first not repeated, beginning at the leftmost (lowest) one. */
export type NodeRing = number[]
export type NodePolygon = { shell: NodeRing; holes: NodeRing[] }
/** A piece: `loop` has its label; parts in order of their leftmost node. */
export type NodePiece = { loop: number; parts: NodePolygon[] }

type LoopRings = { loop: number; shell: NodeRing | undefined; holes: NodeRing[] }

/** The faces of the subject as pieces, one for each label, in order of their leftmost node. */
export class PieceAssembler {
  /** Where a node stands in the path walked; −1 when it does not. */
  #place = new Int32Array(256).fill(-1)

  assemble(graph: EdgeGraph, labels: FaceLabels): NodePiece[] {
    const pieces: NodePiece[] = []
    const loose: LoopRings[] = []
    for (let loop = 0; loop < labels.loops; loop++) {
      if (!labels.isInSubject(graph, loop)) continue
      const rings = this.#ringsOf(graph, labels, loop)
      if (rings.shell) pieceFor(pieces, graph, labels, loop).parts.push({ shell: rings.shell, holes: rings.holes })
      else if (rings.holes.length > 0) loose.push(rings)
    }
    for (const { loop, holes } of loose) {
      const { parts } = pieceFor(pieces, graph, labels, loop)
      const polygon = parts.length > 1 ? smallestRound(graph, parts, holes[0]!) : parts[0]
      polygon?.holes.push(...holes)
    }
    return inOrder(graph, pieces)
  }

  /** A walk may touch itself at a node; cut there it falls into one outer ring at the most and into holes. */
  #ringsOf(graph: EdgeGraph, { first, loopOf }: FaceLabels, loop: number): LoopRings {
    if (this.#place.length < graph.nodeX.length) this.#place = new Int32Array(graph.nodeX.length).fill(-1)
    const place = this.#place
    const result: LoopRings = { loop, shell: undefined, holes: [] }
    const path: number[] = []
    const close = (from: number) => {
      const ring = path.splice(from)
      for (const node of ring) place[node] = -1
      // There and back again: a dead end, no area.
      if (ring.length < 3) return
      startAtLeftmost(graph, ring)
      if (isCounterClockwise(graph, ring)) result.shell = ring
      else result.holes.push(ring)
    }
    let h = first[loop]!
    do {
      const node = graph.origin(h)
      if (place[node]! >= 0) close(place[node]!)
      place[node] = path.length
      path.push(node)
      h = graph.next[h]!
    } while (h !== first[loop] && loopOf[h] === loop)
    close(0)
    return result
  }
}

function pieceFor(pieces: NodePiece[], { words }: EdgeGraph, { label }: FaceLabels, loop: number): NodePiece {
  const same = (other: number) => {
    for (let w = 0; w < words; w++) if (label[loop * words + w] !== label[other * words + w]) return false
    return true
  }
  const known = pieces.find((piece) => same(piece.loop))
  if (known) return known
  const piece = { loop, parts: [] }
  pieces.push(piece)
  return piece
}

function compareNodes({ nodeX, nodeY }: EdgeGraph, a: number, b: number): number {
  return nodeX[a]! - nodeX[b]! || nodeY[a]! - nodeY[b]!
}

function startAtLeftmost(graph: EdgeGraph, ring: NodeRing): void {
  let first = 0
  for (let i = 1; i < ring.length; i++) if (compareNodes(graph, ring[i]!, ring[first]!) < 0) first = i
  if (first > 0) ring.push(...ring.splice(0, first))
}

/** At its leftmost (lowest) node a simple ring makes a true convex turn. */
function isCounterClockwise({ nodeX: x, nodeY: y }: EdgeGraph, ring: NodeRing): boolean {
  const [node, after] = ring as [number, number]
  const before = ring[ring.length - 1]!
  return leftTurnOnGrid(x[before]!, y[before]!, x[node]!, y[node]!, x[after]!, y[after]!) > 0
}

/** Of several parts of one label, the one whose shell goes round the hole closest. */
function smallestRound(graph: EdgeGraph, parts: NodePolygon[], hole: NodeRing): NodePolygon | undefined {
  const round = parts.filter(({ shell }) => goesRound(graph, shell, hole[0]!))
  // Shells do not cross: the one that begins furthest right lies within the others.
  return round.reduce<NodePolygon | undefined>(
    (best, part) => (best && compareNodes(graph, best.shell[0]!, part.shell[0]!) >= 0 ? best : part),
    undefined,
  )
}

function goesRound({ nodeX: x, nodeY: y }: EdgeGraph, ring: NodeRing, node: number): boolean {
  let inside = false
  for (let i = 0, last = ring.length - 1; i < ring.length; last = i++) {
    const a = ring[last]!
    const b = ring[i]!
    if (y[a]! > y[node]! === y[b]! > y[node]!) continue
    const turn = leftTurnOnGrid(x[a]!, y[a]!, x[b]!, y[b]!, x[node]!, y[node]!)
    if (y[b]! > y[a]! ? turn > 0 : turn < 0) inside = !inside
  }
  return inside
}

function inOrder(graph: EdgeGraph, pieces: NodePiece[]): NodePiece[] {
  const byStart = (a: NodeRing, b: NodeRing) => compareNodes(graph, a[0]!, b[0]!) || compareNodes(graph, a[1]!, b[1]!)
  for (const { parts } of pieces) {
    if (parts.length > 1) parts.sort((a, b) => byStart(a.shell, b.shell))
    for (const { holes } of parts) if (holes.length > 1) holes.sort(byStart)
  }
  const whole = pieces.filter(({ parts }) => parts.length > 0)
  return whole.length > 1 ? whole.sort((a, b) => byStart(a.parts[0]!.shell, b.parts[0]!.shell)) : whole
}
