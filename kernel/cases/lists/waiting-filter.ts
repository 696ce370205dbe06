import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../calendar/day.ts'
import { addDays, startOfDay } from '../../calendar/day.ts'
import { coveredBy, rightsTo } from '../rights-filter.ts'
import { actorOf, type CaseWork } from '../work.ts'
import { saying } from './said.ts'
import { allOf, conditions, type WorklistFilter } from './worklist-filter.ts'

/** How long a task has waited, in days of the calendar: from `min` up to, not with, `max`. */
export const AGES = [
  { age: 'd3', min: 0, max: 3 },
  { age: 'd7', min: 3, max: 7 },
  { age: 'd15', min: 7, max: 15 },
  { age: 'd30', min: 15, max: 30 },
  { age: 'd90', min: 30, max: 90 },
  { age: 'older', min: 90, max: Number.POSITIVE_INFINITY },
] as const

export type Age = (typeof AGES)[number]['age']

export type WaitingFilter = WorklistFilter & { age?: Age }

/** Tasks `t` that wait for somebody, or stand still, within the rights of the acting person to `verb`. */
export async function waiting(
  work: CaseWork,
  verb: string,
  { age, text, ...filter }: WaitingFilter,
  today: Day,
): Promise<RawBuilder<boolean>> {
  return allOf([
    sql`t.state in ('open', 'claimed', 'suspended')`,
    coveredBy(rightsTo(actorOf(work), verb), 't'),
    conditions(filter, today),
    age && aged(age, today),
    await saying(work, 't.case_id', text),
  ])
}

function aged(age: Age, today: Day): RawBuilder<boolean> {
  const { min, max } = AGES.find((one) => one.age === age)!
  return allOf([
    sql`t.opened_at < ${startOf(addDays(today, 1 - min))}`,
    max === Number.POSITIVE_INFINITY ? undefined : sql`t.opened_at >= ${startOf(addDays(today, 1 - max))}`,
  ])
}

/** The number of a task's age in AGES. */
export const ageSql = (today: Day): RawBuilder<number> =>
  sql`${sql.lit(AGES.length - 1)} - width_bucket(t.opened_at, ${AGES.slice(1)
    .map(({ min }) => startOf(addDays(today, 1 - min)))
    .toReversed()}::timestamptz[])`

const startOf = (day: Day) => new Date(startOfDay(day))
