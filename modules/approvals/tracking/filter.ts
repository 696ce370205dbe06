import { type Static, Type } from '@sinclair/typebox'
import { type RawBuilder, sql } from 'kysely'
import { allOf } from '../../../kernel/cases/lists/worklist-filter.ts'
import { coveredCases, rightsTo, underArea } from '../../../kernel/cases/rights-filter.ts'
import type { Person } from '../../../kernel/identity/can.ts'
import { AreaCode, ItemCode } from '../schema.ts'

/** Applications filed in one year, of one item, in one area and all within it; left out: all. */
export const trackingFilter = {
  year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })),
  item: Type.Optional(ItemCode),
  area: Type.Optional(AreaCode),
}
const Filter = Type.Object(trackingFilter)
export type TrackingFilter = Static<typeof Filter>

/** A condition over `case_ c` and `approval_case a`, within the person's rights to `verb`. */
export function tracked(person: Person, verb: string, { year, item, area }: TrackingFilter): RawBuilder<boolean> {
  return allOf([
    coveredCases(rightsTo(person, verb), 'c'),
    year === undefined ? undefined : sql<boolean>`c.opened_at >= ${from(year)} and c.opened_at < ${from(year + 1)}`,
    item === undefined ? undefined : sql<boolean>`a.item = ${item}`,
    area === undefined ? undefined : underArea(area, 'c'),
  ])
}

/** The first moment of a year in China. */
const from = (year: number) => new Date(`${year}-01-01T00:00:00+08:00`)
