import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../testing/harness.ts'
import { claim, forceClaim, reassign, unclaim } from './claim.ts'
import { closeIrregularly, proposeIrregularClosure } from './close-irregularly.ts'
import { completeTask, returnTask, sendStraightBack } from './complete-task.ts'
import { type County, county, noon, openSurvey, openTaskOf } from './county.testing.ts'
import { eachTask } from './each.ts'
import { saveDraft } from './forms/drafts.ts'
import { history } from './history.ts'
import { resume, suspend } from './pause.ts'
import { readCase, readTask } from './standing.ts'
import { noticesFor } from './talk/notices.testing.ts'
import { nudge } from './talk/nudge.ts'
import { opinionsOf } from './talk/opinions.ts'
import { withdraw } from './withdraw.ts'

const story = (tell: (here: County) => Promise<void>) => () => inRollback(async (trx) => tell(await county(trx)))
const refusal = (code: string) => ({ name: 'Refusal', message: new RegExp(`^${code} `) })

/** Fang has screened a case and sent it to the field: its survey task. */
async function atSurvey(here: County) {
  const { id, number, task } = await openSurvey(here)
  await completeTask(here.as(here.fang), task.id, { outcome: 'field', data: { conclusion: '待查' } })
  return { id, number, task: await openTaskOf(here, id) }
}

async function atReview(here: County) {
  const { id, number, task } = await atSurvey(here)
  await completeTask(here.as(here.qiang), task.id, { data: { DLBM: '0101' } })
  return { id, number, surveyed: task, task: await openTaskOf(here, id) }
}

test(
  'Fang screens, Qiang surveys, Li reviews: the case ends and every act is in its history',
  story(async (here) => {
    const { id, number, task } = await atReview(here)
    assert.equal(number, '云调〔2026〕0001号')
    const moved = await completeTask(here.as(here.li), task.id, { outcome: 'approve', opinion: '同意。' })
    assert.equal(moved.ended, 'completed')
    const row = await readCase(here, id)
    assert.deepEqual(
      [row.state, row.result, row.data],
      ['ended', 'completed', { conclusion: '待查', DLBM: '0101', note: null }],
    )
    const told = (await history(here, id)).map(({ verb, by }) => `${verb} ${by?.name ?? ''}`)
    assert.deepEqual(told, ['open 王芳', 'complete 王芳', 'complete 李强', 'complete 孙丽', 'end 孙丽'])
    assert.deepEqual(
      (await opinionsOf(here, id)).map(({ text, step }) => [text, step]),
      [['同意。', 'review']],
    )
  }),
)

test(
  'Qiang claims a task; Min sees that it is his, and gets it after he puts it back',
  story(async (here) => {
    const { task } = await atSurvey(here)
    await claim(here.as(here.qiang), task.id)
    await assert.rejects(claim(here.as(here.min), task.id), refusal('cases.task.with-other'))
    await assert.rejects(completeTask(here.as(here.min), task.id, { data: { DLBM: '0101' } }), /李强/)
    await unclaim(here.as(here.qiang), task.id)
    assert.equal((await claim(here.as(here.min), task.id)).assignee, here.min.id)
  }),
)

test(
  'Tao surveys in another town, Fang is no surveyor: neither may claim',
  story(async (here) => {
    const { task } = await atSurvey(here)
    await assert.rejects(claim(here.as(here.tao), task.id), refusal('cases.task.not-in-pool'))
    await assert.rejects(claim(here.as(here.fang), task.id), refusal('cases.task.not-in-pool'))
  }),
)

test(
  'Min, who surveyed the case, may not review it',
  story(async (here) => {
    const { id, task } = await atSurvey(here)
    await completeTask(here.as(here.min), task.id, { data: { DLBM: '0101' } })
    const review = await openTaskOf(here, id)
    await assert.rejects(completeTask(here.as(here.min), review.id, {}), refusal('cases.separation-of-duties'))
    await assert.rejects(
      reassign(here.as(here.li), review.id, here.min.id, '出差'),
      refusal('cases.separation-of-duties.of-other'),
    )
    await completeTask(here.as(here.li), review.id, {})
  }),
)

test(
  'Qiang cannot submit a survey without the land class, nor change the conclusion of the screening',
  story(async (here) => {
    const { task } = await atSurvey(here)
    await assert.rejects(completeTask(here.as(here.qiang), task.id, { data: {} }), /not-complete.*DLBM.*required/)
    const both = { DLBM: '0101', conclusion: '合法' }
    await assert.rejects(completeTask(here.as(here.qiang), task.id, { data: both }), /conclusion.*read-only/)
  }),
)

test(
  'Li returns the survey to Qiang with a reason, and Qiang sends it straight back to her',
  story(async (here) => {
    const { id, task } = await atReview(here)
    await returnTask(here.as(here.li), task.id, { to: 'previous', reason: '照片不清' })
    const again = await openTaskOf(here, id)
    assert.deepEqual([again.step, again.assignee, again.reason], ['survey', here.qiang.id, 'return'])
    await sendStraightBack(here.as(here.qiang), again.id, { data: { DLBM: '0103' } })
    const back = await openTaskOf(here, id)
    assert.deepEqual([back.step, back.assignee], ['review', here.li.id])
    assert.equal((await readCase(here, id)).data.DLBM, '0103')
  }),
)

test(
  'Li returns to the starter: it comes back to Fang',
  story(async (here) => {
    const { id, task } = await atReview(here)
    await returnTask(here.as(here.li), task.id, { to: 'starter', reason: '甄别有误' })
    const again = await openTaskOf(here, id)
    assert.deepEqual([again.step, again.assignee], ['screen', here.fang.id])
  }),
)

