import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ByteCache } from './tile-cache.ts'

test('the cache forgets what was not asked for longest, and never holds more than its size', () => {
  const cache = new ByteCache(1000)
  const bytes = new Uint8Array(350)
  cache.set('a', bytes)
  cache.set('b', bytes)
  assert.ok(cache.get('a'))
  cache.set('c', bytes)
  assert.deepEqual(
    ['a', 'b', 'c'].map((key) => cache.get(key) !== undefined),
    [true, false, true],
  )
  cache.set('d', new Uint8Array(5000))
  assert.deepEqual(
    ['a', 'c', 'd'].map((key) => cache.get(key)),
    [undefined, undefined, undefined],
  )
})
