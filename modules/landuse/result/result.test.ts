import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { openSnapshot, snapshotOf } from '../../../kernel/documents/snapshots.ts'
import { checkCoverage } from '../../../kernel/geometry/coverage/check-coverage.ts'
import { addItems } from '../../../kernel/layers/change-sets/add-items.ts'
import { applyChangeSet } from '../../../kernel/layers/change-sets/apply.ts'
import { checkChangeSet } from '../../../kernel/layers/change-sets/check.ts'
import { createChangeSet } from '../../../kernel/layers/change-sets/create.ts'
import { readFeatures } from '../../../kernel/layers/read-features.ts'
import { plot } from '../../../kernel/layers/sample-patches.testing.ts'
import { Refusal } from '../../../kernel/problems/problem.ts'
import { act, ask, testFiles } from '../../../testing/act.ts'
import { inRollback } from '../../../testing/harness.ts'
import { openMonitoring, runServiceJobs, type Station, standsAt, station } from '../survey/station.testing.ts'
import { abandonResult } from './actions/abandon-result.ts'
import { applyResult } from './actions/apply-result.ts'
import { draftResultSet } from './actions/draft-result.ts'
import { keepBase } from './actions/keep-base.ts'
import { redeliver } from './actions/redeliver.ts'
import { revertResult } from './actions/revert-result.ts'
import { approvedCase } from './approved-case.testing.ts'
import { listResults } from './queries/list-results.ts'
import { listShared } from './queries/list-shared.ts'
import { previewResult } from './queries/preview-result.ts'

const story = (work: (here: Station) => Promise<void>, patches?: number) => () =>
  inRollback(async (trx: Trx) => work(await station(trx, patches)))
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.problem.code === code

const total = async (trx: Trx) =>
  (await readFeatures(trx, 'DLTB')).reduce((sum, { attributes }) => sum + Math.round(Number(attributes.TBMJ) * 100), 0)

async function assertWhole(trx: Trx): Promise<void> {
  const features = await readFeatures(trx, 'DLTB')
  const broken = checkCoverage(features).filter(({ rule }) => ['overlap', 'gap', 'duplicate', 'invalid'].includes(rule))
  assert.deepEqual(broken, [])
}

test(
  'He cuts two surveyed houses into the base map in one set: drafted, looked at, applied; the cases end, shared and archived',
  story(async (here) => {
    const { trx, he } = here
    const before = await total(trx)
    const one = await approvedCase(here, [20, 20, 70, 60])
    const two = await approvedCase(here, [180, 30, 230, 70])
    assert.deepEqual(
      (await ask(trx, he, listResults, {})).waiting.map(({ id }) => id),
      [one.caseId, two.caseId],
    )
    const { changeSetId, state, problems, created, retired } = await act(trx, he, draftResultSet, {
      caseIds: [one.caseId, two.caseId],
    })
    assert.deepEqual([state, problems, created, retired], ['checked', [], 5, 3])
    const preview = await ask(trx, he, previewResult, { changeSetId })
    assert.deepEqual(
      preview.areas.map(({ DLBM, before: was, change }) => [DLBM, was, Math.round(change)]),
      [
        ['0101', 30000, -4000],
        ['0702', 0, 4000],
      ],
    )
    assert.equal(preview.total.before, preview.total.after)
    assert.ok(
      preview.levelling.every(({ control, measured, levelled }) => Math.abs(control - measured - levelled) < 0.001),
    )
    assert.equal(await total(trx), before)
    await act(trx, he, applyResult, { changeSetId, opinion: '入库' })
    assert.equal(await total(trx), before)
    await assertWhole(trx)
    const houses = (await readFeatures(trx, 'DLTB')).filter(({ attributes }) => attributes.DLBM === '0702')
    assert.ok(
      houses.every(({ attributes }) => attributes.QSDWDM === '6107991012010000000' && Number(attributes.TBBH) > 4),
    )
    assert.equal(new Set(houses.map(({ attributes }) => attributes.TBBH)).size, 2)
    assert.deepEqual(await runServiceJobs(trx), [
      'landuse.result.share',
      'landuse.result.share',
      'landuse.case.archive',
      'landuse.case.archive',
    ])
    assert.equal(await standsAt(trx, one.caseId), undefined)
    const snapshot = await openSnapshot(trx, testFiles, (await snapshotOf(trx, one.caseId))!)
    assert.ok(snapshot.entry('map.svg'))
    assert.equal(snapshot.manifest.case.number, one.number)
  }),
)

test(
  'The house is told to the shared store and the enforcement as a suspicion, once, and again when asked',
  story(async (here) => {
    const { trx, he } = here
    const { caseId } = await approvedCase(here, [20, 20, 70, 60], '0601')
    const { changeSetId } = await act(trx, he, draftResultSet, { caseIds: [caseId] })
    await act(trx, he, applyResult, { changeSetId })
    await runServiceJobs(trx)
    const { rows } = await ask(trx, he, listShared, {})
    assert.deepEqual(rows.map(({ kind, message }) => [kind, message?.state ?? null]).sort(), [
      ['place', null],
      ['result', 'waiting'],
      ['suspect', 'waiting'],
    ])
    const suspect = rows.find(({ kind }) => kind === 'suspect')!
    assert.deepEqual(
      [(suspect.payload as { violation: string }).violation, (suspect.payload as { DLBM: string }).DLBM],
      ['non-agricultural', '0601'],
    )
    const [place] = (rows.find(({ kind }) => kind === 'place')!.payload as { patches: { place: string }[] }).patches
    assert.equal(place!.place, 'outside')
    assert.deepEqual(await act(trx, he, redeliver, { messageIds: [suspect.message!.id] }), { sent: 1 })
    await assert.rejects(
      act(trx, he, redeliver, { messageIds: ['00000000-0000-7000-8000-000000000000'] }),
      refusal('landuse.share.redeliver.unknown'),
    )
  }),
)

