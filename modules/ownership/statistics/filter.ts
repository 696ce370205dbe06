import { type Static, Type } from '@sinclair/typebox'
import { type RawBuilder, sql } from 'kysely'
import { addDays, startOfDay } from '../../../kernel/calendar/day.ts'
import { allOf } from '../../../kernel/cases/lists/worklist-filter.ts'
import { coveredCases, rightsTo, underArea } from '../../../kernel/cases/rights-filter.ts'
import type { Person } from '../../../kernel/identity/can.ts'
import { HOMESTEAD } from '../processes/homestead.ts'

const Day = Type.String({ format: 'date' })

/** Changes filed on these days (both counted), in one area and all within it; left out: all. */
export const statisticsFilter = {
  area: Type.Optional(Type.String({ pattern: '^[0-9]{2,19}$' })),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
}
const Filter = Type.Object(statisticsFilter)
export type StatisticsFilter = Static<typeof Filter>

/** A condition over `case_ c`, within the person's rights to `verb`. */
export const counted = (person: Person, verb: string, { area, from, to }: StatisticsFilter): RawBuilder<boolean> =>
  allOf([
    sql<boolean>`c.business = ${HOMESTEAD}`,
    coveredCases(rightsTo(person, verb), 'c'),
    area === undefined ? undefined : underArea(area, 'c'),
    from === undefined ? undefined : sql<boolean>`c.opened_at >= ${new Date(startOfDay(from))}`,
    to === undefined ? undefined : sql<boolean>`c.opened_at < ${new Date(startOfDay(addDays(to, 1)))}`,
  ])
