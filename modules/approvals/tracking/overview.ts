import { Type } from '@sinclair/typebox'
import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../kernel/calendar/day.ts'
import { today } from '../../../kernel/cases/limits.ts'
import { type MonthFigures, monthFigures } from '../../../kernel/cases/lists/case-figures.ts'
import { type Context, query } from '../../../kernel/http/action.ts'
import { newestItems } from '../items/store.ts'
import { type Figures, figuresSql } from './figures.ts'
import { type TrackingFilter, tracked, trackingFilter } from './filter.ts'

export const OVERVIEW = 'approvals.tracking.overview'
const TOWN = 9

/** 审批跟踪 (XX079): what was filed and what became of it, in all, by item, by town and by month of filing. */
export const trackingOverview = query({
  name: OVERVIEW,
  input: Type.Object(trackingFilter),
  handle: async (context, filter) => {
    const day = today(context.now)
    const items = new Map((await newestItems(context.trx)).map((item) => [item.code, item]))
    const byItems = await grouped(context, filter, day, sql`a.item`)
    return {
      all: (await grouped(context, filter, day, sql`''`))[0] ?? null,
      byItems: byItems.map((row) => ({
        ...row,
        title: items.get(row.key)?.title ?? null,
        promisedDays: items.get(row.key)?.promisedDays ?? null,
      })),
      byTowns: await grouped(context, filter, day, sql`left(c.area_code, ${TOWN})`),
      byMonths: await monthsOf(context, filter),
    }
  },
})

async function grouped(
  { trx, person }: Context,
  filter: TrackingFilter,
  day: Day,
  key: RawBuilder<unknown>,
): Promise<(Figures & { key: string })[]> {
  const { rows } = await sql<Figures & { key: string }>`select ${key} as key, ${figuresSql(day)}
    from approval_case a join case_ c on c.id = a.case_id where ${tracked(person, OVERVIEW, filter)}
    group by 1 order by filed desc, key`.execute(trx)
  return rows
}

/** Of the last twelve months, or of the year asked for. */
function monthsOf({ trx, person, now }: Context, { year, ...filter }: TrackingFilter): Promise<MonthFigures[]> {
  const last = year === undefined ? today(now).slice(0, 7) : `${year}-12`
  const cases = sql`from approval_case a join case_ c on c.id = a.case_id where ${tracked(person, OVERVIEW, filter)}`
  return monthFigures(trx, last, cases)
}
