import { type RawBuilder, sql } from 'kysely'
import type { Lamp } from '../calendar/clock.ts'
import type { Box } from '../geometry/types.ts'
import { invalid, Refusal } from '../problems/problem.ts'
import { lampOf, today } from './limits.ts'
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
  after?: string
}

export type FoundCase = {
  id: string
  number: string
  title: string
  business: string
  state: CaseState
  result: string | null
  areaCode: string
  openedAt: Date
  closedAt: Date | null
  lamp: Lamp
  /** EPSG:4524; null for a case without a place */
  extent: Box | null
}

/** Cases the person may see by `verb`, the latest opened first. */
export async function searchCases(
  work: CaseWork,
  verb: string,
  search: CaseSearch,
): Promise<{ items: FoundCase[]; next: string | null }> {
  const limit = Math.min(search.limit ?? 50, 200)
  const where = sql.join([coveredBy(rightsTo(actorOf(work), verb), 'c'), ...wanted(search)], sql` and `)
  const { rows } = await sql<FoundCase & Limit & { minX: number; minY: number; maxX: number; maxY: number }>`
    select c.id, c.number, c.title, c.business, c.state, c.result, c.area_code as "areaCode", c.opened_at as "openedAt",
      c.closed_at as "closedAt", c.limit_days, c.due, c.warn_from, st_xmin(c.scope) as "minX", st_ymin(c.scope) as "minY",
      st_xmax(c.scope) as "maxX", st_ymax(c.scope) as "maxY"
    from case_ c where ${where} order by c.opened_at desc, c.id desc limit ${limit + 1}`.execute(work.trx)
  const items = rows
    .slice(0, limit)
    .map(({ limit_days, due, warn_from, minX, minY, maxX, maxY, ...row }): FoundCase => {
      const lamp = lampOf({ limit_days, due, warn_from, state: row.state }, today(work.now))
      return { ...row, lamp, extent: minX === null ? null : [minX, minY, maxX, maxY] }
    })
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? `${last.openedAt.toISOString()}~${last.id}` : null }
}

function wanted({ text, number, business, state, area, box, after }: CaseSearch): RawBuilder<boolean>[] {
  return [
    text ? sql<boolean>`(c.number ilike ${contains(text)} or c.title ilike ${contains(text)})` : undefined,
    number ? sql<boolean>`c.number = ${number}` : undefined,
    business ? sql<boolean>`c.business = ${business}` : undefined,
    state ? sql<boolean>`c.state = ${state}` : undefined,
    area ? underArea(area, 'c') : undefined,
    box ? sql<boolean>`c.scope && st_makeenvelope(${sql.join(box)}, 4524)` : undefined,
    after ? afterCursor(after) : undefined,
  ].filter((one) => one !== undefined)
}

function afterCursor(after: string): RawBuilder<boolean> {
  const [at, id] = after.split('~')
  if (!at || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id ?? '')) {
    throw new Refusal(invalid('cases.search.bad-cursor', { after }))
  }
  return sql`(c.opened_at, c.id) < (${at}::timestamptz, ${id}::uuid)`
}
