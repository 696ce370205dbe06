import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import { planarArea } from '../../kernel/geometry/measures/planar-area.ts'
import { writeAudit } from '../../kernel/identity/audit.ts'
import type { Person } from '../../kernel/identity/can.ts'
import { viewRun as viewJob } from '../../kernel/jobs/job-runs.ts'
import { addItems } from '../../kernel/layers/change-sets/add-items.ts'
import { applyChangeSet } from '../../kernel/layers/change-sets/apply.ts'
import { checkChangeSet } from '../../kernel/layers/change-sets/check.ts'
import { repairedBy } from '../../kernel/layers/change-sets/check-repair.ts'
import { createChangeSet } from '../../kernel/layers/change-sets/create.ts'
import { readChangeSet } from '../../kernel/layers/change-sets/read.ts'
import { abandonChangeSet } from '../../kernel/layers/change-sets/reserve.ts'
import { revertChangeSet } from '../../kernel/layers/change-sets/revert.ts'
import { importLayer } from '../../kernel/layers/import-layer.ts'
import { readFeatures } from '../../kernel/layers/read-features.ts'
import { layerNamed } from '../../kernel/layers/registry.ts'
import { patch, plot } from '../../kernel/layers/sample-patches.testing.ts'
import { Refusal } from '../../kernel/problems/problem.ts'
import { surveyRules } from '../../kernel/quality/rule-sets.ts'
import { act, ask, testAuditKey, testFiles, testSigner } from '../../testing/act.ts'
import { inRollback } from '../../testing/harness.ts'
import { settle } from '../../testing/people.ts'
import { applyFix } from './actions/apply-fix.ts'
import { repeatRun } from './actions/repeat-run.ts'
import { resumeRun } from './actions/resume-run.ts'
import { settleIssues } from './actions/settle-issues.ts'
import { startRun } from './actions/start-run.ts'
import { judgeRun } from './jobs/judge-run.ts'
import { exportRun } from './queries/export-run.ts'
import { listIssues } from './queries/list-issues.ts'
import { listRuns } from './queries/list-runs.ts'
import { placeIssues } from './queries/place-issues.ts'
import { proposeFixQuery } from './queries/propose-fix.ts'
import { viewIssue } from './queries/view-issue.ts'
import { viewRun } from './queries/view-run.ts'
import { repairedAreas } from './rules/repaired-areas.ts'

// Function points: XX035 SH034 SH035
const COUNTY = '610799'
const EVERYWHERE = { west: 107, south: 32, east: 109, north: 34 }

const story = (title: string, work: (trx: Trx, he: Person) => Promise<void>) =>
  test(title, () =>
    inRollback(async (trx) => {
      const features = [
        patch(1, [0, 0, 100, 100], { QSXZ: '99' }),
        patch(2, [95, 0, 200, 100]),
        patch(3, [500, 0, 600, 100], { TBBH: '0001' }),
      ]
      await importLayer(trx, { layer: 'DLTB', title: '底图', by: 'he', now: new Date('2026-01-01'), features })
      await work(trx, await settle(trx, { name: '何建国', verbs: ['quality.*'], area: COUNTY }))
    }),
  )

/** Does what a worker would, inside the test's transaction. */
async function work(trx: Trx, person: Person, runId: string, stopIfCancelled = async () => {}) {
  await judgeRun.run({
    ...{ id: runId, input: { runId }, person, files: testFiles, signer: testSigner, now: () => new Date() },
    ...{ transaction: (work) => work(trx), progress: async () => {}, stopIfCancelled },
    audit: (inner, entry) => writeAudit(inner, { at: new Date(), person: person.id, ...entry }, testAuditKey),
  })
}

/** What the queue would say afterwards. */
const endJobs = (trx: Trx, state: string) => sql`update job_run set state = ${state}`.execute(trx)

const check = async (trx: Trx, he: Person, rules?: string[]) => {
  const { runId } = await act(trx, he, startRun, { layer: 'DLTB', area: COUNTY, ...(rules && { rules }) })
  await trx
    .updateTable('job_run' as never)
    .set({ state: 'done' } as never)
    .execute()
  await work(trx, he, runId)
  return runId
}

const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.problem.code === code

