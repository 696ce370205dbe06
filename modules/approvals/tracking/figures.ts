import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../kernel/calendar/day.ts'
import { type CaseFigures, caseFigures } from '../../../kernel/cases/lists/case-figures.ts'

/** How the applications of one group stand, and what became of those closed. */
export type Figures = CaseFigures & { granted: number; refused: number }

/** The figures as columns over `case_ c`, by the calendar day they are asked on. */
export const figuresSql = (today: Day): RawBuilder<unknown> => sql`${caseFigures(today)},
  count(*) filter (where c.state = 'ended' and c.result in ('granted', 'completed'))::int as granted,
  count(*) filter (where c.state = 'ended' and c.result not in ('granted', 'completed'))::int as refused`
