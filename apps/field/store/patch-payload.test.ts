import assert from 'node:assert/strict'
import { test } from 'node:test'
import { geometryHash } from '../../../modules/fieldwork/rules/geometry-hash.ts'
import { changedFields } from './patch-payload.ts'

const square = (size: number): [number, number][][][] => [
  [
    [
      [0, 0],
      [size, 0],
      [size, size],
      [0, 0],
    ],
  ],
]

test('only what was changed is sent, each with what it was before', () => {
  const base = { DLBM: '0702', note: null, attributes: { QSXZ: '30', CZCSXM: '203' }, outline: geometryHash(square(1)) }
  const same = { DLBM: '0702', note: '', attributes: { QSXZ: '30' }, geometry: square(1) }
  assert.deepEqual(changedFields(same, base), { base: {} })
  const changed = { DLBM: '0601', note: '厂房', attributes: { QSXZ: '20', KCXS: 0.1 }, geometry: square(2) }
  assert.deepEqual(changedFields(changed, base), {
    ...changed,
    base: { DLBM: '0702', note: null, attributes: { QSXZ: '30', KCXS: null }, outline: geometryHash(square(1)) },
  })
  assert.deepEqual(changedFields({ ...same, removed: true }, base), { removed: true, base: {} })
})
