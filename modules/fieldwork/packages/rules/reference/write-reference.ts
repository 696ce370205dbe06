import { boundingBox } from '../../../../../kernel/geometry/measures/bounding-box.ts'
import type { Box } from '../../../../../kernel/geometry/types.ts'
import { ByteWriter } from '../byte-writer.ts'
import { hilbertPlace } from '../hilbert.ts'
import {
  CELL,
  FANOUT,
  HEAD_BYTES,
  innerLevels,
  MAGIC,
  MOST_BYTES,
  type ReferenceFeature,
  type ReferenceField,
} from './layout.ts'
import { type Words, writeRecord } from './record.ts'

/** Gathers the features of one layer; `finish` lays them out as a file (layout.ts). The order they come in is of no account. */
export class ReferenceWriter {
  readonly #layer: string
  readonly #fields: readonly ReferenceField[]
  readonly #words: Words
  readonly #records = new ByteWriter()
  readonly #starts: number[] = []
  readonly #boxes: number[] = []
  readonly #ids: number[] = []

  constructor(layer: string, fields: readonly ReferenceField[]) {
    this.#layer = layer
    this.#fields = fields.map(({ name, alias, type }) => ({ name, alias, type }))
    this.#words = fields.map(() => new Map())
  }

  get count(): number {
    return this.#ids.length
  }

  /** Features that have no vertex are found nowhere and left out. */
  add(feature: ReferenceFeature): void {
    const box = boundingBox(feature.geometry)
    if (!(box[0] <= box[2])) return
    this.#starts.push(this.#records.length)
    this.#boxes.push(...box)
    this.#ids.push(feature.id)
    writeRecord(this.#records, feature, { fields: [...this.#fields] }, this.#words)
  }

  /** @throws RangeError beyond 4 GB */
  finish(): Uint8Array<ArrayBuffer> {
    const box = this.#outerBox()
    const order = this.#order(box)
    const out = new ByteWriter()
    out.bytes(new Uint8Array(HEAD_BYTES))
    const places = order.map((k) => {
      const at = out.length
      out.bytes(this.#records.view(this.#starts[k]!, this.#starts[k + 1] ?? this.#records.length))
      return at
    })
    if (out.length > MOST_BYTES) throw new RangeError('a reference file holds 4 GB at most')
    const leavesAt = out.length
    const boxes = order.map((k) => cellBox(this.#boxes.slice(4 * k, 4 * k + 4) as Box, box))
    for (const [k, leaf] of boxes.entries()) {
      for (const side of leaf) out.uint32(side)
      out.uint32(places[k]!)
    }
    const innerAt = out.length
    writeInner(out, boxes)
    const metaAt = out.length
    const words = this.#words.map((known) => [...known.keys()])
    out.bytes(new TextEncoder().encode(JSON.stringify({ layer: this.#layer, fields: this.#fields, words })))
    const file = out.finish()
    file.set(head([order.length, box[0], box[1], metaAt, file.length - metaAt, innerAt, leavesAt]))
    return file
  }

  #outerBox(): Box {
    const box: Box = this.#ids.length > 0 ? [Infinity, Infinity, -Infinity, -Infinity] : [0, 0, 0, 0]
    for (let i = 0; i < this.#boxes.length; i += 4) {
      box[0] = Math.min(box[0], this.#boxes[i]!)
      box[1] = Math.min(box[1], this.#boxes[i + 1]!)
      box[2] = Math.max(box[2], this.#boxes[i + 2]!)
      box[3] = Math.max(box[3], this.#boxes[i + 3]!)
    }
    return box
  }

  #order([minX, minY, maxX, maxY]: Box): number[] {
    const cell = 65536 / (Math.max(maxX - minX, maxY - minY) + 1)
    const middle = (k: number, axis: 0 | 1) => (this.#boxes[4 * k + axis]! + this.#boxes[4 * k + axis + 2]!) / 2
    const places = Float64Array.from(this.#ids, (_, k) =>
      hilbertPlace(16, Math.floor((middle(k, 0) - minX) * cell), Math.floor((middle(k, 1) - minY) * cell)),
    )
    return [...this.#ids.keys()].sort((a, b) => places[a]! - places[b]! || this.#ids[a]! - this.#ids[b]!)
  }
}

const cellBox = ([minX, minY, maxX, maxY]: Box, [left, bottom]: Box): Box => [
  Math.max(0, Math.floor((minX - left) / CELL)),
  Math.max(0, Math.floor((minY - bottom) / CELL)),
  Math.ceil((maxX - left) / CELL),
  Math.ceil((maxY - bottom) / CELL),
]

function writeInner(out: ByteWriter, leaves: readonly Box[]): void {
  let below = leaves
  for (const nodes of innerLevels(leaves.length)) {
    const level = Array.from({ length: nodes }, (_, k) => around(below.slice(FANOUT * k, FANOUT * (k + 1))))
    for (const side of level.flat()) out.uint32(side)
    below = level
  }
}

const around = (boxes: readonly Box[]): Box => [
  Math.min(...boxes.map((box) => box[0])),
  Math.min(...boxes.map((box) => box[1])),
  Math.max(...boxes.map((box) => box[2])),
  Math.max(...boxes.map((box) => box[3])),
]

function head(numbers: readonly number[]): Uint8Array {
  const out = new ByteWriter()
  out.bytes(new TextEncoder().encode(MAGIC.padEnd(8, '\0')))
  for (const number of numbers) out.double(number)
  return out.finish()
}
