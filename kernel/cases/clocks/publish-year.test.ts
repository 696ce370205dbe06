import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../../testing/harness.ts'
import type { CalendarYear } from '../../calendar/calendar.ts'
import { CHINA } from '../../calendar/china.ts'
import { dayOf } from '../../calendar/day.ts'
import { calendarFor, calendarYears } from '../calendar.ts'
import type { CaseProcess } from '../case-process.ts'
import { claim } from '../claim.ts'
import { completeTask } from '../complete-task.ts'
import { type County, county, noon, openSurvey, openTaskOf } from '../county.testing.ts'
import { openCase } from '../open-case.ts'
import { resume, suspend } from '../pause.ts'
import { publishProcess } from '../publish-process.ts'
import { readCase, readTask } from '../standing.ts'
import { tablesOf } from '../work.ts'
import { publishYear } from './publish-year.ts'

const story = (tell: (here: County) => Promise<void>) => () => inRollback(async (trx) => tell(await county(trx)))
const on = (day: string) => new Date(`${day}T12:00:00+08:00`)

/** 2026 with the week from Monday, 23 November 2026, off as well. */
const weekOff = (): CalendarYear => {
  const year = CHINA.find((one) => one.year === 2026)!
  return { ...year, source: '关于冬季放假的通知', off: [...year.off, ['2026-11-23', '2026-11-27']] }
}

/** Waits ten working days and ends. */
const notice: CaseProcess = {
  key: 'test.notice',
  version: 1,
  title: { zh: '公示', en: 'Public notice' },
  business: 'landuse',
  numbers: '示{serial}',
  start: 'wait',
  steps: [
    {
      kind: 'timer',
      id: 'wait',
      title: { zh: '公示', en: 'Public notice' },
      wait: { workingDays: 10 },
      transitions: [{ name: 'over', to: 'end' }],
    },
    { kind: 'end', id: 'end', title: { zh: '办结', en: 'Closed' }, result: 'completed' },
  ],
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
    assert.deepEqual(moved, { cases: 1, tasks: 1, timers: 0 })
    const after = await readCase(here, task.case_id)
    assert.deepEqual([(await readTask(here, task.id)).due, after.due], ['2026-11-30', '2026-12-21'])
    assert.deepEqual([after.alarm_on, after.alarm_on], [after.warn_from, after.warn_from])
    const fresh = await atSurvey(here)
    assert.equal(fresh.due, '2026-11-30', 'what begins now is counted by it too')
    assert.deepEqual(await publishYear(here.as(here.li), weekOff()), { cases: 0, tasks: 0, timers: 0 })
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
    assert.deepEqual(await publishYear(here.as(here.li, on('2026-11-19')), weekOff()), {
      cases: 1,
      tasks: 1,
      timers: 0,
    })
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

test(
  'A public notice of ten working days ends a week later too, put off besides by the days its case stood still',
  story(async (here) => {
    await publishProcess(here.trx, notice, null, on('2026-11-16'))
    const open = async () => (await openCase(here.as(null), 'test.notice', { title: '公示', areaCode: '610799102' })).id
    const [plain, paused] = [await open(), await open()]
    await suspend(here.as(here.li), paused, { kind: 'suspension', reason: '异议' })
    await resume(here.as(here.li, new Date(noon.getTime() + 86_400_000)), paused)
    const ends = async (id: string) => {
      const wait = await tablesOf(here)
        .selectFrom('case_wait')
        .select('due_at')
        .where('case_id', '=', id)
        .executeTakeFirst()
      return dayOf(wait!.due_at!.getTime())
    }
    assert.deepEqual([await ends(plain), await ends(paused)], ['2026-11-30', '2026-12-01'])
    assert.equal((await publishYear(here.as(here.li), weekOff())).timers, 2)
    assert.deepEqual([await ends(plain), await ends(paused)], ['2026-12-07', '2026-12-08'])
  }),
)
