import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EAST, NORTH, plot } from '../../../kernel/layers/sample-patches.testing.ts'
import { placeInChain } from './chain.ts'
import { classProblem, outsideRange, overlaps, soundOutline } from './check-patches.ts'
import { sightOf } from './evidence.ts'
import { chainOperations, operationHash } from './operation-hash.ts'
import { areaToDegrees, areaToPlane } from './plane.ts'

const draft = (n: number) => ({
  id: `0198f000-0000-7000-8000-00000000000${n}`,
  kind: 'form.save',
  taskId: 't',
  payload: { n },
})

test('every operation seals the one before: a changed word, a changed order or a gap is seen', () => {
  const [one, two, three] = chainOperations([draft(1), draft(2), draft(3)])
  assert.deepEqual([one!.previousHash, two!.previousHash], ['', one!.hash])
  assert.notEqual(operationHash({ ...two!, payload: { n: 9 } }), two!.hash)
  assert.equal(operationHash({ ...two!, baseRevision: null }), two!.hash, 'no revision and null are the same')
  assert.equal(placeInChain({ sequence: 1, hash: one!.hash }, two!), 'next')
  assert.equal(placeInChain({ sequence: 1, hash: one!.hash }, three!), 'waits')
  const taken = placeInChain({ sequence: 2, hash: two!.hash }, two!)
  assert.equal(typeof taken === 'object' && taken.code, 'fieldwork.sync.sequence-taken')
  const broken = placeInChain({ sequence: 1, hash: 'x' }, two!)
  assert.equal(typeof broken === 'object' && broken.code, 'fieldwork.sync.chain-broken')
})

test('a camera near the range and turned to it is told so, one that looks away or stands far off too', () => {
  const range = plot(0, 0, 100, 100)
  const from = (dx: number, dy: number, azimuth: number | null) => sightOf(range, [EAST + dx, NORTH + dy], azimuth)
  assert.deepEqual(from(50, -20, 0), { distance: 20, degreesOff: 0, near: true, facing: true })
  assert.deepEqual(from(50, -20, 180), { distance: 20, degreesOff: 111.8, near: true, facing: false })
  assert.deepEqual(from(50, -300, 0), { distance: 300, degreesOff: 0, near: false, facing: true })
  assert.deepEqual(from(50, 50, null), { distance: 0, degreesOff: null, near: true, facing: null })
})

test('a patch may leave its range by a hand’s breadth, not by a metre; two patches may touch, not overlap', () => {
  const range = plot(0, 0, 100, 100)
  assert.equal(outsideRange('a', plot(0, 0, 100.1, 100), range), undefined)
  assert.deepEqual(outsideRange('a', plot(0, 0, 101, 100), range)!.params!.area, 100)
  const [a, b] = [
    { id: 'a', geometry: plot(0, 0, 50, 50) },
    { id: 'b', geometry: plot(50, 0, 90, 50) },
  ]
  assert.deepEqual(overlaps([a, b]), [])
  assert.deepEqual(
    overlaps([a, { id: 'c', geometry: plot(40, 0, 60, 50) }]).map(({ params }) => [
      params!.first,
      params!.second,
      params!.area,
    ]),
    [['a', 'c', 500]],
  )
})

test('a crossing outline becomes its two loops, a line becomes a refusal', () => {
  const [[[a, b, c, d]]] = plot(0, 0, 10, 10) as unknown as [
    [[[number, number], [number, number], [number, number], [number, number]]],
  ]
  const bow = soundOutline([[[a, c, b, d, a]]])
  assert.ok('geometry' in bow && bow.geometry.length === 2)
  assert.ok('problem' in soundOutline([[[a, b, a, a]]]))
})

test('classes: unknown, heading, deduction and town classes are refused, each by its own words', () => {
  const codes = (DLBM: string, attributes = {}) => classProblem({ id: 'p', DLBM, attributes })?.code
  assert.deepEqual(
    ['0702', '9999', '07', '1203', '0201K'].map((code) => codes(code)),
    [
      undefined,
      'fieldwork.patch.unknown-class',
      'fieldwork.patch.not-a-patch-class',
      'fieldwork.patch.not-a-patch-class',
      undefined,
    ],
  )
  assert.deepEqual(
    ['203', '201', '202A'].map((CZCSXM) => codes('0701', { CZCSXM })),
    ['fieldwork.patch.town-class', undefined, undefined],
  )
  assert.equal(codes('0702', { QSXZ: '99' }), 'fieldwork.patch.unknown-ownership')
})

test('to degrees and back is the same to a tenth of a millimetre', () => {
  const before = plot(12.3456, 0.0001, 99.9999, 50)
  const after = areaToPlane(areaToDegrees(before))
  for (const [i, [x, y]] of before[0]![0]!.entries()) {
    const [ax, ay] = after[0]![0]![i]!
    assert.ok(Math.hypot(ax - x, ay - y) <= 1.5e-4)
  }
})
