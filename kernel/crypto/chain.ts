import { concatBytes, fromHex, utf8 } from './bytes.ts'
import { canonicalJson } from './canonical-json.ts'
import { hmacSm3, sm3 } from './sm3.ts'

/** What the first row of a chain stands on. */
export const CHAIN_START = '0'.repeat(64)

/** One stored row. `record` is exactly what was hashed and should itself hold who, what, when and the sequence. */
export type ChainRow = {
  /** 1, 2, 3 … without gaps */
  sequence: number
  previousHash: string
  hash: string
  /** keyed, so that whoever can write the table still cannot forge a row */
  mac?: string
  record: unknown
}

export type ChainFault = {
  /** `cut`: the rows end before the checkpoint that was signed */
  kind: 'edited' | 'dropped' | 'reordered' | 'cut'
  /** the first sequence number that cannot be trusted */
  sequence: number
}

export type ChainCheck = {
  /** the last row already verified, to go on in batches */
  after?: { sequence: number; hash: string }
  /** a signed checkpoint the rows must reach: the only way to notice that the newest rows are gone */
  until?: { sequence: number; hash: string }
  macKey?: Uint8Array
}

/** SM3(previous ‖ canonical(record)); previous as its 32 bytes. */
export function chainHash(previousHash: string, record: unknown): string {
  return sm3(concatBytes(fromHex(previousHash), utf8(canonicalJson(record))))
}

export const chainMac = (macKey: Uint8Array, hash: string): string => hmacSm3(macKey, fromHex(hash))

/** Rows in stored order. Undefined when every row stands where and as it was written, else the first fault. */
export function verifyChain(rows: Iterable<ChainRow>, check: ChainCheck = {}): ChainFault | undefined {
  let last = check.after ?? { sequence: 0, hash: CHAIN_START }
  const iterator = rows[Symbol.iterator]()
  for (let next = iterator.next(); !next.done; next = iterator.next()) {
    const row = next.value
    const expected = last.sequence + 1
    if (row.sequence !== expected) return outOfOrder(row, expected, iterator)
    if (!isGenuine(row, check.macKey)) return { kind: 'edited', sequence: expected }
    // The row is whole but stands on another one: what lay between was taken out and the rest renumbered.
    if (row.previousHash !== last.hash) return { kind: 'dropped', sequence: expected }
    last = row
    if (check.until?.sequence === expected && check.until.hash !== row.hash)
      return { kind: 'edited', sequence: expected }
  }
  if (check.until && last.sequence < check.until.sequence) return { kind: 'cut', sequence: last.sequence + 1 }
  return undefined
}

function isGenuine(row: ChainRow, macKey: Uint8Array | undefined): boolean {
  if (chainHash(row.previousHash, row.record) !== row.hash) return false
  return !macKey || row.mac === chainMac(macKey, row.hash)
}

/** A number that is missing here but turns up later was moved; one that never comes was dropped. */
function outOfOrder(row: ChainRow, expected: number, rest: Iterator<ChainRow>): ChainFault {
  if (row.sequence < expected) return { kind: 'reordered', sequence: row.sequence }
  for (let next = rest.next(); !next.done; next = rest.next()) {
    if (next.value.sequence === expected) return { kind: 'reordered', sequence: expected }
  }
  return { kind: 'dropped', sequence: expected }
}
