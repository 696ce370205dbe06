import assert from 'node:assert/strict'
import { test } from 'node:test'
import { utf8 } from './bytes.ts'
import { CHAIN_START, type ChainRow, chainHash, chainMac, verifyChain } from './chain.ts'

const macKey = utf8('a key only the audit service holds')

function chainOf(length: number): ChainRow[] {
  const rows: ChainRow[] = []
  for (let sequence = 1; sequence <= length; sequence++) {
    const previousHash = rows.at(-1)?.hash ?? CHAIN_START
    const record = { sequence, who: 'li.wei', what: 'cases.task.complete', at: new Date(sequence * 1000).toISOString() }
    const hash = chainHash(previousHash, record)
    rows.push({ sequence, previousHash, hash, mac: chainMac(macKey, hash), record })
  }
  return rows
}

test('an untouched chain verifies, whole and in batches', () => {
  const rows = chainOf(10)
  assert.equal(verifyChain(rows, { macKey }), undefined)
  assert.equal(verifyChain(rows.slice(4), { macKey, after: rows[3]! }), undefined)
  assert.equal(verifyChain([]), undefined)
})

test('an edited row is named', () => {
  const rows = chainOf(10)
  rows[5] = { ...rows[5]!, record: { ...(rows[5]!.record as object), who: 'nobody' } }
  assert.deepEqual(verifyChain(rows), { kind: 'edited', sequence: 6 })
})

test('a dropped row is named, also when the rows after it were renumbered', () => {
  const rows = chainOf(10)
  const without = rows.toSpliced(5, 1)
  assert.deepEqual(verifyChain(without), { kind: 'dropped', sequence: 6 })
  const renumbered = without.map((row, i) => ({ ...row, sequence: i + 1 }))
  assert.deepEqual(verifyChain(renumbered), { kind: 'dropped', sequence: 6 })
})

test('two rows that changed places are named', () => {
  const rows = chainOf(10)
  ;[rows[3], rows[4]] = [rows[4]!, rows[3]!]
  assert.deepEqual(verifyChain(rows), { kind: 'reordered', sequence: 4 })
})

test('rows missing at the end are seen against a checkpoint, and a rewritten chain too', () => {
  const rows = chainOf(10)
  const until = rows[9]!
  assert.equal(verifyChain(rows, { until }), undefined)
  assert.deepEqual(verifyChain(rows.slice(0, 8), { until }), { kind: 'cut', sequence: 9 })
  assert.deepEqual(verifyChain(rows, { until: { sequence: 10, hash: CHAIN_START } }), { kind: 'edited', sequence: 10 })
})

test('whoever rewrites a row and all hashes after it still lacks the key', () => {
  const rows = chainOf(3)
  const record = { sequence: 3, who: 'nobody' }
  rows[2] = { ...rows[2]!, record, hash: chainHash(rows[1]!.hash, record) }
  assert.equal(verifyChain(rows), undefined)
  assert.deepEqual(verifyChain(rows, { macKey }), { kind: 'edited', sequence: 3 })
})
