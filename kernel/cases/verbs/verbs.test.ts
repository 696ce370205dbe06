import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../../testing/harness.ts'
import type { Person } from '../../identity/can.ts'
import { atConsultation, ofInstitute, taskAt } from '../approval.testing.ts'
import { claim, forceClaim } from '../claim.ts'
import { raiseAlarms } from '../clocks/raise-alarms.ts'
import { remindOfPassedDays } from '../clocks/remind.ts'
import { completeTask } from '../complete-task.ts'
import { type County, county } from '../county.testing.ts'
import { saveDraft } from '../forms/drafts.ts'
import { history } from '../history.ts'
import { resume, suspend } from '../pause.ts'
import { readCase, readTask } from '../standing.ts'
import { noticesFor } from '../talk/notices.testing.ts'
import { opinionsOf } from '../talk/opinions.ts'
import { circulate, circulationsOf, readCirculation, recallCirculation } from './circulate.ts'
import { askCorrection, correctionOf, receiveCorrection } from './correction.ts'
import { delegate, recall, resolve } from './delegate.ts'
import { answerSupervision, endSupervision, supervise, supervisionsOf } from './supervise.ts'

const refusal = (code: string) => ({ name: 'Refusal', message: new RegExp(`^${code} `) })
const on = (day: string) => new Date(`${day}T10:00:00+08:00`)

const story = (tell: (here: County, id: string) => Promise<void>) => () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const { id } = await atConsultation(here)
    await tell(here, id)
  })

const told = async (here: County, person: Person) => (await noticesFor(here.as(person))).rows.map(({ kind }) => kind)

test(
  'Qiang has Tao prepare his survey: Tao fills in and hands back, Qiang decides',
  story(async (here, id) => {
    const { id: task } = await taskAt(here, id, 'survey')
    await claim(here.as(here.qiang), task)
    await assert.rejects(
      delegate(here.as(here.qiang), task, { to: here.qiang.id, reason: '忙' }),
      refusal('cases.delegate.self'),
    )
    await assert.rejects(
      delegate(here.as(here.qiang), task, { to: here.tao.id, reason: '忙' }),
      refusal('cases.delegate.no-right'),
      'Tao works in another town',
    )
    await delegate(here.as(here.qiang), task, { to: here.fang.id, reason: '请先测量' })
    assert.deepEqual(await told(here, here.fang), ['delegated'])
    await assert.rejects(completeTask(here.as(here.qiang), task, {}), refusal('cases.task.with-other'))
    await assert.rejects(completeTask(here.as(here.fang), task, {}), refusal('cases.task.is-delegated'))
    const { revision } = await claim(here.as(here.fang), task)
    await saveDraft(here.as(here.fang), task, { width: 12 }, revision)
    await resolve(here.as(here.fang), task, { opinion: '已测量', draft: { length: 30 } })
    const back = await readTask(here, task)
    assert.deepEqual(
      [back.assignee, back.delegated_by, back.state, back.draft],
      [here.qiang.id, null, 'claimed', { width: 12, length: 30 }],
    )
    assert.deepEqual(await told(here, here.qiang), ['resolved'])
    assert.deepEqual(
      (await opinionsOf(here, id)).map(({ by, text }) => [by.name, text]),
      [['王芳', '已测量']],
    )
    await assert.rejects(resolve(here.as(here.fang), task, { opinion: '再次' }), refusal('cases.task.not-delegated'))
    await completeTask(here.as(here.qiang), task, {})
  }),
)

