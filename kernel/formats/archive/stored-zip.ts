import { concatBytes } from '../../crypto/bytes.ts'
import { crc32 } from './crc32.ts'

/** A field of 32 or 16 bits that says: see the ZIP64 record. */
const FULL_32 = 0xffffffff
const FULL_16 = 0xffff
/** The version of ZIP a reader needs: 2.0, or 4.5 where there is something of ZIP64. */
const PLAIN = 20
const ZIP64 = 45
const UTF8_NAME = 0x800

/** A number of so many bytes, little-endian. */
type Field = [bytes: 2 | 4 | 8, value: number]

/** What of an entry has to be known before its bytes are written. */
export type Measured = { size: number; crc: number }

/**
 * A ZIP whose entries are kept as they are, for photos and sealed bytes, which do not get smaller: a piece at a time, so that never all
 * lies in memory. More than 65 534 entries, entries and places beyond 4 GiB are written as ZIP64 (APPNOTE 6.3.10, 4.3.14, 4.3.15
 * and 4.5.3), anything else as any reader expects it. Runs on phones too.
 */
export class StoredZip {
  readonly #when: Field[]
  readonly #directory: Uint8Array[] = []
  #entries = 0
  #offset = 0

  constructor(at: Date) {
    this.#when = dosTime(at)
  }

  /** What an entry adds to the archive. */
  add(name: string, bytes: Uint8Array): Uint8Array[] {
    return [...this.begin(name, { size: bytes.length, crc: crc32(bytes) }), bytes]
  }

  /** What stands before an entry's bytes: exactly so many of them have to follow. */
  begin(name: string, { size, crc }: Measured): Uint8Array[] {
    const path = new TextEncoder().encode(name)
    const isLarge = size >= FULL_32
    const told: Field[] = [[4, crc], [4, Math.min(size, FULL_32)], [4, Math.min(size, FULL_32)], [2, path.length]] // biome-ignore format: one row
    const about: Field[] = [[2, UTF8_NAME], [2, 0], ...this.#when, ...told] // biome-ignore format: one row
    this.#directory.push(listed(about, path, size, this.#offset))
    const extra = isLarge ? extraOf([size, size]) : new Uint8Array()
    const head = record(0x04034b50, [[2, isLarge ? ZIP64 : PLAIN], ...about, [2, extra.length]])
    this.#offset += lengthOf([head, path, extra]) + size
    this.#entries += 1
    return [head, path, extra]
  }

  /** The directory and the end of the archive. */
  end(): Uint8Array[] {
    const end = { entries: this.#entries, size: lengthOf(this.#directory), offset: this.#offset }
    const isLarge = end.entries >= FULL_16 || end.size >= FULL_32 || end.offset >= FULL_32
    return [...this.#directory, ...(isLarge ? largeEnd(end) : []), plainEnd(end)]
  }
}

/** An entry of the directory; its size and where it begins are in an extra field when 32 bits do not hold them. */
function listed(about: Field[], path: Uint8Array, size: number, offset: number): Uint8Array {
  const large = [...(size >= FULL_32 ? [size, size] : []), ...(offset >= FULL_32 ? [offset] : [])]
  const extra = large.length > 0 ? extraOf(large) : new Uint8Array()
  const needs = extra.length > 0 ? ZIP64 : PLAIN
  const rest: Field[] = [[2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, Math.min(offset, FULL_32)]] // biome-ignore format: one row
  return concatBytes(record(0x02014b50, [[2, needs], [2, needs], ...about, ...rest]), path, extra)
}

/** The extra field of ZIP64 (4.5.3). */
const extraOf = (numbers: number[]) =>
  fields([[2, 1], [2, 8 * numbers.length], ...numbers.map((one): Field => [8, one])]) // biome-ignore format: one row

type End = { entries: number; size: number; offset: number }

/** The end record of ZIP64, and where it is. */
function largeEnd({ entries, size, offset }: End): Uint8Array[] {
  const afterThis = 44
  return [
    record(0x06064b50, [[8, afterThis], [2, ZIP64], [2, ZIP64], [4, 0], [4, 0], [8, entries], [8, entries], [8, size], [8, offset]]), // biome-ignore format: one row
    record(0x07064b50, [[4, 0], [8, offset + size], [4, 1]]), // biome-ignore format: one row
  ]
}

function plainEnd({ entries, size, offset }: End): Uint8Array {
  const count = Math.min(entries, FULL_16)
  return record(0x06054b50, [[2, 0], [2, 0], [2, count], [2, count], [4, Math.min(size, FULL_32)], [4, Math.min(offset, FULL_32)], [2, 0]]) // biome-ignore format: one row
}

const record = (signature: number, rest: Field[]) => fields([[4, signature], ...rest])

function fields(all: Field[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(all.reduce((sum, [bytes]) => sum + bytes, 0)))
  let at = 0
  for (const [bytes, value] of all) {
    if (bytes === 2) view.setUint16(at, value, true)
    else if (bytes === 4) view.setUint32(at, value, true)
    else view.setBigUint64(at, BigInt(value), true)
    at += bytes
  }
  return new Uint8Array(view.buffer)
}

const lengthOf = (parts: readonly Uint8Array[]) => parts.reduce((sum, { length }) => sum + length, 0)

/** Time and day as MS-DOS keeps them: two seconds, from 1980 on, of the place. */
function dosTime(at: Date): Field[] {
  const time = (at.getHours() << 11) | (at.getMinutes() << 5) | (at.getSeconds() >> 1)
  const day = (Math.max(0, at.getFullYear() - 1980) << 9) | ((at.getMonth() + 1) << 5) | at.getDate()
  return [[2, time], [2, day]] // biome-ignore format: one row
}
