import { workingDaysBetween } from '../../calendar/calendar.ts'
import { dayOf } from '../../calendar/day.ts'
import type { Advance, ProcessEvent, ProcessState } from '../../process/state.ts'
import { calendarFor } from '../calendar.ts'
import type { ClockStart } from '../case-process.ts'
import type { NewEvent } from '../history.ts'
import { limitFrom, today } from '../limits.ts'
import type { HeldCase } from '../standing.ts'
import type { CaseRow, Limit } from '../tables.ts'
import { type CaseWork, tablesOf } from '../work.ts'
import { startOf } from './start-way.ts'

export type ClockChange = Limit & Pick<CaseRow, 'clock_from' | 'clock_by'>

/** `told`: what the history says of it. */
type ClockAct = { change: ClockChange; told?: Omit<NewEvent, 'caseId'> }

/** What an act does to the case's clock: begins it, takes its beginning back; undefined for most. */
export async function clockAfter(
  work: CaseWork,
  held: HeldCase,
  event: ProcessEvent,
  answer: Advance,
): Promise<ClockAct | undefined> {
  const { row, process } = held
  if (!process.clock) return undefined
  if (event.type === 'withdraw' && event.task === row.clock_by) return { change: await begunAt(work, row, null, null) }
  if (row.clock_from !== null || !isStart(held, process.clock, event, answer)) return undefined
  const from = await acceptedOn(work, row, process.clock)
  const change = await begunAt(work, row, from, 'task' in event ? event.task : null)
  return { change, told: { verb: 'clock', step: process.clock.step, detail: { from: dayOf(from.getTime()) } } }
}

/** The step was left by that way: where one person decides by their choice, where several sign by where it led. */
function isStart({ row, process }: HeldCase, clock: ClockStart, event: ProcessEvent, answer: Advance): boolean {
  if (event.type !== 'completeTask' || stepOfTask(row.tokens, event.task) !== clock.step) return false
  const way = startOf(process, clock)
  if (!way || !answer.entered.includes(way.to)) return false
  const from = process.steps.find(({ id }) => id === clock.step)
  return (from?.kind === 'userTask' && from.coSign !== undefined) || (event.outcome ?? way.name) === way.name
}

const stepOfTask = ({ tokens }: ProcessState, task: string): string | undefined =>
  tokens.find(({ tasks }) => tasks?.some(({ id }) => id === task))?.step

/** Accepted now; or, when nobody said so in time, on the day the papers, or those asked for later, came. */
async function acceptedOn(work: CaseWork, row: CaseRow, { deemedAfter }: ClockStart): Promise<Date> {
  if (deemedAfter === undefined) return work.now
  const correction = await tablesOf(work)
    .selectFrom('case_correction')
    .select('received_at')
    .where('case_id', '=', row.id)
    .executeTakeFirst()
  const came = correction?.received_at ?? row.opened_at
  const { days } = workingDaysBetween(dayOf(came.getTime()), today(work.now), await calendarFor(work))
  return days > deemedAfter ? came : work.now
}

/** The clock of a case as it stands when it counts from `from`; null: it has not begun. */
export async function begunAt(
  work: CaseWork,
  row: CaseRow,
  from: Date | null,
  by: string | null,
): Promise<ClockChange> {
  const pauses = await tablesOf(work)
    .selectFrom('case_pause')
    .select(['began_at', 'ended_at'])
    .where('case_id', '=', row.id)
    .execute()
  return { clock_from: from, clock_by: by, ...limitFrom(from, row.limit_days, await calendarFor(work), pauses) }
}