test(
  'Qiang takes the task back before it is handed back; whoever prepared a step may not approve either',
  story(async (here, id) => {
    const { id: task } = await taskAt(here, id, 'survey')
    await claim(here.as(here.qiang), task)
    await delegate(here.as(here.qiang), task, { to: here.li.id, reason: '请先测量' })
    await assert.rejects(recall(here.as(here.min), task, '急'), refusal('cases.task.not-delegated-by-you'))
    await recall(here.as(here.qiang), task, '已自行测量')
    assert.deepEqual((await told(here, here.li)).toSorted(), ['delegated', 'recalled'])
    await delegate(here.as(here.qiang), task, { to: here.li.id, reason: '还是请您' })
    await resolve(here.as(here.li), task, { opinion: '已测量' })
    await completeTask(here.as(here.qiang), task, {})
    for (const signer of [here.qiang, here.min])
      await completeTask(here.as(signer), (await taskAt(here, id, 'consult', signer)).id, { outcome: 'agree' })
    const approve = await taskAt(here, id, 'approve')
    await assert.rejects(completeTask(here.as(here.li), approve.id, {}), refusal('cases.separation-of-duties'))
  }),
)

test('Nobody decides on their own case: not the one a field names as the applicant, nor who filed it', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const { id } = await atConsultation(here, {}, { applicant: here.li.id })
    await completeTask(here.as(here.qiang), (await taskAt(here, id, 'survey')).id, {})
    for (const signer of [here.qiang, here.min])
      await completeTask(here.as(signer), (await taskAt(here, id, 'consult', signer)).id, { outcome: 'agree' })
    const approve = await taskAt(here, id, 'approve')
    await assert.rejects(claim(here.as(here.li), approve.id), refusal('cases.separation-of-duties.own-case'))
    assert.equal((await completeTask(here.as(here.min), approve.id, {})).ended, 'completed')
  }))

test(
  '强签 only within one’s organisation and by whoever could have claimed it',
  story(async (here, id) => {
    const wu = await ofInstitute(here)
    const { id: task } = await taskAt(here, id, 'survey')
    await claim(here.as(wu), task)
    await assert.rejects(forceClaim(here.as(here.qiang), task, '急件'), refusal('cases.task.of-other-organisation'))
    await assert.rejects(forceClaim(here.as(here.fang), task, '急件'), refusal('cases.task.not-in-pool'))
  }),
)

test(
  'Fang circulates the case: Li reads it with an answer, Min only reads, and the case has gone on meanwhile',
  story(async (here, id) => {
    const show = (people: Person[]) =>
      circulate(here.as(here.fang), { caseId: id, people: people.map((one) => one.id), text: '请知悉' })
    await assert.rejects(show([here.tao]), refusal('cases.circulate.no-right'))
    await assert.rejects(show([here.fang]), refusal('cases.circulate.self'))
    const [lis, mins, qiangs] = await show([here.li, here.min, here.qiang])
    await assert.rejects(show([here.li]), refusal('cases.circulate.unread'))
    await completeTask(here.as(here.qiang), (await taskAt(here, id, 'survey')).id, {})
    await assert.rejects(readCirculation(here.as(here.min), lis!), refusal('cases.circulation.of-other'))
    await readCirculation(here.as(here.li), lis!)
    await readCirculation(here.as(here.li), lis!, '无意见')
    await assert.rejects(readCirculation(here.as(here.li), lis!, '有意见'), refusal('cases.circulation.answered'))
    await readCirculation(here.as(here.min), mins!)
    await recallCirculation(here.as(here.fang), qiangs!)
    await assert.rejects(recallCirculation(here.as(here.fang), mins!), refusal('cases.circulation.read'))
    assert.deepEqual(
      (await circulationsOf(here, id))
        .map(({ person, readAt, answer }) => [person.name, readAt !== null, answer])
        .toSorted(),
      [
        ['孙丽', true, '无意见'],
        ['赵敏', true, null],
      ].toSorted(),
    )
    assert.deepEqual(await told(here, here.fang), ['circulationAnswered'])
    assert.deepEqual(await told(here, here.li), ['circulated'])
    await show([here.li])
  }),
)

