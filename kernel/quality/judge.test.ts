import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ellipsoidalArea } from '../geometry/measures/ellipsoidal-area.ts'
import type { Box } from '../geometry/types.ts'
import { dltb } from '../layers/definitions/dltb.ts'
import { nzypw } from '../layers/definitions/nzypw.ts'
import type { Attributes } from '../layers/feature.ts'
import { patch } from '../layers/sample-patches.testing.ts'
import { judge } from './judge.ts'
import type { JudgedFeature } from './rule.ts'
import { ruleText, surveyRules } from './rule-sets.ts'

/** A patch without fault: dry land on a slope, levelled area, deduction of 10 %. */
function sound(n: number, box: Box, more: Attributes = {}): JudgedFeature {
  const { geometry, attributes } = patch(n, box)
  const TBMJ = ellipsoidalArea(geometry, { centralMeridian: 108, falseEasting: 36500000 })
  const KCMJ = Math.round(TBMJ * 10) / 100
  const cultivated = {
    ...{ DLBM: '0103', DLMC: '旱地', GDLX: 'TT', GDPDJB: '3', KCDLBM: '1203', KCXS: 0.1, ZZSXDM: 'LS' },
    ...{ TBMJ, KCMJ, TBDLMJ: Math.round((TBMJ - KCMJ) * 100) / 100 },
  }
  return { id: n, geometry, attributes: { ...attributes, ...cultivated, ...more } }
}

const rulesFor = (...features: JudgedFeature[]) => judge(surveyRules, dltb, features).map((issue) => issue.id)
const one = (more: Attributes) => rulesFor(sound(1, [0, 0, 100, 100], more))

test('sound patches have no issues', () => {
  assert.deepEqual(rulesFor(sound(1, [0, 0, 100, 100]), sound(2, [100, 0, 200, 100])), [])
})

test('each attribute rule finds its own fault and only that', () => {
  assert.deepEqual(one({ YSDM: '2001010200' }), ['SV-ATT-01'])
  assert.deepEqual(one({ QSXZ: '99' }), ['SV-ATT-02'])
  assert.deepEqual(one({ GDDB: 16 }), ['SV-ATT-03'])
  assert.deepEqual(one({ QSDWMC: ' ' }), ['SV-ATT-04'])
  assert.deepEqual(one({ BSM: '61079920010000001X' }), ['SV-ATT-05'])
  assert.deepEqual(rulesFor(sound(1, [0, 0, 100, 100]), sound(2, [100, 0, 200, 100], { TBBH: '0001' })), ['SV-ATT-06'])
  const twins = judge(surveyRules, dltb, [
    sound(1, [0, 0, 100, 100]),
    { ...sound(1, [100, 0, 200, 100], { TBBH: '9' }), id: 2 },
  ])
  assert.deepEqual(
    twins.map(({ id, features }) => [id, features]),
    [['SV-ATT-05', [1, 2]]],
  )
})

test('classes, slopes, deductions, widths and plantings have to go together', () => {
  assert.deepEqual(one({ DLMC: '水田' }), ['SV-LOG-01'])
  assert.deepEqual(one({ QSDWDM: '610799101201' }), ['SV-LOG-02'])
  assert.deepEqual(one({ KCDLBM: '1107' }), ['SV-LOG-03'])
  assert.deepEqual(one({ GDPDJB: '1' }), ['SV-LOG-05'])
  assert.deepEqual(one({ GDPDJB: null, GDLX: null }), ['SV-LOG-06'])
  assert.deepEqual(one({ XZDWKD: 3 }), ['SV-LOG-07'])
  assert.deepEqual(one({ ZZSXDM: null }), ['SV-LOG-12'])
  assert.deepEqual(one({ TBXHDM: 'HDGD', ZZSXDM: 'XG' }), ['SV-LOG-12'])
  assert.deepEqual(one({ TBXHDM: 'HDGD', ZZSXDM: 'LYFL' }), [])
  const bare: Attributes = { KCDLBM: null, KCXS: null, KCMJ: null, GDLX: null, GDPDJB: null, ZZSXDM: null }
  const net = sound(1, [0, 0, 100, 100]).attributes.TBMJ!
  assert.deepEqual(one({ ...bare, DLBM: '0203', DLMC: '橡胶园', TBDLMJ: net, TBXHDM: 'LQYD' }), ['SV-LOG-12'])
  assert.deepEqual(one({ ...bare, DLBM: '0201', DLMC: '果园', TBDLMJ: net, TBXHDM: 'LQYD' }), [])
  assert.deepEqual(one({ ...bare, DLBM: '0702', DLMC: '农村宅基地', TBDLMJ: net, KCXS: 0.1 }), [
    'SV-AREA-05',
    'SV-LOG-04',
  ])
})