story('He checks the land-use layer, finds the overlap on the map and sees the two patches', async (trx, he) => {
  const runId = await check(trx, he)
  const run = await ask(trx, he, viewRun, { runId })
  assert.deepEqual(
    [run.version, run.featureCount, run.rules, run.endedAt === null],
    [surveyRules.version, 3, null, false],
  )
  assert.deepEqual(
    run.rows.filter(({ rule }) => /TOP-01|ATT-0[26]/.test(rule)).map(({ rule, total, open }) => [rule, total, open]),
    [
      ['SV-TOP-01', 1, 1],
      ['SV-ATT-02', 1, 1],
      ['SV-ATT-06', 1, 1],
    ],
  )
  const { rows, total } = await ask(trx, he, listIssues, { runId, rule: 'SV-TOP-01' })
  assert.deepEqual([total, rows[0]!.severity, rows[0]!.number, rows[0]!.featureCount], [1, 'A', '0001', 2])
  const spots = await ask(trx, he, placeIssues, { runId, ...EVERYWHERE, zoom: 8 })
  assert.equal(
    spots.rows.reduce((sum, { count }) => sum + count, 0),
    run.rows.reduce((sum, row) => sum + row.total, 0),
  )
  const near = await ask(trx, he, placeIssues, { runId, rule: 'SV-TOP-01', ...EVERYWHERE, zoom: 17 })
  assert.deepEqual([near.rows.length, near.rows[0]!.id], [1, rows[0]!.id])
  const issue = await ask(trx, he, viewIssue, { issueId: rows[0]!.id })
  assert.deepEqual(
    issue.shapes.map(({ attributes }) => attributes.TBBH),
    ['0001', '0002'],
  )
  const { fix } = await ask(trx, he, proposeFixQuery, { issueId: rows[0]!.id })
  assert.deepEqual([fix?.what, fix?.features.length], ['cut-overlap', 1])
  assert.ok(Math.abs(fix!.features[0]!.areaBefore - fix!.features[0]!.areaAfter - rows[0]!.measure!) < 0.01)
  const [listed] = (await ask(trx, he, listRuns, {})).rows
  assert.deepEqual(
    [listed?.id, listed?.madeBy, listed?.found?.A],
    [runId, '何建国', run.rows.filter((row) => row.severity === 'A').reduce((sum, row) => sum + row.total, 0)],
  )
})

story('an exception is given once, with a reason, and holds in the next check until it ends', async (trx, he) => {
  const runId = await check(trx, he)
  const [issue] = (await ask(trx, he, listIssues, { runId, rule: 'SV-ATT-02' })).rows
  const settleIt = (more: object) =>
    act(trx, he, settleIssues, { runId, issueIds: [issue!.id], state: 'waived', ...more } as never)
  await assert.rejects(settleIt({}), refused('quality.issue.settle.no-reason'))
  await assert.rejects(
    settleIt({ state: 'fixed', until: '2030-01-01' }),
    refused('quality.issue.settle.until-without-waiver'),
  )
  await settleIt({ reason: '历史遗留', until: '2100-01-01' })
  await assert.rejects(settleIt({ reason: '再来' }), refused('quality.issue.settled-already'))
  const other = await check(trx, he)
  const [again] = (await ask(trx, he, listIssues, { runId: other, rule: 'SV-ATT-02' })).rows
  assert.deepEqual([again?.state, again?.reason, again?.settledBy], ['waived', '历史遗留', '何建国'])
})

story('a run is repeated on the layer as it was, and gives the same issues', async (trx, he) => {
  const first = await check(trx, he, ['SV-TOP-01', 'SV-ATT-06'])
  const { runId } = await act(trx, he, repeatRun, { runId: first })
  await work(trx, he, runId)
  const told = async (id: string) =>
    (await ask(trx, he, listIssues, { runId: id })).rows.map(({ rule, features, measure }) => [rule, features, measure])
  assert.deepEqual(await told(runId), await told(first))
  assert.equal((await told(first)).length, 2)
  assert.equal((await ask(trx, he, viewRun, { runId })).repeats, first)
})

story('a cancelled run goes on where it was; a run under way is not started twice', async (trx, he) => {
  const { runId, jobId } = await act(trx, he, startRun, { layer: 'DLTB', area: COUNTY })
  await assert.rejects(act(trx, he, startRun, { layer: 'DLTB', area: COUNTY }), refused('quality.run.start.under-way'))
  await assert.rejects(act(trx, he, resumeRun, { runId }), refused('quality.run.resume.not-stopped'))
  let asked = 0
  const cancelled = work(trx, he, runId, async () => {
    if (asked++ === 1) throw new Error('cancelled')
  })
  await assert.rejects(cancelled, /cancelled/)
  await trx
    .updateTable('job_run' as never)
    .set({ state: 'cancelled' } as never)
    .execute()
  const some = (await ask(trx, he, listIssues, { runId })).total
  assert.ok(some > 0)
  const again = await act(trx, he, resumeRun, { runId })
  assert.notEqual(again.jobId, jobId)
  assert.equal((await viewJob(trx, again.jobId))?.subject, `quality:${runId}`)
  await work(trx, he, runId)
  await endJobs(trx, 'done')
  const whole = await check(trx, he)
  assert.equal(
    (await ask(trx, he, listIssues, { runId })).total,
    (await ask(trx, he, listIssues, { runId: whole })).total,
  )
})