test(
  'Li supervises: Qiang, who holds the survey, answers, and Li ends it',
  story(async (here, id) => {
    await claim(here.as(here.qiang), (await taskAt(here, id, 'survey')).id)
    const watch = (until: string) => supervise(here.as(here.li), id, { text: '请说明进展', until })
    await assert.rejects(watch('2026-11-15'), refusal('cases.supervise.until-passed'))
    const order = await watch('2026-11-18')
    assert.ok((await told(here, here.qiang)).includes('supervised'))
    await assert.rejects(answerSupervision(here.as(here.li), order, '已办'), refusal('cases.supervision.own'))
    await answerSupervision(here.as(here.qiang), order, '明日完成')
    assert.ok((await told(here, here.li)).includes('supervisionAnswered'))
    assert.equal(await remindOfPassedDays(here.as(null, on('2026-11-30'))), 0)
    await endSupervision(here.as(here.li), order)
    await assert.rejects(answerSupervision(here.as(here.qiang), order, '完成'), refusal('cases.supervision.ended'))
    const [row] = await supervisionsOf(here, id)
    assert.deepEqual([row?.answer, row?.answeredBy?.name, row?.endedAt !== null], ['明日完成', '李强', true])
  }),
)

test(
  '补正: told once and of everything, the clock stands still, the officer hears when the applicant is late, and receipt restarts it',
  story(async (here, id) => {
    const { id: task } = await taskAt(here, id, 'survey')
    const before = [(await readTask(here, task)).due, (await readCase(here, id)).due]
    assert.deepEqual(before, ['2026-11-23', '2026-12-14'])
    const notice = { items: ['缺少用地范围坐标', '申请书未盖章'], reason: '材料不齐', until: '2026-11-20' }
    await assert.rejects(
      askCorrection(here.as(here.fang), id, { ...notice, until: '2026-11-16' }),
      refusal('cases.suspend.until-passed'),
    )
    await askCorrection(here.as(here.fang), id, notice)
    assert.equal((await readCase(here, id)).state, 'suspended')
    await assert.rejects(resume(here.as(here.fang), id), refusal('cases.resume.correction'))
    assert.equal(await remindOfPassedDays(here.as(null, on('2026-11-21'))), 1)
    assert.deepEqual(await told(here, here.fang), ['correctionOverdue'])
    assert.equal(await raiseAlarms(here.as(null, on('2026-12-20'))), 0)
    // Three days: the 16th, on which the case was opened, counts neither way, and the day of receipt counts.
    assert.equal(await receiveCorrection(here.as(here.fang, on('2026-11-20')), id, '材料齐全'), '2026-12-17')
    assert.equal((await readTask(here, task)).due, '2026-11-26')
    await assert.rejects(
      askCorrection(here.as(here.fang), id, { ...notice, until: '2026-12-20' }),
      /correction\.once.*2026-11-16/,
    )
    await assert.rejects(receiveCorrection(here.as(here.fang), id), refusal('cases.correction.not-asked'))
    assert.equal((await correctionOf(here, id))?.received_note, '材料齐全')
    assert.deepEqual((await history(here, id)).map(({ verb }) => verb).slice(-4), [
      'suspend',
      'askCorrection',
      'resume',
      'receiveCorrection',
    ])
  }),
)

test(
  '补正 after five working days is refused: the application counts as accepted, and the case may be suspended instead',
  story(async (here, id) => {
    const ask = (day: string) =>
      askCorrection(here.as(here.fang, on(day)), id, { items: ['图件'], reason: '不清', until: '2026-12-30' })
    await assert.rejects(ask('2026-11-24'), refusal('cases.correction.too-late'))
    await suspend(here.as(here.fang, on('2026-11-24')), id, { kind: 'suspension', reason: '等待图件' })
    await resume(here.as(here.fang, on('2026-11-24')), id)
    await ask('2026-11-23')
  }),
)

for (const kind of ['publicNotice', 'expertReview', 'hearing'] as const) {
  test(
    `${kind}: the days of it are not counted`,
    story(async (here, id) => {
      await suspend(here.as(here.fang), id, { kind, reason: '依法' })
      await resume(here.as(here.fang, on('2026-11-25')), id)
      assert.equal((await readCase(here, id)).due, '2026-12-22')
    }),
  )
}
