import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EAST, NORTH, plot } from '../../../../kernel/layers/sample-patches.testing.ts'
import { proposeWay, type SortedClue } from './propose-way.ts'
import { isError, judgeSurvey, type SurveyFacts } from './quality-rules.ts'
import { readVertexTable } from './read-vertices.ts'
import { today } from './today.ts'

const clue = (more: Partial<SortedClue> = {}): SortedClue => ({
  ...{
    predictedClass: '0702',
    conclusion: 'suspect',
    area: 800,
    farmlandArea: 0,
    basicFarmlandArea: 0,
    redlineArea: 0,
    repaired: false,
  },
  ...more,
})

test('imagery settles small changes off farmland; everything else is looked at on the ground, for reasons that are told', () => {
  assert.deepEqual(proposeWay(clue()), { way: 'office', reasons: ['landuse.sorting.clear'] })
  assert.deepEqual(proposeWay(clue({ farmlandArea: 0.4 })).way, 'office')
  assert.deepEqual(proposeWay(clue({ basicFarmlandArea: 20, farmlandArea: 20 })).reasons, [
    'landuse.sorting.basic-farmland',
    'landuse.sorting.farmland',
  ])
  for (const more of [
    { predictedClass: null },
    { conclusion: 'manual' as const },
    { area: 2001 },
    { redlineArea: 5 },
    { repaired: true },
  ])
    assert.equal(proposeWay(clue(more)).way, 'field', JSON.stringify(more))
})

const facts = (more: Partial<SurveyFacts> = {}): SurveyFacts => ({
  ranges: plot(0, 0, 100, 100),
  patches: [{ id: 'a', geometry: plot(0, 0, 100, 100), attributes: { DLBM: '0702' }, beforeClass: '0101' }],
  ...{ surveyedOn: '2026-11-20', today: '2026-11-22', photos: 4 },
  ...more,
})
const found = (more: Partial<SurveyFacts>) => judgeSurvey(facts(more)).map(({ id, measure }) => [id, measure])

test('a survey without patches, classes or a day, or one that leaves its range, is told; what was left out is only noted', () => {
  assert.deepEqual(judgeSurvey(facts()), [])
  assert.deepEqual(found({ patches: [] }), [['DC-01', undefined]])
  assert.deepEqual(found({ surveyedOn: '2026-11-23' }), [['DC-04', undefined]])
  assert.deepEqual(found({ surveyedOn: null }), [['DC-04', undefined]])
  const [own] = facts().patches
  assert.deepEqual(found({ patches: [{ ...own!, attributes: { DLBM: null } }] }), [['DC-02', undefined]])
  assert.deepEqual(found({ patches: [{ ...own!, geometry: plot(0, 0, 110, 100) }] }), [['DC-03', 1000]])
  assert.deepEqual(
    found({ patches: [{ ...own!, geometry: plot(0, 0, 100.1, 100) }] }),
    [],
    'a hand’s breadth is no fault',
  )
  assert.deepEqual(found({ patches: [{ ...own!, geometry: plot(0, 0, 90, 100) }] }), [['DC-06', 1000]])
  assert.ok(!isError(judgeSurvey(facts({ patches: [{ ...own!, geometry: plot(0, 0, 90, 100) }] }))[0]!))
})

test('a house that became a field needs a photo', () => {
  const patches = [{ id: 'a', geometry: plot(0, 0, 100, 100), attributes: { DLBM: '0103' }, beforeClass: '0702' }]
  assert.deepEqual(found({ patches, photos: 0 }), [['DC-05', undefined]])
  assert.deepEqual(found({ patches, photos: 1 }), [])
})

const rows = (...lines: string[]) => lines.map((line, i) => ({ line: i + 1, cells: line.split(',') }))

test('in tables of points X is the northing, rings are closed, several plots are told apart by name', () => {
  const table = rows(
    '地块号,点号,X,Y',
    ...['一', '二'].flatMap((name, k) => [0, 1, 2].map((i) => `${name},J${i},${NORTH + i * i},${EAST + 100 * k + i}`)),
  )
  const rings = readVertexTable(table)
  assert.ok(Array.isArray(rings))
  assert.deepEqual(
    rings.map(({ name, kind, ring }) => [name, kind, ring.length]),
    [
      ['一', 'plane', 4],
      ['二', 'plane', 4],
    ],
  )
  assert.deepEqual(rings[0]!.ring[0], [EAST, NORTH])
  const degrees = readVertexTable(rows('经度,纬度', '107.7,33.0', '107.71,33.0', '107.71,33.01'))
  assert.ok(Array.isArray(degrees) && degrees[0]!.kind === 'degrees')
})

test('swapped axes, an empty cell and a missing zone are refused by line', () => {
  for (const line of [`${EAST},${NORTH}`, `,${EAST}`, `${NORTH},478500`]) {
    const problem = readVertexTable(rows('X,Y', `${NORTH},${EAST}`, line))
    assert.ok(!Array.isArray(problem))
    assert.deepEqual([problem.code, problem.params!.line], ['landuse.survey.importVertices.bad-coordinate', 3])
  }
})

test('the day is that of the county, not of the server', () => {
  assert.equal(today(new Date('2026-11-21T17:00:00Z')), '2026-11-22')
})
