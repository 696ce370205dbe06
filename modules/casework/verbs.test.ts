import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { addDays, dayOf } from '../../kernel/calendar/day.ts'
import { atConsultation, taskAt } from '../../kernel/cases/approval.testing.ts'
import { claim } from '../../kernel/cases/claim.ts'
import { completeTask } from '../../kernel/cases/complete-task.ts'
import { type County, county } from '../../kernel/cases/county.testing.ts'
import { readCase } from '../../kernel/cases/standing.ts'
import { loadPerson } from '../../kernel/identity/people.ts'
import { act, ask } from '../../testing/act.ts'
import { inRollback } from '../../testing/harness.ts'
import { addSigner } from './actions/add-signer.ts'
import { askCorrection } from './actions/ask-correction.ts'
import { resumeCases, suspendCases } from './actions/batch-cases.ts'
import { reassignTasks } from './actions/batch-tasks.ts'
import { circulateCase } from './actions/circulate-case.ts'
import { readCirculation, recallCirculation } from './actions/circulation-receipts.ts'
import { claimTask } from './actions/claim-task.ts'
import { delegateTask } from './actions/delegate-task.ts'
import { endDelegation } from './actions/end-delegation.ts'
import { answerSupervision, endSupervision } from './actions/end-supervision.ts'
import { grantDelegation } from './actions/grant-delegation.ts'
import { recallTask } from './actions/recall-task.ts'
import { receiveCorrection } from './actions/receive-correction.ts'
import { removeSigner } from './actions/remove-signer.ts'
import { resolveTask } from './actions/resolve-task.ts'
import { superviseCase } from './actions/supervise-case.ts'
import { delegations, standInCandidates } from './queries/delegations.ts'

const refusal = (code: string) => ({ name: 'Refusal', message: new RegExp(`^${code.replaceAll('.', '\\.')} `) })
const NO_RIGHT = refusal('kernel.no-right')
const today = dayOf(Date.now())

const story = (tell: (here: County, id: string) => Promise<void>) => () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const { id } = await atConsultation(here)
    await tell(here, id)
  })

/** The newest row of the audit. */
async function audited({ trx }: County): Promise<{ verb: string; after: Record<string, unknown> }> {
  const { rows } = await sql<{
    verb: string
    record: { after: Record<string, unknown> }
  }>`select verb, record from audit
    order by at desc, sequence desc limit 1`.execute(trx)
  return { verb: rows[0]!.verb, after: rows[0]!.record.after }
}

test(
  'Tao of another town has no right to any of it',
  story(async (here, id) => {
    const { trx, tao, qiang } = here
    const taskId = (await taskAt(here, id, 'survey')).id
    const notice = { items: ['图件'], reason: '不清', until: addDays(today, 9) }
    await assert.rejects(act(trx, tao, addSigner, { taskId, signer: qiang.id }), NO_RIGHT)
    await assert.rejects(act(trx, tao, removeSigner, { taskId }), NO_RIGHT)
    await assert.rejects(act(trx, tao, delegateTask, { taskId, to: qiang.id, reason: '忙' }), NO_RIGHT)
    await assert.rejects(act(trx, tao, resolveTask, { taskId, opinion: '好' }), NO_RIGHT)
    await assert.rejects(act(trx, tao, recallTask, { taskId, reason: '急' }), NO_RIGHT)
    await assert.rejects(act(trx, tao, circulateCase, { caseId: id, people: [qiang.id], text: '知悉' }), NO_RIGHT)
    await assert.rejects(act(trx, tao, superviseCase, { caseId: id, text: '说明', until: today }), NO_RIGHT)
    await assert.rejects(act(trx, tao, askCorrection, { caseId: id, ...notice }), NO_RIGHT)
    await assert.rejects(act(trx, tao, receiveCorrection, { caseId: id }), NO_RIGHT)
    const both = await act(trx, tao, suspendCases, { caseIds: [id], kind: 'suspension', reason: '等待' })
    assert.deepEqual([both.done, both.refused[0]?.problem.code], [[], 'kernel.no-right'])
    const handed = await act(trx, tao, reassignTasks, { taskIds: [taskId], to: qiang.id, reason: '就近' })
    assert.deepEqual([handed.done, handed.refused[0]?.problem.code], [[], 'kernel.no-right'])
  }),
)

test(
  'Qiang appoints Fang for two weeks: from her next sign-in she claims in his place, and the audit names both',
  story(async (here, id) => {
    const { trx, qiang, fang, min } = here
    const candidates = (await ask(trx, qiang, standInCandidates, { text: '王' })).rows
    assert.deepEqual(
      candidates.map(({ name }) => name),
      ['王芳'],
    )
    const period = { from: today, until: addDays(today, 14), reason: '培训' }
    const { id: delegation } = await act(trx, qiang, grantDelegation, { to: fang.id, ...period })
    await assert.rejects(
      act(trx, min, grantDelegation, { ...period, person: qiang.id, to: min.id, until: addDays(today, -1) }),
      refusal('cases.delegation.ends-before'),
    )
    const standIn = (await loadPerson(trx, fang.id))!
    const { id: taskId } = await taskAt(here, id, 'survey')
    await act(trx, standIn, claimTask, { taskId })
    assert.deepEqual((await audited(here)).after.onBehalfOf, { id: qiang.id, name: '李强' })
    const [mine] = (await ask(trx, qiang, delegations, {})).rows
    assert.deepEqual([mine?.mine, mine?.state, mine?.to.name], [true, 'running', '王芳'])
    assert.deepEqual(await act(trx, qiang, endDelegation, { id: delegation }), { handedBack: 1 })
    assert.equal((await taskAt(here, id, 'survey')).assignee, qiang.id)
    await assert.rejects(act(trx, qiang, endDelegation, { id: delegation }), refusal('cases.delegation.over'))
  }),
)

