import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { committedDatabase, inRollback } from '../../../testing/harness.ts'
import { addWorkingDays, calendarOf } from '../../calendar/calendar.ts'
import { CHINA } from '../../calendar/china.ts'
import { addDays } from '../../calendar/day.ts'
import { inTransaction, type Trx } from '../../db/database.ts'
import { claim } from '../claim.ts'
import { completeTask } from '../complete-task.ts'
import { type County, county, openSurvey, openTaskOf, surveyProcess } from '../county.testing.ts'
import { history } from '../history.ts'
import { openCase } from '../open-case.ts'
import { resume, suspend } from '../pause.ts'
import { publishProcess } from '../publish-process.ts'
import { noticesFor } from '../talk/notices.testing.ts'
import { supervise } from '../verbs/supervise.ts'
import { alarmOn } from './alarm.ts'
import { raiseAlarms } from './raise-alarms.ts'
import { remindOfPassedDays } from './remind.ts'

const story = (tell: (here: County) => Promise<void>) => () => inRollback(async (trx) => tell(await county(trx)))
const on = (day: string) => new Date(`${day}T08:00:00+08:00`)

/** The survey (5 days, due 23 November) and its case (20 days, due 14 December) of 16 November; overdue surveys go up to the reviewers. */
async function atSurvey(here: County) {
  const process = { ...surveyProcess, version: 2, escalation: { survey: { role: 'reviewer', afterDays: 2 } } }
  await publishProcess(here.trx, process, null, on('2026-11-16'))
  const { id, task } = await openSurvey(here)
  await completeTask(here.as(here.fang), task.id, { outcome: 'field', data: { conclusion: '待查' } })
  return { id, task: await openTaskOf(here, id) }
}

const kinds = async (here: County, person: County['fang']) =>
  (await noticesFor(here.as(person))).rows.map(({ kind }) => kind).toSorted()

test(
  'The pool hears when the lamp turns yellow, Qiang who has claimed it when it turns red, and the reviewers two days later; each once',
  story(async (here) => {
    const { id, task } = await atSurvey(here)
    const look = (day: string) => raiseAlarms(here.as(null, on(day)))
    assert.equal(await look('2026-11-17'), 0)
    assert.equal(await look('2026-11-18'), 1)
    assert.equal(await look('2026-11-18'), 0)
    assert.deepEqual(await kinds(here, here.qiang), ['lampYellow'])
    assert.deepEqual(await kinds(here, here.min), ['lampYellow'])
    assert.deepEqual(await kinds(here, here.tao), [], 'another town')
    await claim(here.as(here.qiang), task.id)
    assert.equal(await look('2026-11-23'), 0, 'the last day itself is in time')
    assert.equal(await look('2026-11-24'), 1)
    assert.deepEqual(await kinds(here, here.qiang), ['lampRed', 'lampYellow'])
    assert.deepEqual(await kinds(here, here.min), ['lampYellow'])
    assert.deepEqual(await kinds(here, here.li), [])
    assert.equal(await look('2026-11-25'), 1)
    assert.equal(await look('2026-11-26'), 0)
    assert.deepEqual(await kinds(here, here.li), ['escalated'])
    const told = (await history(here, id)).filter(({ verb }) => verb === 'lamp' || verb === 'escalate')
    assert.deepEqual(
      told.map(({ verb, by, detail }) => [verb, by, detail.lamp ?? detail.role]),
      [
        ['lamp', null, 'yellow'],
        ['lamp', null, 'red'],
        ['escalate', null, 'reviewer'],
      ],
    )
  }),
)

