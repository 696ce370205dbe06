import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openFile, sealFile } from './files.ts'
import { keysOf } from './keys.ts'
import { openRow, sealRow } from './rows.ts'

const secret = (byte: number) => new Uint8Array(32).fill(byte)

test('a row comes back as it was, with the bytes in it; another key, another place or one bit changed opens nothing', async () => {
  const [ours, others] = [await keysOf(secret(1)), await keysOf(secret(2))]
  assert.notEqual(ours.id, others.id)
  const row = { id: 'a', note: '仓库一座', deep: { list: [1, null, 'x'], picture: Uint8Array.of(1, 2, 3) } }
  const sealed = sealRow(row, ours.rows, 'photos|a')
  assert.deepEqual(openRow(sealed, ours.rows, 'photos|a'), row)
  assert.notDeepEqual(sealRow(row, ours.rows, 'photos|a'), sealed, 'never twice the same')
  assert.equal(openRow(sealed, others.rows, 'photos|a'), undefined)
  assert.equal(openRow(sealed, ours.rows, 'photos|b'), undefined)
  assert.equal(openRow(sealed.with(40, sealed[40]! ^ 1), ours.rows, 'photos|a'), undefined)
  assert.equal(openRow(sealed.subarray(0, 10), ours.rows, 'photos|a'), undefined)
  assert.ok(!new TextDecoder().decode(sealed).includes('仓库'))
  assert.throws(() => sealRow({ picture: new Blob([]) }, ours.rows, 'x'), /no Blob/)
})

test('a file comes back byte for byte, and under its own name only', async () => {
  const { files } = await keysOf(secret(3))
  const bytes = crypto.getRandomValues(new Uint8Array(50_000))
  const sealed = await sealFile(bytes, files, 'digest')
  assert.deepEqual(new Uint8Array((await openFile(sealed, files, 'digest'))!), bytes)
  assert.equal(await openFile(sealed, files, 'other'), undefined)
  assert.equal(await openFile(sealed.slice(0, -1), files, 'digest'), undefined)
})
