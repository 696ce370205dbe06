import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinBatches } from './join-batches.ts'

test('places that share a feature, even by way of others, are in one batch; the rest are put together while few', () => {
  const near = [[1, 2], [10, 11], [], [12, 11], [2, 3], [20], [30]]
  assert.deepEqual(joinBatches(near, 5), [
    { places: [0, 4, 1, 3], features: [1, 2, 3, 10, 11, 12] },
    { places: [5, 6], features: [20, 30] },
  ])
  assert.deepEqual(joinBatches([[]], 5), [])
})
