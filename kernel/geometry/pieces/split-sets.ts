import type { PreparedLayer } from '../areas/prepared-layer.ts'
import { CELLS_PER_METRE, FARTHEST } from '../arrangement/grid.ts'
import { Noder } from '../arrangement/noder.ts'
import { featureCount, type PolygonSet } from '../flat/polygon-set.ts'
import { SetBuilder } from '../flat/set-builder.ts'
import { type NodePiece, PieceAssembler } from './assemble-pieces.ts'
import { EdgeGraph } from './edge-graph.ts'
import { FaceLabels } from './face-labels.ts'
import { type Gathered, gatherFeature, gatherSubject } from './gather.ts'
import { SegmentList } from './segment-list.ts'

/**
 * Pieces in flat arrays: piece i is feature i of `set`, belongs to `subjects[i]`, and is covered by the features
 * `covers[coverStart[i] … coverStart[i + 1]]` (ascending; none: the layer leaves it free). They come by subject, then
 * from left to right.
 */
export type Pieces = { set: PolygonSet; subjects: Uint32Array; coverStart: Uint32Array; covers: Uint32Array }

/** `cellsPerUnit`: the grid that pieces are noded on; 10⁴, cells of 0.1 mm where coordinates are metres. */
export type SplitOptions = { from?: number; to?: number; cellsPerUnit?: number }

/**
 * Cuts each subject (from … to) along the features of a layer. Pieces of a subject share all their vertices, add up to
 * it on the grid exactly, and do not depend on the order of the features; no vertex moves by more than 0.71 of a cell.
 * Geometries must be sound (`soundSet`).
 * @throws RangeError when a coordinate lies too far out for the grid
 */
export function splitSets(subjects: PolygonSet, layer: PreparedLayer, options: SplitOptions = {}): Pieces {
  const { from = 0, to = featureCount(subjects), cellsPerUnit = CELLS_PER_METRE } = options
  const splitter = new Splitter(layer, cellsPerUnit)
  for (let subject = from; subject < to; subject++) splitter.split(subjects, subject)
  return splitter.finish()
}

class Splitter {
  readonly #layer: PreparedLayer
  readonly #cellsPerUnit: number
  readonly #gathered: Gathered = { segments: new SegmentList(), below: new SegmentList() }
  readonly #noder = new Noder()
  readonly #graph = new EdgeGraph()
  readonly #labels = new FaceLabels()
  readonly #assembler = new PieceAssembler()
  readonly #builder = new SetBuilder()
  readonly #subjects: number[] = []
  readonly #coverStart: number[] = [0]
  readonly #covers: number[] = []

  constructor(layer: PreparedLayer, cellsPerUnit: number) {
    this.#layer = layer
    this.#cellsPerUnit = cellsPerUnit
  }

  split(subjects: PolygonSet, subject: number): void {
    const box = subjects.boxes.subarray(4 * subject, 4 * subject + 4)
    if (!(box[0]! <= box[2]!)) return
    const farthest = (FARTHEST * CELLS_PER_METRE) / this.#cellsPerUnit
    if (!(Math.max(-box[0]!, -box[1]!, box[2]!, box[3]!) <= farthest))
      throw new RangeError(`subject ${subject} is outside the grid`)
    const found = this.#layer.index?.search(box[0]!, box[1]!, box[2]!, box[3]!) ?? []
    if (found.length > 1) found.sort((a, b) => a - b)
    gatherSubject(this.#gathered, subjects, subject, this.#cellsPerUnit)
    const { segments, below } = this.#gathered
    for (let k = 0; k < found.length; k++)
      gatherFeature(this.#gathered, box, this.#layer, found[k]!, k + 1, this.#cellsPerUnit)
    this.#noder.node(segments)
    const graph = this.#graph.build(this.#noder, segments.owner, found.length + 1)
    const labels = this.#labels.find(graph, below)
    for (const piece of this.#assembler.assemble(graph, labels)) this.#add(subject, piece, found)
  }

  #add(subject: number, { loop, parts }: NodePiece, found: number[]): void {
    const { words } = this.#graph
    this.#builder.beginFeature()
    for (const { shell, holes } of parts) {
      this.#builder.beginPart()
      this.#addRing(shell)
      for (const hole of holes) this.#addRing(hole)
    }
    this.#builder.endFeature()
    this.#subjects.push(subject)
    for (let k = 0; k < found.length; k++) {
      const owner = k + 1
      if ((this.#labels.label[loop * words + (owner >> 5)]! >>> (owner & 31)) & 1) this.#covers.push(found[k]!)
    }
    this.#coverStart.push(this.#covers.length)
  }

  #addRing(nodes: number[]): void {
    const { nodeX, nodeY } = this.#graph
    const { originX, originY } = this.#gathered.segments
    const { data, at } = this.#builder.ringRoom(nodes.length)
    for (let i = 0; i < nodes.length; i++) {
      data[at + 2 * i] = (nodeX[nodes[i]!]! + originX) / this.#cellsPerUnit
      data[at + 2 * i + 1] = (nodeY[nodes[i]!]! + originY) / this.#cellsPerUnit
    }
    this.#builder.endRing(nodes.length)
  }

  finish(): Pieces {
    return {
      set: this.#builder.finish(),
      subjects: Uint32Array.from(this.#subjects),
      coverStart: Uint32Array.from(this.#coverStart),
      covers: Uint32Array.from(this.#covers),
    }
  }
}
