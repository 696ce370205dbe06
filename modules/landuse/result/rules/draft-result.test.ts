import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkCoverage } from '../../../../kernel/geometry/coverage/check-coverage.ts'
import { boundingBox } from '../../../../kernel/geometry/measures/bounding-box.ts'
import { ellipsoidalArea } from '../../../../kernel/geometry/measures/ellipsoidal-area.ts'
import { planarArea } from '../../../../kernel/geometry/measures/planar-area.ts'
import { zoneOfEpsg } from '../../../../kernel/geometry/projection/gauss-kruger.ts'
import type { MultiPolygon, Position } from '../../../../kernel/geometry/types.ts'
import { generateCounty } from '../../../../tools/demo/county.ts'
import { draftResult, type Numbering, type ResultDraft } from './draft-result.ts'
import type { Attributes, BasePatch, SurveyedPatch } from './patches.ts'

const zone = zoneOfEpsg(4524)!
const base: BasePatch[] = generateCounty('S').layers.DLTB.map(({ attributes, geometry }, i) => ({
  id: i + 1,
  version: 1,
  geometry: geometry as MultiPolygon,
  attributes: { ...attributes, TBMJ: ellipsoidalArea(geometry, zone), KCMJ: 0, TBDLMJ: 0 },
}))

const numbering: () => Numbering = () => {
  let last = 9000
  return () => ({ BSM: `6107992001${++last}`, TBBH: String(last) })
}

const draft = (surveyed: SurveyedPatch[], of: readonly BasePatch[] = base): ResultDraft => {
  const result = draftResult(of, surveyed, { year: 2026, changedOn: '2026-11-22', numbering: numbering() })
  assert.ok(!('problems' in result), JSON.stringify('problems' in result && result.problems))
  return result
}

const cents = (rows: { attributes: Attributes }[]) =>
  rows.reduce((sum, { attributes }) => sum + Math.round(Number(attributes.TBMJ) * 100), 0)

/** A star-shaped patch round a place: never crosses itself. */
function star([x, y]: Position, radii: number[], turn: number): MultiPolygon {
  const ring = radii.map((radius, i): Position => {
    const angle = turn + (2 * Math.PI * i) / radii.length
    return [
      Math.round((x + radius * Math.cos(angle)) * 1e4) / 1e4,
      Math.round((y + radius * Math.sin(angle)) * 1e4) / 1e4,
    ]
  })
  return [[[...ring, ring[0]!]]]
}

const surveyedAt = (id: number, geometry: MultiPolygon, DLBM: string, attributes: Attributes = {}): SurveyedPatch => ({
  ...{ id: String(id), caseId: 'c', DLBM, attributes, geometry },
})

const middleOf = (patch: BasePatch): Position => {
  const [minX, minY, maxX, maxY] = boundingBox(patch.geometry)
  return [(minX + maxX) / 2, (minY + maxY) / 2]
}

/** Base patches well inside the county, so that a patch of 60 m does not leave it. */
const [west, south, east, north] = boundingBox(base.flatMap(({ geometry }) => geometry))
const inner = base.filter((patch) => {
  const [x, y] = middleOf(patch)
  return x > west + 900 && x < east - 900 && y > south + 900 && y < north - 900
})

const CLASSES = ['0601', '0702', '1202', '0301', '0103', '1104', '1006', '1206', '05H1']

const patches = fc.record({
  at: fc.nat(inner.length - 1),
  radii: fc.array(fc.double({ min: 3, max: 60, noNaN: true }), { minLength: 4, maxLength: 12 }),
  turn: fc.double({ min: 0, max: 6, noNaN: true }),
  DLBM: fc.constantFrom(...CLASSES),
})

/** Leaves out patches that meet an earlier one: overlapping surveys are refused, and that has its own test. */
function apart(wanted: { at: number; radii: number[]; turn: number; DLBM: string }[]): SurveyedPatch[] {
  const kept: SurveyedPatch[] = []
  for (const [i, { at, radii, turn, DLBM }] of wanted.entries()) {
    const [x, y] = middleOf(inner[at]!)
    const near = kept.some(({ geometry }) => Math.hypot(geometry[0]![0]![0]![0] - x, geometry[0]![0]![0]![1] - y) < 200)
    if (!near) kept.push(surveyedAt(i, star([x, y], radii, turn), DLBM, DLBM === '0103' ? { GDPDJB: '1' } : {}))
  }
  return kept
}

function after({ retired, created, touched }: ResultDraft) {
  const gone = new Set(retired.map(({ id }) => id))
  const moved = new Map(touched.map(({ patch, geometry }) => [patch.id, geometry]))
  return [
    ...base.filter(({ id }) => !gone.has(id)).map(({ id, geometry }) => ({ id, geometry: moved.get(id) ?? geometry })),
    ...created.map(({ geometry }, i) => ({ id: 100_000 + i, geometry })),
  ]
}

const isTopology = ({ rule }: { rule: string }) =>
  ['overlap', 'gap', 'duplicate', 'invalid', 'self-intersection'].includes(rule)