test(
  'A step of three days begins yellow: nobody is reminded in the minute it arrives, but once, on its last day',
  story(async (here) => {
    const { id, task } = await atSurvey(here)
    await claim(here.as(here.qiang), task.id)
    await completeTask(here.as(here.qiang), task.id, { data: { DLBM: '0101' } })
    const review = await openTaskOf(here, id)
    assert.deepEqual([review.warn_from, review.due, review.alarm_on], ['2026-11-16', '2026-11-19', '2026-11-19'])
    const raised: number[] = []
    for (const day of ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-19'])
      raised.push(await raiseAlarms(here.as(null, on(day))))
    assert.deepEqual(raised, [0, 0, 0, 1, 0])
    assert.deepEqual(await kinds(here, here.li), ['lampYellow'])
    assert.equal(await raiseAlarms(here.as(null, on('2026-11-20'))), 1)
    assert.deepEqual(await kinds(here, here.li), ['lampRed', 'lampYellow'])
  }),
)

test(
  'Nobody looked for weeks: it is told at once that it is red, and the case’s own lamp too',
  story(async (here) => {
    const { task } = await atSurvey(here)
    await claim(here.as(here.qiang), task.id)
    assert.equal(await raiseAlarms(here.as(null, on('2026-12-20'))), 2)
    assert.deepEqual(await kinds(here, here.qiang), ['lampRed', 'lampRed'])
    assert.deepEqual(await kinds(here, here.li), ['escalated'])
    assert.equal(await raiseAlarms(here.as(null, on('2026-12-21'))), 0)
  }),
)

test(
  'While a case is suspended nobody is told; resumed with days to spare, yellow is told again when it comes',
  story(async (here) => {
    const { id } = await atSurvey(here)
    await raiseAlarms(here.as(null, on('2026-11-18')))
    await suspend(here.as(here.li, on('2026-11-18')), id, { kind: 'publicNotice', reason: '公示', until: '2026-11-25' })
    assert.equal(await raiseAlarms(here.as(null, on('2026-11-30'))), 0)
    assert.equal(await remindOfPassedDays(here.as(null, on('2026-11-25'))), 0)
    assert.equal(await remindOfPassedDays(here.as(null, on('2026-11-26'))), 1)
    assert.equal(await remindOfPassedDays(here.as(null, on('2026-11-27'))), 0)
    assert.deepEqual(await kinds(here, here.li), ['pauseOverdue'])
    await resume(here.as(here.li, on('2026-11-30')), id)
    assert.equal(await raiseAlarms(here.as(null, on('2026-11-30'))), 1)
    assert.deepEqual(await kinds(here, here.qiang), ['lampYellow', 'lampYellow'])
  }),
)

test(
  'Li hears once that nobody has answered in time',
  story(async (here) => {
    const { id } = await atSurvey(here)
    await supervise(here.as(here.li), id, { text: '请说明进展', until: '2026-11-18' })
    assert.equal(await remindOfPassedDays(here.as(null, on('2026-11-18'))), 0)
    assert.equal(await remindOfPassedDays(here.as(null, on('2026-11-19'))), 1)
    assert.equal(await remindOfPassedDays(here.as(null, on('2026-11-20'))), 0)
    assert.deepEqual(await kinds(here, here.li), ['supervisionOverdue'])
  }),
)

test('Whenever one looks, each turn of the lamp is told at most once and the last stage is reached', () => {
  const calendar = calendarOf(CHINA)
  const anEscalation = fc.option(
    fc.record({ role: fc.constant('leader'), afterDays: fc.integer({ min: 0, max: 5 }) }),
    {
      nil: undefined,
    },
  )
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 12 }), anEscalation, (looks, escalation) => {
      const due = '2026-11-18'
      let alarm_on = addWorkingDays(due, -3, calendar).day
      const told: string[] = []
      for (const day of [...looks, 40].toSorted((a, b) => a - b).map((n) => addDays('2026-11-10', n))) {
        if (day < alarm_on) continue
        const alarm = alarmOn(day, { due, alarm_on }, escalation, calendar)
        assert.ok(alarm.next > day)
        if (alarm.lamp) told.push(alarm.lamp)
        if (alarm.escalate) told.push('escalated')
        alarm_on = alarm.next
      }
      assert.equal(new Set(told).size, told.length)
      assert.deepEqual(
        told.filter((one) => one !== 'yellow'),
        escalation ? ['red', 'escalated'] : ['red'],
      )
      assert.equal(alarm_on, 'infinity')
    }),
  )
})

test('Two servers look at the same moment, again and again: each of sixty lamps is told once', async () => {
  const { db } = await committedDatabase('two_clocks')
  const here = await inTransaction(db, async (trx) => {
    const bureau = await county(trx)
    for (let i = 0; i < 60; i++) {
      await openCase(bureau.as(bureau.fang), 'test.survey', { title: `图斑 ${i}`, areaCode: '610799102' })
    }
    return bureau
  })
  const look = () => inTransaction(db, (trx: Trx) => raiseAlarms({ ...here.as(null, on('2026-12-20')), trx }, 7))
  const raised = async () => (await Promise.all([look(), look()])).reduce((a, b) => a + b)
  let all = 0
  for (let some = 1; some > 0; all += some) some = await raised()
  assert.equal(all, 60)
  const { rows } = await inTransaction(db, (trx) => noticesFor({ ...here.as(here.fang), trx }, 1000))
  assert.equal(rows.length, 60)
})