test('areas: formulas to the hundredth, geometry against record, smallest mapped area', () => {
  const { TBMJ, KCMJ, TBDLMJ } = sound(1, [0, 0, 100, 100]).attributes as Record<string, number>
  assert.deepEqual(one({ TBDLMJ: Math.round((TBDLMJ! + 0.01) * 100) / 100 }), ['SV-AREA-03'])
  assert.deepEqual(one({ KCMJ: KCMJ! + 1, TBDLMJ: TBDLMJ! - 1 }), ['SV-AREA-05'])
  assert.deepEqual(one({ TBMJ: TBMJ! + 10, KCMJ: KCMJ! + 1, TBDLMJ: TBDLMJ! + 9 }), ['SV-AREA-04'])
  assert.deepEqual(rulesFor(sound(1, [0, 0, 15, 20])), ['SV-AREA-01'])
  assert.deepEqual(rulesFor(sound(1, [0, 0, 3, 3])), ['SV-TOP-14'])
})

test('topology is told with place and size; neighbours are looked at but not judged', () => {
  const [left, right] = [sound(1, [0, 0, 100, 100]), sound(2, [99, 0, 200, 100])]
  const [overlap] = judge(surveyRules, dltb, [left, right])
  assert.deepEqual([overlap!.id, overlap!.features, Math.round(overlap!.measure!)], ['SV-TOP-01', [1, 2], 100])
  assert.ok(overlap!.at![0] > 36478599 && overlap!.at![0] < 36478600)
  const spoiled = sound(3, [200, 0, 300, 100], { QSXZ: '99' })
  assert.deepEqual(
    judge(surveyRules, dltb, [left], [right, spoiled]).map((issue) => issue.id),
    ['SV-TOP-01'],
  )
  assert.deepEqual(
    rulesFor(left, { ...left, id: 2, attributes: { ...left.attributes, BSM: '610799200100000009', TBBH: '9' } }),
    ['SV-TOP-11'],
  )
  const ring = left.geometry[0]![0]!
  const bowTie: JudgedFeature = { ...left, geometry: [[[ring[0]!, ring[2]!, ring[1]!, ring[3]!, ring[0]!]]] }
  assert.ok(rulesFor(bowTie).includes('SV-TOP-03'))
  assert.ok(
    rulesFor({ ...left, geometry: [...left.geometry, ...sound(9, [300, 0, 400, 100]).geometry] }).includes('SV-TOP-12'),
  )
  assert.ok(rulesFor(sound(1, [0, 0, 0.4, 800])).includes('SV-TOP-16'))
})

test('approvals may overlap and are judged by the rules that make sense there', () => {
  const attributes = {
    BSM: '610799900100000001',
    XZQDM: '610799101201',
    PZWH: '1号',
    XMMC: '桥',
    SYDW: '局',
    PZRQ: '2026-01-01',
    PZMJ: 5,
    ZT: '8',
  }
  const plots = [1, 2].map((id) => ({
    id,
    geometry: sound(id, [id, 0, 50, 50]).geometry,
    attributes: { ...attributes, BSM: `61079990010000000${id}` },
  }))
  assert.deepEqual(
    judge(surveyRules, nzypw, plots).map(({ id, field }) => [id, field]),
    [
      ['SV-ATT-02', 'ZT'],
      ['SV-ATT-02', 'ZT'],
    ],
  )
})

test('every rule has a text in both languages under a name of its own', () => {
  const ids = surveyRules.rules.map(({ id }) => id)
  assert.equal(new Set(ids).size, ids.length)
  for (const id of ids) assert.ok(ruleText(id)!.title.zh && ruleText(id)!.title.en)
})
