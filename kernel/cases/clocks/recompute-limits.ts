import { sql } from 'kysely'
import { addWorkingDays, type WorkCalendar } from '../../calendar/calendar.ts'
import { type Day, startOfDay } from '../../calendar/day.ts'
import { limitFrom, type Paused, today } from '../limits.ts'
import type { Limit } from '../tables.ts'
import type { CaseWork } from '../work.ts'

/** Cases and tasks whose last day or yellow day is another now, and timers that fire on another day. */
export type Moved = { cases: number; tasks: number; timers: number }

type Table = 'case_' | 'task'

/** `running`: states in which a clock runs; what is suspended is counted when it is resumed. */
const KINDS: Record<Table, { running: string[]; caseId: string; from: string }> = {
  case_: { running: ['running'], caseId: 'id', from: 'clock_from' },
  task: { running: ['open', 'claimed'], caseId: 'case_id', from: 'opened_at' },
}

/** Counts the days of everything under way anew that may touch `year`. `before`: the calendar they were counted by. */
export async function recomputeLimits(
  work: CaseWork,
  before: WorkCalendar,
  calendar: WorkCalendar,
  year: number,
): Promise<Moved> {
  const moved = { case_: 0, task: 0 }
  for (const table of ['case_', 'task'] as const) {
    moved[table] = (await unpaused(work, table, calendar, year)) + (await paused(work, table, calendar, year))
  }
  return { cases: moved.case_, tasks: moved.task, timers: await moveTimers(work, before, calendar) }
}

/** A clock that has not begun has no last day. */
const fromOf = (table: Table) => sql.ref(`t.${KINDS[table].from}`)

const underWay = (table: Table, year: number) => sql<boolean>`t.state = any(${KINDS[table].running}::text[])
  and t.limit_days is not null and ${fromOf(table)} is not null and t.due >= ${`${year - 1}-12-01`}::date`

const pauseOf = (table: Table) =>
  sql`(select from case_pause p where p.case_id = ${sql.ref(`t.${KINDS[table].caseId}`)})`

/** Most have never been paused: what began on one day with one limit ends on one day, so each is counted once. */
async function unpaused(work: CaseWork, table: Table, calendar: WorkCalendar, year: number): Promise<number> {
  const where = sql`${underWay(table, year)} and not exists ${pauseOf(table)}`
  const { rows } = await sql<{ day: Day; limit_days: number }>`select distinct
    (${fromOf(table)} at time zone interval '8 hours')::date as day, t.limit_days from ${sql.table(table)} t where ${where}`.execute(
    work.trx,
  )
  const counted = rows.map((row) => ({ ...row, ...limitFrom(new Date(startOfDay(row.day)), row.limit_days, calendar) }))
  const { numAffectedRows } = await sql`update ${sql.table(table)} t set ${anew(today(work.now))}
    from unnest(${counted.map(({ day }) => day)}::date[], ${counted.map(({ limit_days }) => limit_days)}::int[],
      ${counted.map(({ due }) => due)}::date[], ${counted.map(({ warn_from }) => warn_from)}::date[],
      ${counted.map(({ alarm_on }) => alarm_on)}::date[]) as n (day, limit_days, due, warn_from, alarm_on)
    where ${where} and (${fromOf(table)} at time zone interval '8 hours')::date = n.day and t.limit_days = n.limit_days
      and (t.due, t.warn_from) is distinct from (n.due, n.warn_from)`.execute(work.trx)
  return Number(numAffectedRows)
}

type PausedRow = Pick<Limit, 'limit_days'> & {
  id: string
  from: Date
  pauses: { from: string; to: string | null }[]
}

/** The others one by one: each has stood still on days of its own. */
async function paused(work: CaseWork, table: Table, calendar: WorkCalendar, year: number): Promise<number> {
  const caseId = sql.ref(`t.${KINDS[table].caseId}`)
  const { rows } = await sql<PausedRow>`select t.id, ${fromOf(table)} as "from", t.limit_days,
      (select jsonb_agg(jsonb_build_object('from', p.began_at, 'to', p.ended_at)) from case_pause p where p.case_id = ${caseId}) as pauses
    from ${sql.table(table)} t where ${underWay(table, year)} and exists ${pauseOf(table)}`.execute(work.trx)
  const counted = rows.map(({ id, from, limit_days, pauses }) => ({
    id,
    ...limitFrom(from, limit_days, calendar, pauses.map(asPause)),
  }))
  const { numAffectedRows } = await sql`update ${sql.table(table)} t set ${anew(today(work.now))}
    from unnest(${counted.map(({ id }) => id)}::uuid[], ${counted.map(({ due }) => due)}::date[],
      ${counted.map(({ warn_from }) => warn_from)}::date[], ${counted.map(({ alarm_on }) => alarm_on)}::date[])
      as n (id, due, warn_from, alarm_on)
    where t.id = n.id and (t.due, t.warn_from) is distinct from (n.due, n.warn_from)`.execute(work.trx)
  return Number(numAffectedRows)
}

const asPause = ({ from, to }: PausedRow['pauses'][number]): Paused => ({
  began_at: new Date(from),
  ended_at: to === null ? null : new Date(to),
})

/** Of an alarm that was given already only what turns green again is told anew; the others wait for their next. */
const anew = (day: Day) => sql`due = n.due, warn_from = n.warn_from, alarm_on = case
    when t.alarm_on <= t.due or n.warn_from > ${day}::date then n.alarm_on
    when t.alarm_on = 'infinity' then t.alarm_on
    else greatest(n.due + 1, t.alarm_on + (n.due - t.due)) end`

/** By as many days as their count ends earlier or later now; what they were put off by while a case stood still stays. */
async function moveTimers(work: CaseWork, before: WorkCalendar, calendar: WorkCalendar): Promise<number> {
  const { rows } = await sql<{ from: Day; days: number }>`select distinct started_on as from, working_days as days
    from case_wait where kind = 'timer' and working_days is not null`.execute(work.trx)
  const shifts = rows.map(({ from, days }) => ({ from, days, by: shiftOf(from, days, before, calendar) }))
  const { numAffectedRows } = await sql`update case_wait w set due_at = due_at + n.by * interval '1 day'
    from unnest(${shifts.map(({ from }) => from)}::date[], ${shifts.map(({ days }) => days)}::int[],
      ${shifts.map(({ by }) => by)}::int[]) as n (started_on, working_days, by)
    where w.kind = 'timer' and w.started_on = n.started_on and w.working_days = n.working_days and n.by <> 0`.execute(
    work.trx,
  )
  return Number(numAffectedRows)
}

function shiftOf(from: Day, days: number, before: WorkCalendar, after: WorkCalendar): number {
  const [old, now] = [before, after].map((calendar) => startOfDay(addWorkingDays(from, days, calendar).day))
  return Math.round((now! - old!) / 86_400_000)
}
