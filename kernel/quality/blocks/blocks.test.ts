import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { inRollback } from '../../../testing/harness.ts'
import { generateCounty } from '../../../tools/demo/county.ts'
import type { Trx } from '../../db/database.ts'
import type { MultiPolygon } from '../../geometry/types.ts'
import { dltb } from '../../layers/definitions/dltb.ts'
import { importLayer, type NewFeature } from '../../layers/import-layer.ts'
import { readFeatures } from '../../layers/read-features.ts'
import { at, morning, patch, plot } from '../../layers/sample-patches.testing.ts'
import { type Issue, judge } from '../judge.ts'
import { surveyRules } from '../rule-sets.ts'
import { readIssues } from '../runs.ts'
import { coverRun } from './cover-run.ts'
import { endLayerRun } from './end-run.ts'
import { joinRun } from './join-run.ts'
import { JudgeThread } from './judge-thread.ts'
import { judgeWhole, keepBlock, openBlocks, openLayerRun, placeOf, planRun, readLayerRun } from './layer-runs.ts'
import { readBlock } from './read-block.ts'

const thread = new JudgeThread()
after(() => thread.close())

const shifted = (geometry: MultiPolygon, dx: number): MultiPolygon =>
  geometry.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x + dx, y])))

/** The demo county with faults all over it: patches moved (overlaps and gaps), missing, doubled, numbers used twice. */
function spoiledCounty(): NewFeature[] {
  const sound = [...generateCounty('S').features('DLTB')] as NewFeature[]
  return sound.flatMap((feature, k) => {
    if (k % 97 === 5) return [{ ...feature, geometry: shifted(feature.geometry, 0.4) }]
    if (k % 89 === 7) return []
    if (k % 211 === 3) return [feature, feature]
    if (k % 53 === 1) return [{ ...feature, attributes: { ...feature.attributes, TBBH: '7' } }]
    return [feature]
  })
}

async function runInBlocks(trx: Trx, most: number, area = '', layer = 'DLTB'): Promise<{ id: string; blocks: number }> {
  const id = await openLayerRun(trx, { layer, area, rules: null, asOf: at(1), by: 'lin', now: at(1) })
  const run = (await readLayerRun(trx, id))!
  await planRun(trx, run, most)
  const { blocks } = await openBlocks(trx, id)
  for (const block of blocks) {
    if (!block.box) {
      const steps = { thread, transaction: <T>(work: (inner: Trx) => Promise<T>) => work(trx), step: async () => {} }
      await joinRun(run, steps)
      await coverRun(run, steps)
      await keepBlock(trx, run, { ...block, issues: await judgeWhole(trx, run), now: at(2) })
      continue
    }
    const rows = await readBlock(trx, placeOf(run), block.box, null)
    const judged = await thread.judge({ layer, rules: null, rows })
    await keepBlock(trx, run, { ...block, count: rows.own.length, ...judged, now: at(2) })
  }
  await endLayerRun(trx, run, at(2))
  return { id, blocks: blocks.length }
}

const village = (code: string, n: number) => ({
  ...{ BSM: `61079920020000000${n}`, YSDM: '1000600400', ZLDWDM: code, ZLDWMC: '村', DCMJ: 1, JSMJ: 1, MSSM: '00' },
})
const town = (code: string) => ({
  ...{ BSM: '610799200300000001', YSDM: '1000600100', XZQDM: code, XZQMC: '镇', DCMJ: 1, JSMJ: 1, MSSM: '00' },
})

type Told = { rule: string; features: (string | number)[]; field?: string | null; measure?: number | null }
const names = (issues: Told[]) =>
  issues
    .map(({ rule, features, field, measure }) =>
      [rule, features.map(String).toSorted(), field ?? '', measure === null ? '' : (measure?.toFixed(2) ?? '')].join(
        '|',
      ),
    )
    .toSorted()

const counted = (issues: Told[]) =>
  Object.fromEntries([...Map.groupBy(issues, ({ rule }) => rule)].map(([rule, all]) => [rule, all.length]))

test('a county judged in blocks has the very issues it has when judged at once', () =>
  inRollback(async (trx) => {
    await importLayer(trx, { layer: 'DLTB', title: '底图', by: 'lin', now: morning, features: spoiledCounty() })
    const atOnce: Issue[] = judge(surveyRules, dltb, await readFeatures(trx, 'DLTB'))
    const { id, blocks } = await runInBlocks(trx, 100)
    assert.ok(blocks > 25, `${blocks} blocks`)
    const issues = await readIssues(trx, id)
    const expected = atOnce.map((issue) => ({ ...issue, rule: issue.id }))
    assert.deepEqual(counted(issues), counted(expected))
    assert.deepEqual(names(issues), names(expected))
    for (const rule of ['SV-TOP-01', 'SV-TOP-02', 'SV-TOP-11', 'SV-ATT-06']) assert.ok(counted(issues)[rule]! > 5, rule)
    const kept = (await readLayerRun(trx, id))!
    assert.equal(kept.feature_count, (await readFeatures(trx, 'DLTB')).length)
  }))

test('an area of the layer is judged with its neighbours outside in view', () =>
  inRollback(async (trx) => {
    await importLayer(trx, { layer: 'DLTB', title: '底图', by: 'lin', now: morning, features: spoiledCounty() })
    const all = await readFeatures(trx, 'DLTB')
    const town = String(all[0]!.attributes.ZLDWDM).slice(0, 9)
    const { id } = await runInBlocks(trx, 200, town)
    const own = all.filter(({ attributes }) => String(attributes.ZLDWDM).startsWith(town))
    const around = all.filter((feature) => !own.includes(feature))
    const byNeighbours = (issues: { rule: string; features: (string | number)[] }[]) =>
      names(issues.filter(({ rule }) => rule.startsWith('SV-TOP-0')))
    const expected = judge(surveyRules, dltb, own, around).map((issue) => ({ ...issue, rule: issue.id }))
    assert.deepEqual(byNeighbours(await readIssues(trx, id)), byNeighbours(expected))
    assert.equal((await readLayerRun(trx, id))!.feature_count, own.length)
  }))

