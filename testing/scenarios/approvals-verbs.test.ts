// 政务审批 told on the server: XX059 XX063 XX070, SH057 SH058 SH073 SH155 SH179 and the verbs of a five-step approval.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noticesFor } from '../../kernel/cases/talk/notices.testing.ts'
import { snapshotOf } from '../../kernel/documents/snapshots.ts'
import type { Person } from '../../kernel/identity/can.ts'
import { loadPerson } from '../../kernel/identity/people.ts'
import { listAudit } from '../../modules/administration/queries/list-audit.ts'
import { askCorrection } from '../../modules/casework/actions/ask-correction.ts'
import { claimTask } from '../../modules/casework/actions/claim-task.ts'
import { confirmClosure, proposeClosure } from '../../modules/casework/actions/close-irregularly.ts'
import { completeTask } from '../../modules/casework/actions/complete-task.ts'
import { forceClaimTask } from '../../modules/casework/actions/force-claim-task.ts'
import { grantDelegation } from '../../modules/casework/actions/grant-delegation.ts'
import { receiveCorrection } from '../../modules/casework/actions/receive-correction.ts'
import { resumeCase } from '../../modules/casework/actions/resume-case.ts'
import { returnTask } from '../../modules/casework/actions/return-task.ts'
import { saveDraft } from '../../modules/casework/actions/save-draft.ts'
import { sendStraightBack } from '../../modules/casework/actions/send-straight-back.ts'
import { suspendCase } from '../../modules/casework/actions/suspend-case.ts'
import { withdrawTask } from '../../modules/casework/actions/withdraw-task.ts'
import { viewCase } from '../../modules/casework/queries/view-case.ts'
import { worklist } from '../../modules/casework/queries/worklist.ts'
import { act, ask } from '../act.ts'
import { inRollback } from '../harness.ts'
import { fileAt, type Office, office, openTasks, runArchive, taskAt, work } from './approvals-office.testing.ts'

const story = (tell: (here: Office) => Promise<void>) => () => inRollback(async (trx) => tell(await office(trx)))
const refusal = (code: string) => ({ name: 'Refusal', message: new RegExp(`^${code.replaceAll('.', '\\.')} `) })
const steps = async (here: Office, caseId: string) => (await openTasks(here, caseId)).map(({ step }) => step).toSorted()
const isoDay = (days: number) => new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)

const INSPECTED = { inspectedOn: '2026-11-20', inspection: '现场为旱地，界线清楚' }
const REPLIES = { replies: [{ authority: '生态环境局', reply: 'agree' }] }
const DECISION = { decisionNumber: '云自然资预〔2026〕12号', decidedOn: '2026-11-26', validUntil: '2029-11-25' }

/** 受理 and 初审 done; of a temporary use (LSYD) it then lies with the co-signers, else with inspection. */
async function toCheck(here: Office, item: string) {
  const { caseId, number } = await fileAt(here, item)
  await work(here, here.liumin, caseId, 'accept', { outcome: 'accept', opinion: '材料齐全，予以受理' })
  return { caseId, number }
}
const check = (here: Office, caseId: string, outcome: string) =>
  work(here, here.caijing, caseId, 'check', { outcome, data: { checkFinding: '符合国土空间规划' } })
const sign = (here: Office, person: Person, caseId: string, outcome = 'agree') =>
  work(here, person, caseId, 'countersign', { outcome, opinion: outcome === 'agree' ? '同意' : '占用耕地过多' })

test(
  'Five steps with 会签 two of three: the third signature is called back, and the closed case is a snapshot',
  story(async (here) => {
    const { trx, chengang, hewei, luxue, sunlihua, zhouzhengyi, liumin, tangmin } = here
    const { caseId, number } = await toCheck(here, 'LSYD')
    await check(here, caseId, 'pass')
    const signers = (await openTasks(here, caseId)).map(({ assignee }) => assignee?.name)
    assert.deepEqual(signers.toSorted(), ['何伟', '陈刚', '陆雪'].toSorted())
    await sign(here, chengang, caseId)
    await assert.rejects(taskAt(here, caseId, 'recheck', sunlihua))
    await sign(here, hewei, caseId)
    assert.deepEqual(await steps(here, caseId), ['recheck'])
    assert.deepEqual((await ask(trx, luxue, worklist, { box: 'todo' })).items, [])
    await work(here, sunlihua, caseId, 'recheck', { outcome: 'pass' })
    await work(here, zhouzhengyi, caseId, 'decide', { outcome: 'grant', opinion: '准予许可' })
    await work(here, liumin, caseId, 'deliver', { outcome: 'deliver', data: DECISION })
    await runArchive(trx)
    const page = await ask(trx, liumin, viewCase, { caseId })
    assert.deepEqual([page.state, page.result], ['ended', 'granted'])
    assert.ok(await snapshotOf(trx, caseId))
    assert.equal(page.resources.length, 5)
    const { rows } = await ask(trx, tangmin, listAudit, { text: number })
    assert.ok(rows.length > 5 && rows.every((row) => row.case === number), 'the auditor finds every act by the number')
    assert.ok(
      rows.some(({ subject }) => subject.startsWith('task:')) &&
        rows.some(({ subject }) => subject.startsWith('case:')),
    )
  }),
)

