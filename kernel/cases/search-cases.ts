import { type RawBuilder, sql } from 'kysely'
import type { Lamp } from '../calendar/clock.ts'
import type { Box } from '../geometry/types.ts'
import { invalid, Refusal } from '../problems/problem.ts'
import type { Title } from '../process/model.ts'
import type { ProcessState } from '../process/state.ts'
import type { CaseProcess } from './case-process.ts'
import { lampOf, today } from './limits.ts'
import { processReader } from './publish-process.ts'
import { contains, coveredBy, rightsTo, underArea } from './rights-filter.ts'
import type { CaseState, Limit } from './tables.ts'
import { actorOf, type CaseWork } from './work.ts'

export type CaseSearch = {
  /** part of the number or the title */
  text?: string
  number?: string
  business?: string
  state?: CaseState
  area?: string
  /** EPSG:4524, metres */
  box?: Box
  limit?: number
  /** the `next` of the page before */
  after?: string
}

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
  const where = sql`${seen(work, verb, search)} and ${search.after ? afterCursor(search.after) : sql`true`}`
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

function seen(
  work: CaseWork,
  verb: string,
  { text, number, business, state, area, box }: CaseSearch,
): RawBuilder<boolean> {
  const all = [
    coveredBy(rightsTo(actorOf(work), verb), 'c'),
    text ? sql<boolean>`(c.number ilike ${contains(text)} or c.title ilike ${contains(text)})` : undefined,
    number ? sql<boolean>`c.number = ${number}` : undefined,
    business ? sql<boolean>`c.business = ${business}` : undefined,
    state ? sql<boolean>`c.state = ${state}` : undefined,
    area ? underArea(area, 'c') : undefined,
    box ? sql<boolean>`c.scope && st_makeenvelope(${sql.join(box)}, 4524)` : undefined,
  ]
  return sql.join(
    all.filter((one) => one !== undefined),
    sql` and `,
  )
}

function afterCursor(after: string): RawBuilder<boolean> {
  const [at, id] = after.split('~')
  if (!at || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id ?? '')) {
    throw new Refusal(invalid('cases.search.bad-cursor', { after }))
  }
  return sql`(c.opened_at, c.id) < (${at}::timestamptz, ${id}::uuid)`
}
