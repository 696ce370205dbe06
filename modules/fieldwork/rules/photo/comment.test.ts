import assert from 'node:assert/strict'
import { test } from 'node:test'
import { concatBytes } from '../../../../kernel/crypto/bytes.ts'
import { withComment } from './comment.ts'

const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe1, 0, 4, 1, 2, 0xff, 0xd9)

test('a comment stands behind the first marker, and nothing else is touched', () => {
  const bytes = concatBytes(...withComment(jpeg, '图'))
  assert.deepEqual([...bytes], [0xff, 0xd8, 0xff, 0xfe, 0, 5, ...new TextEncoder().encode('图'), ...jpeg.subarray(2)])
})

test('what is no JPEG, or too long, is refused', () => {
  assert.throws(() => withComment(Uint8Array.of(0x89, 0x50), 'x'), RangeError)
  assert.throws(() => withComment(jpeg, 'x'.repeat(70_000)), RangeError)
})
