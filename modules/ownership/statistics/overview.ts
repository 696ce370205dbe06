import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { type Day, dayOf } from '../../../kernel/calendar/day.ts'
import { type MonthFigures, monthFigures } from '../../../kernel/cases/lists/case-figures.ts'
import { readProcess } from '../../../kernel/cases/publish-process.ts'
import { type Context, query } from '../../../kernel/http/action.ts'
import type { Title } from '../../../kernel/process/model.ts'
import { HOMESTEAD } from '../processes/homestead.ts'
import { type Figures, figuresSql } from './figures.ts'
import { counted, type StatisticsFilter, statisticsFilter } from './filter.ts'

export const OVERVIEW = 'ownership.homestead.statistics'

export type AreaFigures = Figures & { key: string; name: string | null }
export type StepFigures = { step: string; title: Title | null; open: number; red: number; days: number }
export type HomesteadStatistics = {
  all: Figures
  byAreas: AreaFigures[]
  bySteps: StepFigures[]
  byMonths: MonthFigures[]
}

/** 宅基地任务统计 (SH070): the changes of the whole city or of one area, by the areas in it, by step, by month, in time or not. */
export const homesteadStatistics = query({
  name: OVERVIEW,
  input: Type.Object(statisticsFilter),
  handle: (context, filter) => statisticsOf(context, filter),
})

export async function statisticsOf(context: Context, filter: StatisticsFilter): Promise<HomesteadStatistics> {
  const day = dayOf(context.now.getTime())
  const { rows } = await sql<Figures>`select ${figuresSql(day)} from case_ c
    where ${counted(context.person, OVERVIEW, filter)}`.execute(context.trx)
  return {
    all: rows[0]!,
    byAreas: await areasOf(context, filter, day),
    bySteps: await stepsOf(context, filter, day),
    byMonths: await monthsOf(context, filter, day),
  }
}

/** Digits of a code down to the county, the town, the village (GB/T 10114). */
const LEVELS = [6, 9, 12]

/** One level below the area asked for; below the whole, the first level at which there is more than one. */
async function areasOf(context: Context, filter: StatisticsFilter, day: Day): Promise<AreaFigures[]> {
  const levels = LEVELS.filter((level) => level > (filter.area?.length ?? 0))
  let rows: AreaFigures[] = []
  for (const level of levels.length > 0 ? levels : [LEVELS.at(-1)!]) {
    rows = await figuresAt(context, filter, day, level)
    if (rows.length !== 1 || filter.area !== undefined) break
  }
  return rows
}

async function figuresAt({ trx, person }: Context, filter: StatisticsFilter, day: Day, level: number) {
  const { rows } = await sql<AreaFigures>`select g.*, a.name from
      (select left(c.area_code, ${level}) as key, ${figuresSql(day)} from case_ c
        where ${counted(person, OVERVIEW, filter)} group by 1) g
    left join area a on a.code = g.key order by g.filed desc, g.key`.execute(trx)
  return rows
}

/** Where the changes under way stand, and how long on average they have stood there. */
async function stepsOf({ trx, person, now }: Context, filter: StatisticsFilter, day: Day): Promise<StepFigures[]> {
  const { steps } = await readProcess(trx, HOMESTEAD)
  const { rows } = await sql<Omit<StepFigures, 'title'>>`select t.step, count(*)::int as open,
      count(*) filter (where t.due < ${day}::date)::int as red,
      (extract(epoch from avg(${now}::timestamptz - t.opened_at)) / 86400)::float8 as days
    from task t join case_ c on c.id = t.case_id
    where t.state in ('open', 'claimed') and ${counted(person, OVERVIEW, filter)} group by t.step`.execute(trx)
  const order = (step: string) => steps.findIndex(({ id }) => id === step)
  return rows
    .toSorted((a, b) => order(a.step) - order(b.step))
    .map((row) => ({ ...row, title: steps.find(({ id }) => id === row.step)?.title ?? null }))
}

/** Of the last twelve months, whatever days are asked for. */
function monthsOf({ trx, person }: Context, { area }: StatisticsFilter, day: Day): Promise<MonthFigures[]> {
  const within = counted(person, OVERVIEW, area === undefined ? {} : { area })
  return monthFigures(trx, day.slice(0, 7), sql`from case_ c where ${within}`)
}
