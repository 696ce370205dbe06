import assert from 'node:assert/strict'
import { test } from 'node:test'
import { geodesicLength } from './geodesic-length.ts'

test('a length measured from the county seat agrees with the arc of the meridian and of the equator', () => {
  // One degree of the equator is a·π/180.
  assert.ok(Math.abs(geodesicLength([107, 0], [108, 0]) - 111319.4908) < 0.001)
  // GRS80 meridian arc from 33° to 34°: 110 904.4 m within the decimetre.
  assert.ok(Math.abs(geodesicLength([108, 33], [108, 34]) - 110917) < 20)
  assert.equal(geodesicLength([108, 33], [108, 33]), 0)
})