story('the report is a workbook; a run elsewhere is not there for He', async (trx, he) => {
  const runId = await check(trx, he)
  const { bytes, fileName } = await ask(trx, he, exportRun, { runId })
  assert.match(fileName!, /^质检报告-.*\.xlsx$/)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes as never)
  assert.deepEqual(
    workbook.worksheets.map(({ name }) => name),
    ['概况', '按规则统计', '问题清单'],
  )
  assert.equal(workbook.worksheets[2]!.rowCount - 1, (await ask(trx, he, listIssues, { runId })).total)
  const stranger = await settle(trx, { name: '外县', verbs: ['quality.*'], area: '610701' })
  await assert.rejects(ask(trx, stranger, viewRun, { runId }), refused('quality.run.unknown'))
  assert.equal((await ask(trx, stranger, listRuns, {})).total, 0)
  await assert.rejects(act(trx, stranger, startRun, { layer: 'DLTB', area: COUNTY }), refused('kernel.no-right'))
  await assert.rejects(
    act(trx, he, startRun, { layer: 'NZYPW', area: COUNTY, rules: ['SV-LOG-01'] }),
    refused('quality.run.start.unknown-rule'),
  )
})

/** Numbers, recorded and measured areas of the layer now. */
const standing = async (trx: Trx) =>
  (await readFeatures(trx, 'DLTB')).map(({ attributes, geometry }) => ({
    number: attributes.TBBH,
    recorded: Number(attributes.TBMJ),
    net: Number(attributes.TBDLMJ),
    measured: planarArea(geometry),
  }))

story(
  'He applies the fix of an overlap: map and paper change by the same ground, and the issue is settled',
  async (trx, he) => {
    const runId = await check(trx, he)
    const [issue] = (await ask(trx, he, listIssues, { runId, rule: 'SV-TOP-01' })).rows
    const [loser] = (await ask(trx, he, proposeFixQuery, { issueId: issue!.id })).fix!.features
    const before = await standing(trx)
    const { changeSet } = await act(trx, he, applyFix, { issueId: issue!.id })
    const now = await standing(trx)
    const changed = now.filter((each, k) => each.measured !== before[k]!.measured)
    assert.equal(changed.length, 1)
    assert.ok(Math.abs(changed[0]!.measured - loser!.areaAfter) < 0.01)
    const was = before.find(({ number }) => number === changed[0]!.number)!
    // 500 m² of the plane; the ellipsoid makes a little less of them here.
    assert.ok(Math.abs(was.measured - changed[0]!.measured - 500) < 0.01)
    assert.ok(Math.abs(was.recorded - changed[0]!.recorded - 500) < 1)
    assert.equal(changed[0]!.net, changed[0]!.recorded)
    assert.equal((await readChangeSet(trx, changeSet)).kind, 'repair')
    assert.equal((await ask(trx, he, viewIssue, { issueId: issue!.id })).state, 'fixed')
    await assert.rejects(act(trx, he, applyFix, { issueId: issue!.id }), refused('quality.fix.apply.settled'))
    const again = await check(trx, he)
    assert.equal((await ask(trx, he, listIssues, { runId: again, rule: 'SV-TOP-01' })).total, 0)
  },
)

story('a repair may be taken back, and refuses to change a recorded area by more than the outline', async (trx, he) => {
  const runId = await check(trx, he)
  const [issue] = (await ask(trx, he, listIssues, { runId, rule: 'SV-TOP-01' })).rows
  const before = await standing(trx)
  const { changeSet } = await act(trx, he, applyFix, { issueId: issue!.id })
  const back = await revertChangeSet(trx, changeSet, { by: he.id, now: new Date(), title: '撤销修复' })
  assert.deepEqual(await checkChangeSet(trx, back, new Date()), { state: 'checked', problems: [] })
  await applyChangeSet(trx, back, new Date())
  assert.deepEqual(await standing(trx), before)
  const again = await revertChangeSet(trx, back, { by: he.id, now: new Date(), title: '恢复修复' })
  assert.deepEqual(await checkChangeSet(trx, again, new Date()), { state: 'checked', problems: [] })
  await abandonChangeSet(trx, again, { now: new Date() })
  const [first] = await readFeatures(trx, 'DLTB')
  const set = await createChangeSet(trx, { title: '改面积', by: he.id, now: new Date(), repairs: true })
  const paperOnly = { layer: 'DLTB', kind: 'modify', featureId: first!.id, baseVersion: first!.version } as const
  await addItems(trx, set, [{ ...paperOnly, attributes: { TBMJ: 12_345 } }])
  const { problems } = await checkChangeSet(trx, set, new Date())
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['layers.repair.area'],
  )
})

story('a gap is filled only as far as nobody has the ground', async (trx, he) => {
  const [, second, third] = await readFeatures(trx, 'DLTB')
  const widen = async (to: number) => {
    const geometry = plot(95, 0, to, 100)
    const set = await createChangeSet(trx, { title: '补缝', by: he.id, now: new Date(), repairs: true })
    const areas = repairedAreas(
      layerNamed('DLTB'),
      second!.attributes,
      repairedBy(layerNamed('DLTB'), second!.geometry, geometry),
    )
    await addItems(trx, set, [
      {
        layer: 'DLTB',
        kind: 'modify',
        featureId: second!.id,
        baseVersion: second!.version,
        attributes: areas,
        geometry,
      },
    ])
    return (await checkChangeSet(trx, set, new Date())).problems.map(({ code, params }) => [code, params?.features])
  }
  assert.deepEqual(await widen(500), [])
  assert.deepEqual(await widen(520), [['layers.coverage.overlap', `${second!.id} ${third!.id}`]])
})
