import assert from 'node:assert/strict'
import { test } from 'node:test'
import { archiveCase } from '../../kernel/cases/archive-case.ts'
import { completeTask } from '../../kernel/cases/complete-task.ts'
import { type County, county, noon, openSurvey, openTaskOf } from '../../kernel/cases/county.testing.ts'
import { noticesFor } from '../../kernel/cases/talk/notices.testing.ts'
import { generateKeyPair } from '../../kernel/crypto/sm2.ts'
import { markRead } from '../../kernel/messages/inbox.ts'
import { act, ask, bytesOf, testFiles } from '../../testing/act.ts'
import { inRollback } from '../../testing/harness.ts'
import { addOpinion } from './actions/add-opinion.ts'
import { attachResource } from './actions/attach-resource.ts'
import { claimTasks } from './actions/batch-tasks.ts'
import { claimTask } from './actions/claim-task.ts'
import { confirmClosure, proposeClosure } from './actions/close-irregularly.ts'
import { forceClaimTask } from './actions/force-claim-task.ts'
import { linkCases } from './actions/link-cases.ts'
import { nudgeCase } from './actions/nudge-case.ts'
import { reassignTask } from './actions/reassign-task.ts'
import { removeResource } from './actions/remove-resource.ts'
import { resumeCase } from './actions/resume-case.ts'
import { returnTask } from './actions/return-task.ts'
import { saveDraft } from './actions/save-draft.ts'
import { sendStraightBack } from './actions/send-straight-back.ts'
import { suspendCase } from './actions/suspend-case.ts'
import { unclaimTask } from './actions/unclaim-task.ts'
import { withdrawTask } from './actions/withdraw-task.ts'
import { candidates } from './queries/candidates.ts'
import { downloadResource } from './queries/download-resource.ts'
import { searchCases } from './queries/search-cases.ts'
import { downloadSnapshot, searchSnapshots, viewSnapshot } from './queries/snapshots.ts'
import { viewCase } from './queries/view-case.ts'
import { worklist, worklistCounts } from './queries/worklist.ts'

const story = (tell: (here: County) => Promise<void>) => () => inRollback(async (trx) => tell(await county(trx)))
const refusal = (code: string) => ({ name: 'Refusal', message: new RegExp(`^${code.replaceAll('.', '\\.')} `) })

async function atSurvey(here: County) {
  const scope: [number, number][][][] = [
    [
      [
        [36500000, 3652000],
        [36500100, 3652000],
        [36500100, 3652100],
        [36500000, 3652000],
      ],
    ],
  ]
  const { id, task } = await openSurvey(here, { scope })
  await completeTask(here.as(here.fang), task.id, { outcome: 'field', data: { conclusion: '待查' } })
  return { id, screened: task, task: await openTaskOf(here, id) }
}

test(
  'Qiang claims from his worklist, keeps a draft, and the case page shows him what is still missing',
  story(async (here) => {
    const { trx, qiang } = here
    const { id } = await atSurvey(here)
    const [item] = (await ask(trx, qiang, worklist, { box: 'todo' })).items
    const { revision } = await act(trx, qiang, claimTask, { taskId: item!.id, revision: item!.revision })
    const saved = await act(trx, qiang, saveDraft, { taskId: item!.id, draft: { note: '到现场' }, revision })
    const page = await ask(trx, qiang, viewCase, { caseId: id })
    const [survey, screen] = page.tasks
    assert.deepEqual(survey?.verbs, ['unclaim', 'saveDraft', 'complete', 'return', 'reassign'])
    assert.deepEqual([survey?.mine, survey?.draft, survey?.revision], [true, { note: '到现场' }, saved.revision])
    assert.deepEqual(survey?.issues, [{ code: 'forms.required', field: 'DLBM' }])
    assert.deepEqual([screen?.state, screen?.verbs], ['done', []])
    assert.ok(Math.abs(page.scope!.coordinates[0]![0]![0]![0]! - 108) < 0.01)
    assert.deepEqual(
      page.standing.map(({ step }) => step),
      ['survey'],
    )
    const counts = await ask(trx, qiang, worklistCounts, {})
    assert.deepEqual([counts.todo, counts.doing, counts.done], [0, 1, 0])
    await act(trx, qiang, unclaimTask, { taskId: item!.id })
  }),
)

