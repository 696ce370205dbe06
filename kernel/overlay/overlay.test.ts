import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inRollback } from '../../testing/harness.ts'
import { planarArea } from '../geometry/measures/planar-area.ts'
import type { MultiPolygon } from '../geometry/types.ts'
import { importLayer } from '../layers/import-layer.ts'
import { at, loadRow, morning, plot } from '../layers/sample-patches.testing.ts'
import { roundToTotal } from './largest-remainder.ts'
import { overlay } from './overlay.ts'

const classes = ['0101', '0301', '0702', '0101']
const sum = (values: number[]) => Math.round(values.reduce((total, value) => total + value, 0) * 100) / 100
const approval = (n: number, geometry: MultiPolygon) => ({
  geometry,
  attributes: {
    BSM: `61079990010000000${n}`,
    XZQDM: '610799101201',
    PZWH: `批〔2026〕${n}号`,
    XMMC: '项目',
    SYDW: '单位',
    PZRQ: '2026-01-01',
    PZMJ: 1,
    ZT: '1',
  },
})
const tilted: MultiPolygon = [
  [
    [
      [36478520.123, 3650510.4],
      [36478811.9, 3650533.33],
      [36478770.05, 3650590.77],
      [36478555.5, 3650571.1],
      [36478520.123, 3650510.4],
    ],
  ],
]

test('a clue learns how much of what class it covers, to the last hundredth', () =>
  inRollback(async (trx) => {
    await loadRow(trx, 4, (k) => ({ DLBM: classes[k]! }))
    const { rows, totals } = await overlay(trx, {
      subjects: [{ id: 'a', geometry: tilted }],
      layers: [{ layer: 'DLTB', by: ['DLBM'] }],
    })
    assert.deepEqual(
      rows.map((row) => [row.key.DLBM, row.features.length]),
      [
        ['0301', 1],
        ['0702', 1],
        ['0101', 2],
      ],
    )
    assert.equal(sum(rows.map((row) => row.planar)), totals[0]!.planar)
    assert.equal(sum(rows.map((row) => row.ellipsoidal)), totals[0]!.ellipsoidal)
    assert.notEqual(totals[0]!.planar, totals[0]!.ellipsoidal)
  }))

test('pieces and table tell the same story; what no patch covers is told too', () =>
  inRollback(async (trx) => {
    await loadRow(trx, 2, (k) => ({ DLBM: classes[k]! }))
    const request = {
      subjects: [
        { id: 'a', geometry: tilted },
        { id: 'b', geometry: plot(500, 0, 600, 100) },
      ],
      layers: [{ layer: 'DLTB', by: ['DLBM'] }],
    }
    const table = await overlay(trx, request)
    const cut = await overlay(trx, { ...request, split: true })
    const brief = (rows: typeof table.rows) => rows.map((row) => [row.subject, row.covered, row.key.DLBM, row.features])
    assert.deepEqual(brief(cut.rows), brief(table.rows))
    for (const [k, row] of cut.rows.entries()) assert.ok(Math.abs(row.planar - table.rows[k]!.planar) <= 0.011)
    assert.deepEqual(
      table.rows.filter((row) => row.subject === 'b').map((row) => [row.covered, row.planar]),
      [[false, 10000]],
    )
    const pieces = cut.pieces.filter((piece) => piece.subject === 'a')
    assert.equal(sum(pieces.map((piece) => piece.planar)), cut.totals[0]!.planar)
    assert.ok(Math.abs(sum(pieces.map((piece) => planarArea(piece.geometry))) - planarArea(tilted)) < 0.02)
  }))

test('two approvals over the same land: each has its own, the land under them counts once', () =>
  inRollback(async (trx) => {
    const features = [approval(1, plot(0, 0, 60, 100)), approval(2, plot(40, 0, 100, 100))]
    await importLayer(trx, { layer: 'NZYPW', title: '批文', by: 'lin', now: morning, features })
    const subjects = [{ id: 'a', geometry: plot(0, 0, 200, 100) }]
    const planar = async (by: string[]) =>
      (await overlay(trx, { subjects, layers: [{ layer: 'NZYPW', by }] })).rows.map((row) => [
        row.key.PZWH,
        row.covered,
        row.planar,
      ])
    assert.deepEqual(await planar(['PZWH']), [
      ['批〔2026〕1号', true, 6000],
      ['批〔2026〕2号', true, 6000],
      [undefined, false, 10000],
    ])
    assert.deepEqual(await planar([]), [
      [undefined, true, 10000],
      [undefined, false, 10000],
    ])
  }))

test('the same question about yesterday has yesterday’s answer', () =>
  inRollback(async (trx) => {
    await loadRow(trx, 1)
    const subjects = [{ id: 'a', geometry: plot(0, 0, 50, 50) }]
    const covered = async (asOf?: Date) =>
      (await overlay(trx, { subjects, layers: [{ layer: 'DLTB', asOf, by: [] }] })).rows[0]!.covered
    assert.equal(await covered(), true)
    assert.equal(await covered(at(-1)), false)
  }))

test('read by index or held in memory: the same answer to the last digit', () =>
  inRollback(async (trx) => {
    await loadRow(trx, 6, (k) => ({ DLBM: classes[k % 4]! }))
    const features = [approval(1, plot(0, 0, 60, 100)), approval(2, plot(40, 0, 100, 100))]
    await importLayer(trx, { layer: 'NZYPW', title: '批文', by: 'lin', now: morning, features })
    const ask = (split: boolean) =>
      overlay(trx, {
        subjects: [
          { id: 'a', geometry: tilted },
          { id: 'b', geometry: plot(350, 50, 650, 70) },
        ],
        layers: [
          { layer: 'DLTB', by: ['DLBM'] },
          { layer: 'NZYPW', by: [] },
        ],
        split,
      })
    const [table, cut] = [await ask(false), await ask(true)]
    for (let k = 0; k < 4; k++) assert.deepEqual([await ask(false), await ask(true)], [table, cut])
  }))

test('rounded areas always add up', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }), (areas) => {
      const total = Math.round(areas.reduce((all, area) => all + area, 0) * 100) / 100
      const rounded = roundToTotal(areas, total)
      assert.ok(Math.abs(rounded.reduce((all, area) => all + area, 0) - total) < 1e-4)
      for (const [k, area] of rounded.entries()) assert.ok(Math.abs(area - areas[k]!) < 0.02)
    }),
  )
  assert.deepEqual(roundToTotal([1 / 3, 1 / 3, 1 / 3], 1), [0.34, 0.33, 0.33])
})