test('For somebody else, only who manages delegations in their organisation lends and ends', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const { qiang, fang, li } = here
    await sql`insert into role (code, title_zh, title_en, verbs) values
      ('clerk', '文员', 'Clerk', '{casework.delegation.grant,casework.delegation.end,casework.delegation.list}')`.execute(
      trx,
    )
    await sql`update right_grant set role = 'clerk' where person = any(${[fang.id, li.id]}::uuid[])`.execute(trx)
    const clerk = (await loadPerson(trx, li.id))!
    const period = { from: today, until: today, reason: '病假', to: fang.id, person: qiang.id }
    await assert.rejects(act(trx, clerk, grantDelegation, period), refusal('casework.delegation.grant.for-other'))
    const { id } = await act(trx, here.min, grantDelegation, period)
    await assert.rejects(act(trx, clerk, endDelegation, { id }), refusal('casework.delegation.end.of-other'))
    assert.deepEqual((await ask(trx, clerk, delegations, {})).rows, [])
    assert.equal((await ask(trx, here.min, delegations, {})).rows.length, 1)
    await act(trx, here.min, endDelegation, { id })
  }))

test(
  'Qiang gives his survey to Fang to prepare, she hands back; signers are added and excused; all of it is in the audit',
  story(async (here, id) => {
    const { trx, qiang, fang, min, li } = here
    const { id: taskId } = await taskAt(here, id, 'survey')
    const { revision } = await act(trx, qiang, claimTask, { taskId })
    await act(trx, qiang, delegateTask, { taskId, to: fang.id, reason: '请测量', revision })
    await act(trx, qiang, recallTask, { taskId, reason: '改派' })
    await act(trx, qiang, delegateTask, { taskId, to: fang.id, reason: '请测量' })
    await act(trx, fang, resolveTask, { taskId, opinion: '已测量', draft: { width: 3 } })
    assert.deepEqual(await audited(here), {
      verb: 'casework.task.resolve',
      after: { number: '审〔2026〕0001号', step: 'survey', to: qiang.id, opinion: '已测量' },
    })
    const mins = await taskAt(here, id, 'consult', min)
    const { next } = await act(trx, min, addSigner, { taskId: mins.id, signer: fang.id })
    assert.equal(next.at(-1)?.assignee, fang.id)
    const lis = await taskAt(here, id, 'consult', li)
    await act(trx, min, removeSigner, { taskId: lis.id, reason: '出差' })
    assert.deepEqual((await audited(here)).after.signer, li.id)
  }),
)

test(
  'Li circulates, supervises and asks the applicant; each is answered where it belongs',
  story(async (here, id) => {
    const { trx, qiang, fang, li, min } = here
    await claim(here.as(qiang), (await taskAt(here, id, 'survey')).id)
    const { ids } = await act(trx, li, circulateCase, { caseId: id, people: [fang.id, min.id], text: '请知悉' })
    await act(trx, fang, readCirculation, { id: ids[0]!, answer: '已知悉' })
    await act(trx, li, recallCirculation, { id: ids[1]! })
    const { id: order } = await act(trx, li, superviseCase, { caseId: id, text: '请说明进展', until: today })
    await act(trx, qiang, answerSupervision, { id: order, answer: '本周完成' })
    await act(trx, li, endSupervision, { id: order })
    await sql`update case_ set opened_at = now() where id = ${id}`.execute(trx)
    const notice = { items: ['图件'], reason: '不清', until: addDays(today, 9) }
    assert.deepEqual(await act(trx, fang, askCorrection, { caseId: id, ...notice }), { until: notice.until })
    const { due } = await act(trx, fang, receiveCorrection, { caseId: id, note: '齐' })
    assert.match(due ?? '', /^\d{4}-\d\d-\d\d$/)
    await assert.rejects(act(trx, fang, askCorrection, { caseId: id, ...notice }), refusal('cases.correction.once'))
  }),
)

test(
  'Li suspends two cases at once and resumes them; the closed one is refused by name and the others are done',
  story(async (here, id) => {
    const { trx, li, qiang, min } = here
    const { id: second } = await atConsultation(here)
    const { id: third } = await atConsultation(here)
    await sql`update case_ set state = 'ended' where id = ${third}`.execute(trx)
    const caseIds = [id, second, third]
    const suspended = await act(trx, li, suspendCases, { caseIds, kind: 'expertReview', reason: '专家评审' })
    assert.deepEqual(suspended.done.toSorted(), [id, second].toSorted())
    assert.deepEqual(
      suspended.refused.map((one) => [one.case, one.problem.code]),
      [[third, 'cases.already-closed']],
    )
    assert.equal((await act(trx, li, resumeCases, { caseIds: [id, second] })).done.length, 2)
    assert.equal((await readCase(here, id)).state, 'running')
    const taskIds = [(await taskAt(here, id, 'survey')).id, (await taskAt(here, second, 'survey')).id]
    const handed = await act(trx, li, reassignTasks, { taskIds, to: min.id, reason: '李强请假' })
    assert.equal(handed.done.length, 2)
    await assert.rejects(claim(here.as(qiang), taskIds[0]!), refusal('cases.task.with-other'))
    await completeTask(here.as(min), taskIds[0]!, {})
  }),
)