test(
  'A page of another town’s case is refused, as are claiming and downloading there',
  story(async (here) => {
    const { trx, tao, fang } = here
    const { id, task } = await atSurvey(here)
    const { digest } = await testFiles.put(new TextEncoder().encode('a photo'))
    const photo = {
      caseId: id,
      folder: '照片',
      kind: 'photo' as const,
      title: '1.jpg',
      digest,
      mediaType: 'image/jpeg',
    }
    const resource = await act(trx, fang, attachResource, photo)
    await assert.rejects(ask(trx, tao, viewCase, { caseId: id }), refusal('kernel.no-right'))
    await assert.rejects(act(trx, tao, claimTask, { taskId: task.id }), refusal('kernel.no-right'))
    await assert.rejects(act(trx, tao, attachResource, photo), refusal('kernel.no-right'))
    await assert.rejects(ask(trx, tao, downloadResource, { resourceId: resource.id }), refusal('kernel.no-right'))
    const found = await ask(trx, fang, downloadResource, { resourceId: resource.id })
    assert.deepEqual([new TextDecoder().decode(await bytesOf(found)), found.fileName], ['a photo', '1.jpg'])
    await act(trx, fang, removeResource, { resourceId: resource.id })
    assert.deepEqual((await ask(trx, fang, viewCase, { caseId: id })).resources, [])
    await assert.rejects(
      act(trx, fang, attachResource, { ...photo, digest: '0'.repeat(64) }),
      refusal('casework.resource.attach.no-file'),
    )
  }),
)

test(
  'Li returns with a reason; Qiang sends it straight back; Fang’s page offers her to withdraw nothing',
  story(async (here) => {
    const { trx, qiang, li } = here
    const { id, task } = await atSurvey(here)
    await completeTask(here.as(qiang), task.id, { data: { DLBM: '0101' } })
    const review = await openTaskOf(here, id)
    const { next } = await act(trx, li, returnTask, { taskId: review.id, to: 'previous', reason: '照片不清' })
    const page = await ask(trx, qiang, viewCase, { caseId: id })
    assert.ok(page.tasks[0]?.verbs.includes('sendStraightBack'))
    assert.deepEqual(
      page.opinions.map(({ text, by }) => [text, by.name]),
      [['照片不清', '孙丽']],
    )
    const sent = await act(trx, qiang, sendStraightBack, { taskId: next[0]!.taskId, data: { DLBM: '0103' } })
    assert.deepEqual(
      sent.next.map(({ step, assignee }) => [step, assignee]),
      [['review', li.id]],
    )
    const forLi = await ask(trx, li, viewCase, { caseId: id })
    assert.deepEqual(forLi.tasks.flatMap(({ verbs }) => verbs).includes('withdraw'), false)
  }),
)

test(
  'Fang takes her screening back while nobody has claimed the survey',
  story(async (here) => {
    const { trx, fang } = here
    const { id, screened } = await atSurvey(here)
    const page = await ask(trx, fang, viewCase, { caseId: id })
    assert.deepEqual(page.tasks.find((task) => task.id === screened.id)?.verbs, ['withdraw'])
    const { next } = await act(trx, fang, withdrawTask, { taskId: screened.id })
    assert.deepEqual(
      next.map(({ step }) => step),
      ['screen'],
    )
  }),
)

test(
  'Qiang reassigns to a candidate, Min takes over, and each is told; read notices stay read',
  story(async (here) => {
    const { trx, qiang, min, li } = here
    const { id, task } = await atSurvey(here)
    const names = (await ask(trx, qiang, candidates, { taskId: task.id })).rows.map(({ name }) => name)
    assert.deepEqual(names.toSorted(), ['李强', '赵敏'].toSorted())
    await act(trx, min, reassignTask, { taskId: task.id, to: qiang.id, reason: '就近' })
    await act(trx, min, forceClaimTask, { taskId: task.id, reason: '李强请假' })
    assert.deepEqual(await act(trx, li, nudgeCase, { caseId: id, text: '请尽快' }), { reminded: 1 })
    const { rows } = await noticesFor({ trx, person: qiang, now: new Date() })
    assert.deepEqual(rows.map(({ kind }) => kind).toSorted(), ['reassigned', 'takenOver'])
    await markRead(trx, qiang.id, { ids: rows.map((row) => row.id) }, new Date())
    assert.ok((await noticesFor({ trx, person: qiang, now: new Date() })).rows.every(({ readAt }) => readAt !== null))
  }),
)