test(
  '退回 from the decision to the first examination, 直送 back to the one who returned it',
  story(async (here) => {
    const { trx, chengang, luxue, sunlihua, zhouzhengyi, caijing } = here
    const { caseId } = await toCheck(here, 'LSYD')
    await check(here, caseId, 'pass')
    await sign(here, chengang, caseId)
    await sign(here, luxue, caseId)
    await work(here, sunlihua, caseId, 'recheck', { outcome: 'pass' })
    const { id: taskId } = await taskAt(here, caseId, 'decide', zhouzhengyi)
    await act(trx, zhouzhengyi, returnTask, { taskId, to: { step: 'check' }, reason: '请补充耕地质量情况' })
    const returned = await taskAt(here, caseId, 'check', caijing)
    assert.equal(returned.assignee?.name, '蔡静')
    const { next } = await act(trx, caijing, sendStraightBack, {
      taskId: returned.id,
      data: { checkFinding: '耕地质量等别 8 等，已补充说明' },
    })
    assert.deepEqual(
      next.map(({ step, assignee }) => [step, assignee]),
      [['decide', zhouzhengyi.id]],
    )
  }),
)

test(
  'One who disagrees does not stop two; two who disagree send it back to the examiner',
  story(async (here) => {
    const { chengang, luxue, hewei } = here
    const first = await toCheck(here, 'LSYD')
    await check(here, first.caseId, 'pass')
    await sign(here, chengang, first.caseId, 'disagree')
    await sign(here, luxue, first.caseId)
    await sign(here, hewei, first.caseId)
    assert.deepEqual(await steps(here, first.caseId), ['recheck'])
    const second = await toCheck(here, 'LSYD')
    await check(here, second.caseId, 'pass')
    await sign(here, chengang, second.caseId, 'disagree')
    await sign(here, luxue, second.caseId, 'disagree')
    assert.deepEqual(await steps(here, second.caseId), ['check'])
  }),
)

test(
  'Inspection, experts and authorities work side by side; two of three are enough and the third is called back',
  story(async (here) => {
    const { caijing, linzhiyuan } = here
    const { caseId } = await toCheck(here, 'YDYS')
    await check(here, caseId, 'inspect')
    assert.deepEqual(await steps(here, caseId), ['consult', 'experts', 'inspect'])
    await work(here, caijing, caseId, 'inspect', { outcome: 'done', data: INSPECTED })
    assert.deepEqual(await steps(here, caseId), ['consult', 'experts'])
    await work(here, linzhiyuan, caseId, 'consult', { outcome: 'done', data: REPLIES })
    assert.deepEqual(await steps(here, caseId), ['countersign', 'countersign', 'countersign'])
  }),
)

test(
  '补正: the applicant is told once and the clock stands still; afterwards the last day has moved',
  story(async (here) => {
    const { trx, liumin } = here
    const { caseId } = await fileAt(here, 'LSYD')
    const before = await ask(trx, liumin, viewCase, { caseId })
    const notice = { caseId, items: ['勘测定界图缺公章'], reason: '材料不符合法定形式', until: isoDay(10) }
    await act(trx, liumin, askCorrection, notice)
    const stopped = await ask(trx, liumin, viewCase, { caseId })
    assert.deepEqual([stopped.state, stopped.lamp], ['suspended', 'grey'])
    const { id: taskId } = await taskAt(here, caseId, 'accept', liumin)
    await assert.rejects(act(trx, liumin, completeTask, { taskId, outcome: 'accept' }), refusal('cases.task.suspended'))
    await act(trx, liumin, receiveCorrection, { caseId, note: '已补盖公章' })
    const after = await ask(trx, liumin, viewCase, { caseId })
    assert.equal(after.state, 'running')
    assert.ok(after.due! >= before.due!)
    await assert.rejects(act(trx, liumin, askCorrection, notice), { name: 'Refusal' })
  }),
)