test('whatever is surveyed, areas come out as they went in, to the cent and patch by patch, and the coverage stays whole', () => {
  const before = checkCoverage(base.map(({ id, geometry }) => ({ id, geometry }))).filter(isTopology).length
  fc.assert(
    fc.property(fc.array(patches, { minLength: 1, maxLength: 6 }), (wanted) => {
      const result = draft(apart(wanted))
      assert.equal(cents(result.created), cents(result.retired))
      for (const { id, attributes } of result.retired) {
        const rows = result.process.filter((row) => row.before === id)
        assert.equal(
          rows.reduce((sum, { area }) => sum + Math.round(area * 100), 0),
          Math.round(Number(attributes.TBMJ) * 100),
        )
      }
      for (const [i, { attributes }] of result.created.entries()) {
        const rows = result.process.filter((row) => row.after === i)
        assert.equal(
          rows.reduce((sum, { area }) => sum + Math.round(area * 100), 0),
          Math.round(Number(attributes.TBMJ) * 100),
        )
      }
      for (const { patch, geometry } of result.touched) {
        assert.ok(Math.abs(planarArea(geometry) - planarArea(patch.geometry)) < 0.05)
        assert.ok(geometry.flat(2).length > patch.geometry.flat(2).length)
      }
      assert.equal(checkCoverage(after(result)).filter(isTopology).length, before)
      assert.ok(result.created.every(({ geometry }) => geometry.length === 1))
    }),
    { numRuns: 15, seed: 7 },
  )
})

test('a village house on a field: the field is cut, the house inherits owner and village, deductions stay with the field', () => {
  const field = inner.find(
    ({ attributes, geometry }) => attributes.DLBM === '0103' && attributes.KCXS && planarArea(geometry) > 6000,
  )!
  const house = star(middleOf(field), [12, 12, 12, 12], 0.3)
  const { retired, created, process } = draft([surveyedAt(1, house, '0702')])
  assert.deepEqual(
    retired.map(({ id }) => id),
    [field.id],
  )
  const built = created.find(({ attributes }) => attributes.DLBM === '0702')!.attributes
  assert.deepEqual(
    [built.QSDWDM, built.ZLDWDM, built.DLMC, built.CZCSXM],
    [field.attributes.QSDWDM, field.attributes.ZLDWDM, '农村宅基地', '203'],
  )
  assert.deepEqual(
    [built.KCXS, built.KCDLBM, built.GDPDJB, built.KCMJ, built.TBDLMJ],
    [null, null, null, 0, built.TBMJ],
  )
  const rest = created.find(({ attributes }) => attributes.DLBM === '0103')!.attributes
  assert.equal(rest.KCXS, field.attributes.KCXS)
  assert.equal(Number(rest.TBDLMJ) + Number(rest.KCMJ), rest.TBMJ)
  assert.deepEqual(process.map(({ attributes }) => [attributes.BGQDLBM, attributes.BGHDLBM, attributes.BGXW]).sort(), [
    ['0103', '0103', '2'],
    ['0103', '0702', '2'],
  ])
})

test('a shed of 80 m² is too small to be mapped: the field stays whole, and the note says so', () => {
  const field = inner.find(({ attributes, geometry }) => attributes.DLBM === '0103' && planarArea(geometry) > 6000)!
  const { retired, created, notes } = draft([surveyedAt(1, star(middleOf(field), [6, 6, 6, 6], 0), '0702')])
  assert.deepEqual([retired, created], [[], []])
  assert.equal(notes[0]!.code, 'landuse.result.note.given-back')
  assert.equal(notes[0]!.params.minimum, 200)
})

test('a whole patch with a new class keeps its shape, and its change is one of attributes', () => {
  const field = inner.find(({ attributes, geometry }) => attributes.DLBM === '0103' && planarArea(geometry) > 2000)!
  const { created, process, touched } = draft([surveyedAt(1, field.geometry, '0201')])
  assert.equal(created.length, 1)
  assert.equal(created[0]!.attributes.TBMJ, field.attributes.TBMJ)
  assert.equal(process[0]!.attributes.BGXW, '1')
  assert.deepEqual(touched, [])
})

test('what the survey found to be as the map says changes nothing', () => {
  const field = inner.find(({ attributes, geometry }) => attributes.DLBM === '0301' && planarArea(geometry) > 3000)!
  const { retired, created, process } = draft([surveyedAt(1, star(middleOf(field), [15, 15, 15, 15], 0), '0301')])
  assert.deepEqual([retired, created, process], [[], [], []])
})

test('two surveys of the same ground are refused by both cases, and land outside the county by the patch', () => {
  const [x, y] = middleOf(inner[5]!)
  const settings = { year: 2026, changedOn: '2026-11-22', numbering: numbering() }
  const two = [
    surveyedAt(1, star([x, y], [30, 30, 30], 0), '0601'),
    { ...surveyedAt(2, star([x + 10, y], [30, 30, 30], 0), '0702'), caseId: 'd' },
  ]
  const overlapping = draftResult(base, two, settings)
  assert.ok('problems' in overlapping)
  assert.equal(overlapping.problems[0]!.code, 'landuse.result.draft.patches-overlap')
  assert.deepEqual(
    [overlapping.problems[0]!.params!.firstCase, overlapping.problems[0]!.params!.secondCase],
    ['c', 'd'],
  )
  const abroad = draftResult(base, [surveyedAt(3, star([west - 500, y], [30, 30, 30], 0), '0601')], settings)
  assert.ok('problems' in abroad)
  assert.equal(abroad.problems[0]!.code, 'landuse.result.draft.outside-base')
})
