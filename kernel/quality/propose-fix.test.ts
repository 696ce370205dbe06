import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkCoverage } from '../geometry/coverage/check-coverage.ts'
import { EAST, NORTH, plot } from '../layers/sample-patches.testing.ts'
import { proposeFix } from './propose-fix.ts'

test('an overlap is cut from the larger patch', () => {
  const features = [
    { id: 1, geometry: plot(0, 0, 100, 100) },
    { id: 2, geometry: plot(95, 0, 300, 100) },
  ]
  const fix = proposeFix({ rule: 'SV-TOP-01', at: [EAST + 97.5, NORTH + 50] }, features)!
  assert.deepEqual([fix.what, fix.features.map(({ id }) => id)], ['cut-overlap', [2]])
  assert.ok(Math.abs(fix.features[0]!.areaBefore - fix.features[0]!.areaAfter - 500) < 0.01)
  const after = features.map((feature) => fix.features.find(({ id }) => id === feature.id)?.after ?? feature.geometry)
  assert.deepEqual(checkCoverage(after.map((geometry, id) => ({ id, geometry }))), [])
})

test('a gap goes to the neighbour with the longest border', () => {
  const features = [
    { id: 1, geometry: plot(0, 0, 300, 100) },
    { id: 2, geometry: plot(0, 110, 300, 200) },
    { id: 3, geometry: plot(0, 100, 100, 110) },
    { id: 4, geometry: plot(110, 100, 300, 110) },
  ]
  const fix = proposeFix({ rule: 'SV-TOP-02', at: [EAST + 105, NORTH + 105] }, features)!
  assert.equal(fix.what, 'fill-gap')
  assert.ok(Math.abs(fix.features[0]!.areaAfter - fix.features[0]!.areaBefore - 100) < 0.01)
})

test('a fault that is no longer there, or another one, gets no proposal', () => {
  const sound = [
    { id: 1, geometry: plot(0, 0, 100, 100) },
    { id: 2, geometry: plot(100, 0, 200, 100) },
  ]
  assert.equal(proposeFix({ rule: 'SV-TOP-01', at: [EAST + 100, NORTH + 50] }, sound), undefined)
  assert.equal(proposeFix({ rule: 'SV-ATT-02', at: [EAST + 100, NORTH + 50] }, sound), undefined)
})