test(
  '挂起 puts the case into the box of suspended ones until it is resumed (SH058)',
  story(async (here) => {
    const { trx, linzhiyuan } = here
    const { caseId } = await fileAt(here, 'DJBG')
    await act(trx, linzhiyuan, suspendCase, { caseId, kind: 'suspension', reason: '权属争议调处中', until: isoDay(30) })
    const { items } = await ask(trx, linzhiyuan, worklist, { box: 'suspended' })
    assert.deepEqual(
      items.map((item) => item.caseId),
      [caseId],
    )
    await act(trx, linzhiyuan, resumeCase, { caseId })
    assert.deepEqual((await ask(trx, linzhiyuan, worklist, { box: 'suspended' })).items, [])
  }),
)

test(
  '强签: Lin takes Cai’s work over with her draft, and she is told',
  story(async (here) => {
    const { trx, caijing, linzhiyuan } = here
    const { caseId } = await toCheck(here, 'LSYD')
    const { id: taskId } = await taskAt(here, caseId, 'check', caijing)
    const { revision } = await act(trx, caijing, claimTask, { taskId })
    await act(trx, caijing, saveDraft, { taskId, draft: { checkFinding: '已核对规划' }, revision })
    await act(trx, linzhiyuan, forceClaimTask, { taskId, reason: '蔡静出差' })
    const page = await ask(trx, linzhiyuan, viewCase, { caseId })
    const task = page.tasks.find(({ id }) => id === taskId)!
    assert.deepEqual([task.mine, task.draft], [true, { checkFinding: '已核对规划' }])
    const told = await noticesFor({ trx, person: caijing, now: new Date() })
    assert.deepEqual(
      told.rows.map(({ kind }) => kind),
      ['takenOver'],
    )
  }),
)

test(
  '撤回: Sun takes her pass back while the decision is untouched, and no longer once it is claimed',
  story(async (here) => {
    const { trx, chengang, hewei, sunlihua, zhouzhengyi } = here
    const { caseId } = await toCheck(here, 'LSYD')
    await check(here, caseId, 'pass')
    await sign(here, chengang, caseId)
    await sign(here, hewei, caseId)
    const { id: taskId } = await taskAt(here, caseId, 'recheck', sunlihua)
    await act(trx, sunlihua, completeTask, { taskId, outcome: 'pass' })
    await act(trx, sunlihua, withdrawTask, { taskId })
    const again = await taskAt(here, caseId, 'recheck', sunlihua)
    await act(trx, sunlihua, completeTask, { taskId: again.id, outcome: 'pass' })
    const decide = await taskAt(here, caseId, 'decide', zhouzhengyi)
    await act(trx, zhouzhengyi, claimTask, { taskId: decide.id })
    await assert.rejects(
      act(trx, sunlihua, withdrawTask, { taskId: again.id }),
      refusal('cases.withdraw.next-has-claimed'),
    )
  }),
)

test(
  '委托: while Zhou is away Xu decides for him, and the history says for whom',
  story(async (here) => {
    const { trx, chengang, hewei, sunlihua, xujianguo, zhouzhengyi } = here
    const { caseId } = await toCheck(here, 'LSYD')
    await check(here, caseId, 'pass')
    await sign(here, chengang, caseId)
    await sign(here, hewei, caseId)
    await work(here, sunlihua, caseId, 'recheck', { outcome: 'pass' })
    const span = { from: isoDay(0), until: isoDay(5) }
    await act(trx, zhouzhengyi, grantDelegation, { to: xujianguo.id, ...span, reason: '外出培训' })
    const deputy = (await loadPerson(trx, xujianguo.id))!
    await work(here, deputy, caseId, 'decide', { outcome: 'grant', opinion: '同意' })
    const { history } = await ask(trx, sunlihua, viewCase, { caseId })
    const decided = history.findLast(({ verb }) => verb === 'complete')!
    assert.equal(decided.by?.name, '徐建国')
    assert.equal((decided.detail.onBehalfOf as { name: string }).name, '周正义')
  }),
)

test(
  '非正常结案: the officer proposes, the leader confirms, and nothing more can be done (SH057)',
  story(async (here) => {
    const { trx, linzhiyuan, zhouzhengyi, liumin } = here
    const { caseId } = await fileAt(here, 'DJBG')
    await act(trx, linzhiyuan, proposeClosure, { caseId, reason: '合同已解除，不需要变更' })
    await assert.rejects(act(trx, linzhiyuan, confirmClosure, { caseId }), { name: 'Refusal' })
    await act(trx, zhouzhengyi, confirmClosure, { caseId })
    const page = await ask(trx, liumin, viewCase, { caseId })
    assert.deepEqual([page.state, page.tasks.flatMap(({ verbs }) => verbs)], ['closedIrregularly', []])
  }),
)