test(
  'Somebody changed the base under the draft: applying names the feature and the person, and the case stays where it is',
  story(async (here) => {
    const { trx, he } = here
    const { caseId } = await approvedCase(here, [20, 20, 70, 60])
    const { changeSetId } = await act(trx, he, draftResultSet, { caseIds: [caseId] })
    const [field] = await readFeatures(trx, 'DLTB')
    const other = await createChangeSet(trx, { title: '补正备注', by: here.zhao.id, now: new Date() })
    await addItems(trx, other, [
      { layer: 'DLTB', kind: 'modify', featureId: field!.id, baseVersion: field!.version, attributes: { BZ: '改' } },
    ])
    await checkChangeSet(trx, other, new Date())
    await applyChangeSet(trx, other, new Date())
    await assert.rejects(act(trx, he, applyResult, { changeSetId }), (error: unknown) => {
      assert.ok(error instanceof Refusal)
      assert.deepEqual(
        [error.problem.code, error.problem.params!.feature, error.problem.params!.by],
        ['layers.change-set.moved', field!.id, '赵德明'],
      )
      return true
    })
    assert.equal((await standsAt(trx, caseId))!.step, 'result')
    await act(trx, he, abandonResult, { changeSetId, reason: '底图已变，重新生成' })
    const again = await act(trx, he, draftResultSet, { caseIds: [caseId] })
    await act(trx, he, applyResult, { changeSetId: again.changeSetId })
    await assertWhole(trx)
  }),
)

test(
  'A draft holds its cases, takes a reason to give up, and nothing is drafted twice or too early',
  story(async (here) => {
    const { trx, he } = here
    const { caseId } = await approvedCase(here, [20, 20, 70, 60])
    const early = await openMonitoring(here, plot(120, 20, 160, 60))
    await assert.rejects(
      act(trx, he, draftResultSet, { caseIds: [caseId, early.caseId] }),
      refusal('landuse.result.draft.not-at-result'),
    )
    const { changeSetId } = await act(trx, he, draftResultSet, { caseIds: [caseId] })
    await assert.rejects(
      act(trx, he, draftResultSet, { caseIds: [caseId] }),
      refusal('landuse.result.draft.in-another'),
    )
    await assert.rejects(
      act(trx, he, abandonResult, { changeSetId, reason: ' ' }),
      refusal('landuse.result.abandon.no-reason'),
    )
    await act(trx, he, applyResult, { changeSetId })
    await assert.rejects(act(trx, he, applyResult, { changeSetId }), refusal('landuse.result.apply.case-moved'))
    await assert.rejects(
      act(trx, he, abandonResult, { changeSetId, reason: '不要了' }),
      refusal('landuse.result.abandon.too-late'),
    )
  }),
)

test(
  'An applied result is taken back by an answering set: the base is as it was, numbers stay used, partners hear of it',
  story(async (here) => {
    const { trx, he } = here
    const before = (await readFeatures(trx, 'DLTB')).map(({ id, attributes, geometry }) => ({
      id,
      attributes,
      geometry,
    }))
    const { caseId } = await approvedCase(here, [20, 20, 70, 60])
    const { changeSetId } = await act(trx, he, draftResultSet, { caseIds: [caseId] })
    await act(trx, he, applyResult, { changeSetId })
    await runServiceJobs(trx)
    await assert.rejects(
      act(trx, he, revertResult, { changeSetId, reason: '' }),
      refusal('landuse.result.revert.no-reason'),
    )
    await act(trx, he, revertResult, { changeSetId, reason: '权属有误' })
    assert.deepEqual(
      (await readFeatures(trx, 'DLTB')).map(({ id, attributes, geometry }) => ({ id, attributes, geometry })),
      before,
    )
    await assert.rejects(
      act(trx, he, revertResult, { changeSetId, reason: '再来' }),
      refusal('landuse.result.revert.not-applied'),
    )
    const { rows } = await sql<{
      topic: string
    }>`select topic from outbox where topic in ('landuse.result', 'layers.applied') order by topic`.execute(trx)
    assert.deepEqual(
      rows.map(({ topic }) => topic),
      ['landuse.result', 'landuse.result', 'layers.applied', 'layers.applied'],
    )
    const next = await approvedCase(here, [220, 20, 270, 60])
    const draft = await act(trx, he, draftResultSet, { caseIds: [next.caseId] })
    const numbers = (await ask(trx, he, previewResult, { changeSetId: draft.changeSetId })).items.flatMap(
      ({ after }) => after?.attributes.TBBH ?? [],
    )
    assert.deepEqual(numbers.sort(), ['0007', '0008'])
  }),
)

test(
  'A shed too small to be mapped changes nothing: there is no set to draft, and He keeps the base with a reason',
  story(async (here) => {
    const { trx, he } = here
    const { caseId } = await approvedCase(here, [20, 20, 30, 28])
    await assert.rejects(
      act(trx, he, draftResultSet, { caseIds: [caseId] }),
      refusal('landuse.result.draft.nothing-changes'),
    )
    await assert.rejects(act(trx, he, keepBase, { caseId, reason: '' }), refusal('landuse.result.keep.no-reason'))
    await act(trx, he, keepBase, { caseId, reason: '小于最小上图面积' })
    await runServiceJobs(trx)
    assert.equal(await standsAt(trx, caseId), undefined)
  }),
)
