import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EAST, NORTH, plot } from '../layers/sample-patches.testing.ts'
import { judgeEvidence } from './judge-evidence.ts'
import type { Evidence, Photo } from './rules/evidence/evidence.ts'
import { degreesOff, distanceTo } from './rules/evidence/sight.ts'

const patch = plot(0, 0, 100, 100)
const day = (n: number) => new Date(Date.UTC(2026, 10, n, 8))

const photo = (id: string, azimuth: number, dx = 50, dy = 50, more: Partial<Photo> = {}): Photo => ({
  ...{
    id,
    azimuth,
    position: [EAST + dx, NORTH + dy],
    takenAt: day(10),
    pitch: 0,
    device: 'P-1',
    person: '赵',
    digest: 'ab',
    storedDigest: 'ab',
  },
  ...more,
})

const evidence = (more: Partial<Evidence> = {}): Evidence => ({
  ...{
    feature: 7,
    patch,
    attributes: { DLBM: '0101' },
    mandatory: ['DLBM'],
    window: { from: day(1), to: day(20) },
    reason: null,
  },
  photos: [0, 90, 180, 270].map((azimuth) => photo(`p${azimuth}`, azimuth)),
  ...more,
})

const rules = (more: Partial<Evidence>) =>
  judgeEvidence(evidence(more)).map(({ id, photo: name, field }) => [id, name ?? field])

test('four photos from the middle, one to each quarter, are enough', () => {
  assert.deepEqual(judgeEvidence(evidence()), [])
})

test('what is missing is told: fields, photos, directions, a reason', () => {
  assert.deepEqual(rules({ mandatory: ['DLBM', 'QSXZ'] }), [['PH-01', 'QSXZ']])
  assert.deepEqual(rules({ photos: [photo('a', 0), photo('b', 100)] }), [
    ['PH-02', undefined],
    ['PH-03', undefined],
  ])
  assert.deepEqual(rules({ photos: [0, 90, 180].map((azimuth) => photo('p', azimuth)) }), [['PH-03', undefined]])
  assert.deepEqual(rules({ photos: [] }), [
    ['PH-02', undefined],
    ['PH-03', undefined],
    ['PH-07', 'WJZLX'],
  ])
  assert.deepEqual(rules({ photos: [], reason: 'WFDD' }), [])
  assert.deepEqual(rules({ photos: [], reason: '没空' }).at(-1), ['PH-07', 'WJZLX'])
})

test('a photo that was altered, is too far, looks away or is too old is named', () => {
  const four = evidence().photos
  assert.deepEqual(rules({ photos: [...four, photo('x', 0, 50, 50, { storedDigest: 'cd' })] }), [['PH-04', 'x']])
  assert.deepEqual(rules({ photos: [...four, photo('x', 0, 50, 50, { pitch: null })] }), [['PH-04', 'x']])
  assert.deepEqual(rules({ photos: [...four, photo('x', 90, -150, 50)] }), [['PH-05', 'x']])
  assert.deepEqual(rules({ photos: [...four, photo('x', 90, -50, 50)] }), [])
  assert.deepEqual(rules({ photos: [...four, photo('x', 270, -50, 50)] }), [['PH-05', 'x']])
  assert.deepEqual(rules({ photos: [...four, photo('x', 0, 50, 50, { takenAt: day(25) })] }), [['PH-06', 'x']])
})

test('distance and direction from outside', () => {
  assert.equal(distanceTo(patch, [EAST - 30, NORTH - 40]), 50)
  assert.equal(distanceTo(patch, [EAST + 1, NORTH + 1]), 0)
  assert.equal(degreesOff(patch, [EAST + 50, NORTH - 50], 0), 0)
  assert.ok(Math.abs(degreesOff(patch, [EAST + 50, NORTH - 50], 90) - 45) < 1e-9)
  assert.equal(degreesOff(patch, [EAST + 50, NORTH - 50], 180), 135)
})
