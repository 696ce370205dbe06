import { fromCell, toCell } from '../../../../../kernel/geometry/arrangement/grid.ts'
import type { MultiPolygon, Position, Ring } from '../../../../../kernel/geometry/types.ts'
import type { ByteReader } from '../byte-reader.ts'
import type { ByteWriter } from '../byte-writer.ts'
import type { ReferenceFeature, ReferenceMeta, Value } from './layout.ts'

const ON_GRID = 0
const AS_DOUBLES = 1

const NOTHING = 0
const WORD = 1
const TEXT = 2
const WHOLE = 3
const HUNDREDTHS = 4
const DOUBLE = 5

/** Folded in with its sign a number takes one bit more. */
const LARGEST = 2 ** 51

/** A text of a field is a word from its second appearance on, as long as the field has not too many. */
const MOST_WORDS = 4096
export type Words = Map<string, number>[]

export function writeRecord(
  out: ByteWriter,
  { id, version, geometry, attributes }: ReferenceFeature,
  meta: Pick<ReferenceMeta, 'fields'>,
  words: Words,
): void {
  out.varint(id)
  out.varint(version)
  writeGeometry(out, geometry)
  for (const [k, { name }] of meta.fields.entries()) writeValue(out, attributes[name] ?? null, words[k]!)
}

/** On the grid of 0.1 mm a vertex takes some four bytes; what does not lie on it is kept as it is. */
function writeGeometry(out: ByteWriter, geometry: MultiPolygon): void {
  const isOnGrid = geometry.every((polygon) => polygon.every((ring) => ring.every(([x, y]) => fits(x) && fits(y))))
  out.byte(isOnGrid ? ON_GRID : AS_DOUBLES)
  out.varint(geometry.length)
  let last: Position = [0, 0]
  for (const polygon of geometry) {
    out.varint(polygon.length)
    for (const ring of polygon) {
      out.varint(ring.length)
      for (const [x, y] of ring) {
        if (isOnGrid) {
          const cell: Position = [toCell(x), toCell(y)]
          out.zigzag(cell[0] - last[0])
          out.zigzag(cell[1] - last[1])
          last = cell
        } else {
          out.double(x)
          out.double(y)
        }
      }
    }
  }
}

const fits = (metres: number) => fromCell(toCell(metres)) === metres

function writeValue(out: ByteWriter, value: Value, words: Map<string, number>): void {
  if (value === null) out.byte(NOTHING)
  else if (typeof value === 'number') writeNumber(out, value)
  else if (words.size < MOST_WORDS || words.has(value)) {
    if (!words.has(value)) words.set(value, words.size)
    out.byte(WORD)
    out.varint(words.get(value)!)
  } else {
    out.byte(TEXT)
    out.text(value)
  }
}

function writeNumber(out: ByteWriter, value: number): void {
  const hundredths = Math.round(value * 100)
  if (Number.isInteger(value) && Math.abs(value) < LARGEST && !Object.is(value, -0)) {
    out.byte(WHOLE)
    out.zigzag(value)
  } else if (hundredths / 100 === value && Math.abs(hundredths) < LARGEST && hundredths !== 0) {
    out.byte(HUNDREDTHS)
    out.zigzag(hundredths)
  } else {
    out.byte(DOUBLE)
    out.double(value)
  }
}

/** @param withAttributes they lie last and may be left unread */
export function readRecord(from: ByteReader, meta: ReferenceMeta, withAttributes = true): ReferenceFeature {
  const id = from.varint()
  const version = from.varint()
  const geometry = readGeometry(from)
  const attributes: Record<string, Value> = {}
  if (withAttributes)
    for (const [k, { name }] of meta.fields.entries()) attributes[name] = readValue(from, meta.words[k]!)
  return { id, version, geometry, attributes }
}

function readGeometry(from: ByteReader): MultiPolygon {
  const isOnGrid = from.byte() === ON_GRID
  const last: Position = [0, 0]
  const position = (): Position => {
    if (!isOnGrid) return [from.double(), from.double()]
    last[0] += from.zigzag()
    last[1] += from.zigzag()
    return [fromCell(last[0]), fromCell(last[1])]
  }
  const times = <T>(make: () => T): T[] => Array.from({ length: from.varint() }, make)
  return times(() => times((): Ring => times(position)))
}

function readValue(from: ByteReader, words: readonly string[]): Value {
  const kind = from.byte()
  if (kind === NOTHING) return null
  if (kind === WORD) return words[from.varint()]!
  if (kind === TEXT) return from.text()
  if (kind === WHOLE) return from.zigzag()
  return kind === HUNDREDTHS ? from.zigzag() / 100 : from.double()
}
