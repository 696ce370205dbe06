import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../../testing/harness.ts'
import type { CalendarYear } from '../../calendar/calendar.ts'
import { CHINA } from '../../calendar/china.ts'
import { calendarFor, calendarYears } from '../calendar.ts'
import { claim } from '../claim.ts'
import { completeTask } from '../complete-task.ts'
import { type County, county, openSurvey, openTaskOf } from '../county.testing.ts'
import { resume, suspend } from '../pause.ts'
import { readCase, readTask } from '../standing.ts'
import { publishYear } from './publish-year.ts'

const story = (tell: (here: County) => Promise<void>) => () => inRollback(async (trx) => tell(await county(trx)))
const on = (day: string) => new Date(`${day}T12:00:00+08:00`)

/** 2026 with the week from Monday, 23 November 2026, off as well. */
const weekOff = (): CalendarYear => {
  const year = CHINA.find((one) => one.year === 2026)!
  return { ...year, source: '关于冬季放假的通知', off: [...year.off, ['2026-11-23', '2026-11-27']] }
}

async function atSurvey(here: County) {
  const { id, task } = await openSurvey(here)
  await completeTask(here.as(here.fang), task.id, { outcome: 'field', data: { conclusion: '待查' } })
  return openTaskOf(here, id)
}

test(
  'A week is declared off: every last day after it moves by five working days, and no other',
  story(async (here) => {
    const task = await atSurvey(here)
    const before = await readCase(here, task.case_id)
    assert.deepEqual([task.due, before.due], ['2026-11-23', '2026-12-14'])
    const moved = await publishYear(here.as(here.li), weekOff())
    assert.deepEqual(moved, { cases: 1, tasks: 1 })
    const after = await readCase(here, task.case_id)
    assert.deepEqual([(await readTask(here, task.id)).due, after.due], ['2026-11-30', '2026-12-21'])
    assert.deepEqual([after.alarm_on, after.alarm_on], [after.warn_from, after.warn_from])
    const fresh = await atSurvey(here)
    assert.equal(fresh.due, '2026-11-30', 'what begins now is counted by it too')
    assert.deepEqual(await publishYear(here.as(here.li), weekOff()), { cases: 0, tasks: 0 })
  }),
)

test(
  'Days a case stood still stay uncounted when the calendar changes; a suspended one is counted when it goes on',
  story(async (here) => {
    const [one, two] = [await atSurvey(here), await atSurvey(here)]
    for (const { case_id } of [one, two])
      await suspend(here.as(here.li, on('2026-11-17')), case_id, { kind: 'hearing', reason: '听证' })
    await resume(here.as(here.li, on('2026-11-19')), one.case_id)
    assert.equal((await readTask(here, one.id)).due, '2026-11-25')
    assert.deepEqual(await publishYear(here.as(here.li, on('2026-11-19')), weekOff()), { cases: 1, tasks: 1 })
    assert.equal((await readTask(here, one.id)).due, '2026-12-02')
    await resume(here.as(here.li, on('2026-11-19')), two.case_id)
    assert.equal((await readTask(here, two.id)).due, '2026-12-02')
  }),
)

test(
  'What is done keeps its last day, and so does what ended before the year',
  story(async (here) => {
    const task = await atSurvey(here)
    await claim(here.as(here.qiang), task.id)
    await completeTask(here.as(here.qiang), task.id, { data: { DLBM: '0101' } })
    const { tasks } = await publishYear(here.as(here.li), weekOff())
    assert.equal(tasks, 0, 'the review of three days ends on 19 November')
    assert.equal((await readTask(here, task.id)).due, '2026-11-23')
  }),
)

test(
  'The program’s years stand beside those published; a wrong year is refused and nothing moves',
  story(async (here) => {
    const task = await atSurvey(here)
    await assert.rejects(
      publishYear(here.as(here.li), { ...weekOff(), work: ['2026-11-28', '2026-11-23'] }),
      /calendar\.year\.off-and-work/,
    )
    assert.equal((await readTask(here, task.id)).due, '2026-11-23')
    await publishYear(here.as(here.li), weekOff())
    const years = await calendarYears(here)
    assert.deepEqual(
      years.map(({ year, publishedAt }) => [year, publishedAt !== null]),
      CHINA.map(({ year }) => [year, year === 2026]),
    )
    assert.ok((await calendarFor(here)).off.has('2026-11-25'))
  }),
)