test(
  'Li suspends and resumes; a day already past is refused',
  story(async (here) => {
    const { trx, li, qiang } = here
    const { id } = await atSurvey(here)
    const pause = { caseId: id, kind: 'expertReview' as const, reason: '专家评审' }
    await assert.rejects(
      act(trx, li, suspendCase, { ...pause, until: '2020-01-01' }),
      refusal('cases.suspend.until-passed'),
    )
    await act(trx, li, suspendCase, pause)
    const page = await ask(trx, qiang, viewCase, { caseId: id })
    assert.deepEqual([page.state, page.lamp, page.pauses.length, page.tasks[0]?.verbs], ['suspended', 'grey', 1, []])
    await act(trx, li, resumeCase, { caseId: id })
    await assert.rejects(act(trx, li, resumeCase, { caseId: id }), refusal('cases.resume.not-suspended'))
  }),
)

test(
  'Two persons close a case irregularly; afterwards it takes no opinion and no file',
  story(async (here) => {
    const { trx, fang, li } = here
    const { id } = await atSurvey(here)
    await act(trx, fang, proposeClosure, { caseId: id, reason: '重复立案' })
    assert.equal((await ask(trx, li, viewCase, { caseId: id })).irregularClosure?.reason, '重复立案')
    await assert.rejects(
      act(trx, fang, confirmClosure, { caseId: id }),
      refusal('cases.close-irregularly.second-person'),
    )
    await act(trx, li, confirmClosure, { caseId: id })
    await assert.rejects(act(trx, fang, addOpinion, { caseId: id, text: '补充' }), refusal('cases.already-closed'))
  }),
)

test(
  'Qiang claims two at once; the cases are linked and found',
  story(async (here) => {
    const { trx, qiang, fang } = here
    const [one, two] = [await atSurvey(here), await atSurvey(here)]
    const { done } = await act(trx, qiang, claimTasks, { taskIds: [one.task.id, two.task.id] })
    assert.equal(done.length, 2)
    await act(trx, fang, linkCases, { caseId: one.id, otherId: two.id, kind: 'related' })
    const { links } = await ask(trx, fang, viewCase, { caseId: two.id })
    assert.deepEqual(
      links.map(({ id, direction }) => [id, direction]),
      [[one.id, 'from']],
    )
    const { items } = await ask(trx, fang, searchCases, { box: [36499000, 3651000, 36501000, 3653000] })
    assert.deepEqual(
      items.map(({ step }) => step?.zh),
      ['survey', 'survey'],
    )
  }),
)

test(
  'An archived case is found by its words and opened, with its map sheet, and proves unaltered',
  story(async (here) => {
    const { trx, fang, tao } = here
    const { id, task } = await openSurvey(here)
    await act(trx, fang, addOpinion, { caseId: id, text: '批文齐全。' })
    await completeTask(here.as(fang), task.id, { outcome: 'lawful', data: { conclusion: '合法' } })
    const signer = { keys: generateKeyPair(), keyId: 'platform-1', userId: 'yutu-platform' }
    const work = here.as(fang, noon)
    const snapshotId = await archiveCase(work, { files: testFiles, signer }, id, { mapSheet: '<svg/>' })
    const { items } = await ask(trx, fang, searchSnapshots, { text: '批文齐全' })
    assert.deepEqual(
      items.map((item) => item.id),
      [snapshotId],
    )
    const page = await ask(trx, fang, viewSnapshot, { snapshotId })
    assert.deepEqual([page.fault, page.manifest?.case.title], [null, '疑似变化图斑 1'])
    const sheet = await ask(trx, fang, downloadSnapshot, { snapshotId, path: 'map.svg' })
    assert.equal(new TextDecoder().decode(await bytesOf(sheet)), '<svg/>')
    await assert.rejects(ask(trx, tao, viewSnapshot, { snapshotId }), refusal('kernel.no-right'))
    await assert.rejects(
      ask(trx, fang, downloadSnapshot, { snapshotId, path: 'x' }),
      refusal('casework.snapshot.download.no-file'),
    )
  }),
)
