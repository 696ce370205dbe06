import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../../testing/harness.ts'
import { calendarFor } from '../calendar.ts'
import type { CaseProcess, ClockStart } from '../case-process.ts'
import { completeTask } from '../complete-task.ts'
import { type County, county, surveyProcess } from '../county.testing.ts'
import { history } from '../history.ts'
import { lampOf } from '../limits.ts'
import { openCase } from '../open-case.ts'
import { resume, suspend } from '../pause.ts'
import { publishProcess } from '../publish-process.ts'
import { readCase } from '../standing.ts'
import { askCorrection, receiveCorrection } from '../verbs/correction.ts'
import { withdraw } from '../withdraw.ts'
import { recomputeLimits } from './recompute-limits.ts'

const refusal = (code: string) => ({ name: 'Refusal', message: new RegExp(`^${code} `) })
const on = (day: string) => new Date(`${day}T10:00:00+08:00`)

/** Twenty working days from the day after «field»; told within five, or accepted on the day of filing. */
const accepted = (clock: Partial<ClockStart> = {}): CaseProcess => ({
  ...surveyProcess,
  key: 'test.accepted',
  clock: { step: 'screen', way: 'field', ...clock },
})

async function filed(here: County, clock: Partial<ClockStart> = {}, day = '2026-11-02') {
  await publishProcess(here.trx, accepted(clock), null, on(day))
  const { id, tasks } = await openCase(here.as(here.fang, on(day)), 'test.accepted', {
    title: '临时用地',
    areaCode: '610799102',
  })
  const accept = (outcome: string, at: string) =>
    completeTask(here.as(here.fang, on(at)), tasks[0]!.id, { outcome, data: { conclusion: '待查' } })
  return { id, task: tasks[0]!, accept }
}

const story = (tell: (here: County) => Promise<void>) => () => inRollback(async (trx) => tell(await county(trx)))

test(
  'The clock begins the day after acceptance, not with the filing; taking the acceptance back stops it',
  story(async (here) => {
    const { id, task, accept } = await filed(here)
    const before = await readCase(here, id)
    assert.deepEqual([before.due, before.limit_days, before.clock_from], ['infinity', 20, null])
    assert.equal(lampOf(before, '2027-02-01'), 'grey', 'no lamp turns while nothing was accepted')
    await accept('field', '2026-11-05')
    const running = await readCase(here, id)
    // Friday the 6th is the first of twenty working days.
    assert.deepEqual([running.due, running.warn_from], ['2026-12-03', '2026-11-25'])
    assert.equal((await history(here, id)).find(({ verb }) => verb === 'clock')?.detail.from, '2026-11-05')
    await withdraw(here.as(here.fang, on('2026-11-06')), task.id)
    const again = await readCase(here, id)
    assert.deepEqual([again.due, again.clock_from, again.clock_by], ['infinity', null, null])
  }),
)

test(
  'Another way out of the step begins nothing, and no process may name a way there is not',
  story(async (here) => {
    const { id, accept } = await filed(here)
    await accept('lawful', '2026-11-05')
    assert.equal((await readCase(here, id)).clock_from, null)
    await assert.rejects(
      publishProcess(here.trx, { ...accepted({ way: 'nowhere' }), version: 2 }, null, on('2026-11-02')),
      refusal('cases.process.clock-of-unknown-way'),
    )
  }),
)

test(
  '补正 before acceptance: what lies between asking and receiving counts nowhere',
  story(async (here) => {
    const { id, accept } = await filed(here, { deemedAfter: 5 })
    const notice = { items: ['勘测定界图'], reason: '缺图', until: '2026-12-01' }
    await askCorrection(here.as(here.fang, on('2026-11-04')), id, notice)
    await receiveCorrection(here.as(here.fang, on('2026-11-23')), id)
    assert.equal((await readCase(here, id)).due, 'infinity', 'received is not accepted')
    await accept('field', '2026-11-25')
    assert.equal((await readCase(here, id)).due, '2026-12-23')
  }),
)

test(
  '补正 and 挂起 after acceptance: the days between stand still',
  story(async (here) => {
    const { id, accept } = await filed(here)
    await accept('field', '2026-11-05')
    await askCorrection(here.as(here.qiang, on('2026-11-09')), id, {
      items: ['权属证明'],
      reason: '缺件',
      until: '2026-11-20',
    })
    await receiveCorrection(here.as(here.qiang, on('2026-11-16')), id)
    // The 9th to the 13th, five working days, do not count.
    assert.equal((await readCase(here, id)).due, '2026-12-10')
    await suspend(here.as(here.qiang, on('2026-11-17')), id, { kind: 'hearing', reason: '听证' })
    await resume(here.as(here.qiang, on('2026-11-19')), id)
    assert.equal((await readCase(here, id)).due, '2026-12-14')
  }),
)

test(
  'Nobody told the applicant within five working days: accepted on the day the papers came (行政许可法 32)',
  story(async (here) => {
    const { id, accept } = await filed(here, { deemedAfter: 5 })
    await accept('field', '2026-11-10')
    assert.equal((await readCase(here, id)).due, '2026-11-30', 'the sixth working day after the 2nd')
  }),
)

test(
  'A calendar published later moves what runs and leaves what has not begun',
  story(async (here) => {
    const { id } = await filed(here)
    const work = here.as(here.fang, on('2026-11-03'))
    const calendar = await calendarFor(work)
    await recomputeLimits(work, calendar, calendar, 2026)
    assert.equal((await readCase(here, id)).due, 'infinity')
  }),
)