test(
  'Qiang takes his submission back before Li claims it, but not after',
  story(async (here) => {
    const { id, surveyed } = await atReview(here)
    await withdraw(here.as(here.qiang), surveyed.id)
    const again = await openTaskOf(here, id)
    assert.deepEqual([again.step, again.state, again.assignee], ['survey', 'claimed', here.qiang.id])
    await completeTask(here.as(here.qiang), again.id, { data: { DLBM: '0101' } })
    await claim(here.as(here.li), (await openTaskOf(here, id)).id)
    await assert.rejects(withdraw(here.as(here.qiang), again.id), refusal('cases.withdraw.next-has-claimed'))
    await assert.rejects(withdraw(here.as(here.min), again.id), refusal('cases.withdraw.not-yours'))
  }),
)

test(
  'Min takes over what Qiang holds: his draft stays, and he is told',
  story(async (here) => {
    const { task } = await atSurvey(here)
    const claimed = await claim(here.as(here.qiang), task.id)
    await saveDraft(here.as(here.qiang), task.id, { note: '到现场' }, claimed.revision)
    await forceClaim(here.as(here.min), task.id, '李强请假')
    const now = await readTask(here, task.id)
    assert.deepEqual([now.assignee, now.draft], [here.min.id, { note: '到现场' }])
    const [notice] = (await noticesFor(here.as(here.qiang))).rows
    assert.deepEqual([notice?.kind, notice?.params.by], ['takenOver', '赵敏'])
    await assert.rejects(
      saveDraft(here.as(here.qiang), task.id, { note: '回来了' }, now.revision),
      refusal('cases.task.with-other'),
    )
  }),
)

test(
  'Qiang has two windows open: the older draft does not overwrite the newer',
  story(async (here) => {
    const { task } = await atSurvey(here)
    const { revision } = await claim(here.as(here.qiang), task.id)
    await saveDraft(here.as(here.qiang), task.id, { note: '一' }, revision)
    await assert.rejects(
      saveDraft(here.as(here.qiang), task.id, { note: '二' }, revision),
      refusal('cases.task.changed-meanwhile'),
    )
  }),
)

test(
  'Reassigned to Min, the task is on her desk only; to Fang it cannot go',
  story(async (here) => {
    const { task } = await atSurvey(here)
    await reassign(here.as(here.qiang), task.id, here.min.id, '就近')
    await assert.rejects(claim(here.as(here.qiang), task.id), refusal('cases.task.with-other'))
    await claim(here.as(here.min), task.id)
    await assert.rejects(
      reassign(here.as(here.min), task.id, here.fang.id, '就近'),
      refusal('cases.reassign.not-in-pool'),
    )
  }),
)

test(
  'While a case is suspended nobody acts and the clock stands still',
  story(async (here) => {
    const { id, task } = await atSurvey(here)
    await claim(here.as(here.qiang), task.id)
    assert.equal((await readTask(here, task.id)).due, '2026-11-23')
    await suspend(here.as(here.li), id, { kind: 'suspension', reason: '等待批文' })
    await assert.rejects(
      completeTask(here.as(here.qiang), task.id, { data: { DLBM: '0101' } }),
      refusal('cases.task.suspended'),
    )
    await assert.rejects(
      suspend(here.as(here.li), id, { kind: 'hearing', reason: '听证' }),
      refusal('cases.is-suspended'),
    )
    await resume(here.as(here.li, new Date(noon.getTime() + 3 * 86_400_000)), id)
    const resumed = await readTask(here, task.id)
    assert.deepEqual([resumed.state, resumed.due], ['claimed', '2026-11-25'])
  }),
)

test(
  'Fang proposes to close irregularly; only somebody else confirms, and then nothing more can be done',
  story(async (here) => {
    const { id, task } = await atSurvey(here)
    await assert.rejects(closeIrregularly(here.as(here.li), id), refusal('cases.close-irregularly.not-proposed'))
    await proposeIrregularClosure(here.as(here.fang), id, '重复立案')
    await assert.rejects(closeIrregularly(here.as(here.fang), id), refusal('cases.close-irregularly.second-person'))
    await closeIrregularly(here.as(here.li), id)
    assert.equal((await readCase(here, id)).state, 'closedIrregularly')
    await assert.rejects(
      completeTask(here.as(here.qiang), task.id, { data: { DLBM: '0101' } }),
      refusal('cases.task.cancelled'),
    )
    await assert.rejects(proposeIrregularClosure(here.as(here.fang), id, '再来'), refusal('cases.already-closed'))
  }),
)

test(
  'Fang nudges: the two who could claim the task hear of it, then only Qiang who holds it',
  story(async (here) => {
    const { id, task } = await atSurvey(here)
    assert.equal(await nudge(here.as(here.fang), id, '请认领'), 2)
    await claim(here.as(here.qiang), task.id)
    assert.equal(await nudge(here.as(here.fang), id, '请尽快'), 1)
    assert.deepEqual(
      (await noticesFor(here.as(here.qiang))).rows.map(({ params }) => params.text as string).toSorted(),
      ['请尽快', '请认领'].toSorted(),
    )
  }),
)

test(
  'Qiang claims three at once; the one Min holds is refused by name and the others are his',
  story(async (here) => {
    const tasks = [(await atSurvey(here)).task.id, (await atSurvey(here)).task.id, (await atSurvey(here)).task.id]
    await claim(here.as(here.min), tasks[1]!)
    const { done, refused } = await eachTask(here.as(here.qiang), tasks, (id) => claim(here.as(here.qiang), id))
    assert.deepEqual(done.toSorted(), [tasks[0], tasks[2]].toSorted())
    assert.deepEqual(
      refused.map(({ task, problem }) => [task, problem.params?.by]),
      [[tasks[1], '赵敏']],
    )
  }),
)
