import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../kernel/calendar/day.ts'
import { type CaseFigures, caseFigures } from '../../../kernel/cases/lists/case-figures.ts'

/** How the changes of one group stand, and what became of those closed. */
export type Figures = CaseFigures & { closed: number; changed: number; refused: number }

/** The figures as columns over `case_ c`, by the calendar day they are asked on. */
export const figuresSql = (today: Day): RawBuilder<unknown> => sql`${caseFigures(today)},
  count(*) filter (where c.state = 'ended')::int as closed,
  count(*) filter (where c.state = 'ended' and c.result = 'completed')::int as changed,
  count(*) filter (where c.state = 'ended' and c.result <> 'completed')::int as refused`