test('a hole wider than a kilometre, across several blocks, is one gap with all who border on it', () =>
  inRollback(async (trx) => {
    // 20 × 20 patches of 100 m; 12 × 12 of them are missing.
    const features = Array.from({ length: 400 }, (_, k) => [k % 20, Math.floor(k / 20)] as const).flatMap(
      ([i, j], k) =>
        Math.min(i, j) > 3 && Math.max(i, j) < 16 ? [] : [patch(k, [100 * i, 100 * j, 100 * i + 100, 100 * j + 100])],
    )
    await importLayer(trx, { layer: 'DLTB', title: '底图', by: 'lin', now: morning, features })
    const { id, blocks } = await runInBlocks(trx, 30)
    assert.ok(blocks > 8, `${blocks} blocks`)
    const gaps = (await readIssues(trx, id)).filter(({ rule }) => rule === 'SV-TOP-02')
    assert.deepEqual(
      gaps.map(({ measure, features }) => [Math.round(measure!), features.length]),
      [[1_440_000, 48]],
    )
    const atOnce = judge(surveyRules, dltb, await readFeatures(trx, 'DLTB')).filter(({ id }) => id === 'SV-TOP-02')
    assert.deepEqual(
      gaps.map(({ features }) => features),
      atOnce.map(({ features }) => features.map(String)),
    )
    const { rows } = await sql`select 1 from quality_block where run = ${id} and pieces is not null`.execute(trx)
    assert.equal(rows.length, 0)
  }))

test('patches over a village border, outside all villages or under another code are told; villages in towns too', () =>
  inRollback(async (trx) => {
    const load = (layer: string, features: NewFeature[]) =>
      importLayer(trx, { layer, title: '底图', by: 'lin', now: morning, features })
    await load('DLTB', [
      patch(1, [0, 0, 100, 100]),
      patch(2, [100, 0, 205, 100]),
      patch(3, [205, 0, 300, 100]),
      patch(4, [300, 0, 410, 100], { ZLDWDM: '6107991012020000000' }),
    ])
    const nested = async () => {
      const { id } = await runInBlocks(trx, 1)
      const issues = (await readIssues(trx, id)).filter(({ rule }) => rule === 'SV-TOP-08')
      const { rows } = await sql<{ id: number; tbbh: string }>`select id, tbbh from layer_dltb`.execute(trx)
      const number = new Map(rows.map((row) => [String(row.id), row.tbbh]))
      return issues
        .map(({ features, field, measure }) => [number.get(features[0]!), field, Math.round(measure!)])
        .sort()
    }
    assert.deepEqual(await nested(), [], 'no villages are loaded')
    await load('CJDCQ', [
      { geometry: plot(0, 0, 200, 100), attributes: village('6107991012010000000', 1) },
      { geometry: plot(200, 0, 400, 100), attributes: village('6107991012020000000', 2) },
    ])
    assert.deepEqual(await nested(), [
      ['0002', null, 500],
      ['0003', 'ZLDWDM', 9500],
      ['0004', null, 1000],
    ])
    await load('XZQ', [{ geometry: plot(0, 0, 390, 100), attributes: town('610799101') }])
    const { id } = await runInBlocks(trx, 1, '', 'CJDCQ')
    const issues = (await readIssues(trx, id)).filter(({ rule }) => rule === 'SV-TOP-09')
    assert.deepEqual(
      issues.map(({ measure }) => Math.round(measure!)),
      [1000],
    )
  }))

test('what a town has beyond the patches along its border is told; a hole in their midst is a gap', () =>
  inRollback(async (trx) => {
    // 5 × 5 patches of 100 m; the middle one and one at the western border are missing.
    const features = Array.from({ length: 25 }, (_, k) => [k % 5, Math.floor(k / 5)] as const).flatMap(([i, j], k) =>
      k === 12 || k === 10 ? [] : [patch(k, [100 * i, 100 * j, 100 * i + 100, 100 * j + 100])],
    )
    const load = (layer: string, some: NewFeature[]) =>
      importLayer(trx, { layer, title: '底图', by: 'lin', now: morning, features: some })
    await load('DLTB', features)
    // The town reaches 3 m farther east, and 0.2 mm farther north: less than the tolerance.
    await load('XZQ', [{ geometry: plot(0, 0, 503, 500.0002), attributes: town('610799101') }])
    const { id } = await runInBlocks(trx, 10)
    const issues = await readIssues(trx, id)
    const told = (rule: string) => issues.filter((issue) => issue.rule === rule)
    assert.deepEqual(
      told('SV-TOP-10')
        .map(({ measure, field, value, features }) => [Math.round(measure!), field, value, features])
        .sort(),
      [
        [10_000, 'XZQDM', '610799101', []],
        [1500, 'XZQDM', '610799101', []],
      ],
    )
    assert.deepEqual(
      told('SV-TOP-02').map(({ measure }) => Math.round(measure!)),
      [10_000],
    )
    const elsewhere = await runInBlocks(trx, 10, '610799102')
    assert.equal((await readIssues(trx, elsewhere.id)).length, 0)
  }))
