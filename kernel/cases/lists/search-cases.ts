import { sql } from 'kysely'
import type { Lamp } from '../../calendar/clock.ts'
import type { Box } from '../../geometry/types.ts'
import { invalid, Refusal } from '../../problems/problem.ts'
import type { Title } from '../../process/model.ts'
import type { ProcessState } from '../../process/state.ts'
import type { CaseProcess } from '../case-process.ts'
import { lampOf, today } from '../limits.ts'
import { processReader } from '../publish-process.ts'
import { coveredCases, rightsTo } from '../rights-filter.ts'
import type { CaseState, Limit } from '../tables.ts'
import { actorOf, type CaseWork } from '../work.ts'
import { type CaseFilter, caseConditions } from './case-filter.ts'
import { allOf } from './worklist-filter.ts'

/** `after`: the `next` of the page before. */
export type CaseSearch = CaseFilter & { limit?: number; after?: string }

export type FoundCase = {
  id: string
  number: string
  title: string
  business: string
  state: CaseState
  result: string | null
  /** where it stands; of several steps the first, null once closed */
  step: Title | null
  areaCode: string
  areaName: string
  openedAt: Date
  closedAt: Date | null
  due: string | null
  lamp: Lamp
  /** EPSG:4524; null for a case without a place */
  extent: Box | null
}

type Row = Omit<FoundCase, 'due' | 'lamp' | 'extent' | 'step'> &
  Pick<Limit, 'due' | 'warn_from'> & { tokens: ProcessState; process: string; processVersion: number } & Record<
    'minX' | 'minY' | 'maxX' | 'maxY',
    number | null
  >

/** Cases the person may see by `verb`, the latest opened first. */
export async function searchCases(
  work: CaseWork,
  verb: string,
  search: CaseSearch,
): Promise<{ items: FoundCase[]; next: string | null }> {
  const limit = Math.min(search.limit ?? 50, 200)
  const where = allOf([
    coveredCases(rightsTo(actorOf(work), verb), 'c'),
    await caseConditions(work, search),
    search.after ? afterCursor(search.after) : undefined,
  ])
  const { rows } =
    await sql<Row>`select c.id, c.number, c.title, c.business, c.state, c.result, c.area_code as "areaCode",
      coalesce(a.name, c.area_code) as "areaName", c.opened_at as "openedAt", c.closed_at as "closedAt", c.due,
      c.warn_from, c.tokens, c.process, c.process_version as "processVersion", st_xmin(c.scope) as "minX",
      st_ymin(c.scope) as "minY", st_xmax(c.scope) as "maxX", st_ymax(c.scope) as "maxY"
    from case_ c left join area a on a.code = c.area_code
    where ${where} order by c.opened_at desc, c.id desc limit ${limit + 1}`.execute(work.trx)
  const processOf = processReader(work.trx)
  const items: FoundCase[] = []
  for (const row of rows.slice(0, limit)) items.push(found(work, await processOf(row.process, row.processVersion), row))
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? `${last.openedAt.toISOString()}~${last.id}` : null }
}

function found(work: CaseWork, { steps }: CaseProcess, row: Row): FoundCase {
  const { due, warn_from, tokens, process: _, processVersion, minX, minY, maxX, maxY, ...rest } = row
  const at = row.closedAt === null ? tokens.tokens[0]?.step : undefined
  return {
    ...rest,
    step: steps.find(({ id }) => id === at)?.title ?? null,
    due: due === 'infinity' ? null : due,
    lamp: lampOf({ due, warn_from, state: row.state }, today(work.now)),
    extent: minX === null || minY === null || maxX === null || maxY === null ? null : [minX, minY, maxX, maxY],
  }
}

function afterCursor(after: string) {
  const [at, id] = after.split('~')
  if (!at || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id ?? '')) {
    throw new Refusal(invalid('cases.search.bad-cursor', { after }))
  }
  return sql<boolean>`(c.opened_at, c.id) < (${at}::timestamptz, ${id}::uuid)`
}
