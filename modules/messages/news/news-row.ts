import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'

export type News = {
  id: string
  title: string
  body: string
  /** ids; none: everybody's */
  organisations: string[]
  /** area codes; none: everywhere */
  areas: string[]
  writtenBy: string
  savedAt: Date
  publishedAt: Date | null
  withdrawnAt: Date | null
}

export const NEWS = sql`n.id, n.title, n.body, n.organisations, n.areas, p.name as "writtenBy", n.saved_at as "savedAt",
  n.published_at as "publishedAt", n.withdrawn_at as "withdrawnAt"
  from news n join person p on p.id = n.written_by`

export async function readNews(trx: Trx, id: string): Promise<News> {
  const { rows } = await sql<News>`select ${NEWS} where n.id = ${id}`.execute(trx)
  if (!rows[0]) throw new Refusal(notFound('messages.news.unknown'))
  return rows[0]
}

/**
 * Whom news is for: people of the organisations and of those below them, as far as they may do something in the areas. `n` is
 * the news, `r` the reader.
 */
export const IS_FOR = sql`(n.organisations = '{}' or exists (with recursive up as (
    select o.id, o.parent from organisation o where o.id = r.organisation
    union select o.id, o.parent from up join organisation o on o.id = up.parent) select from up where up.id = any(n.organisations)))
  and (n.areas = '{}' or exists (select from right_grant g, unnest(n.areas) as a (code) where g.person = r.id
    and g.ended_at is null and (starts_with(a.code, g.area) or starts_with(g.area, a.code))))`
