import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { Id } from '../inbox/schema.ts'
import { IS_FOR, NEWS, type News } from './news-row.ts'

/** All of it, for those who write it. */
export const listNews = query({
  name: 'messages.news.list',
  input: Type.Object({}),
  async handle({ trx }) {
    const { rows } = await sql<News>`select ${NEWS} order by n.saved_at desc limit 300`.execute(trx)
    return { rows, total: rows.length }
  },
})

/** What is out for the reader, the latest first. */
export const newsForMe = query({
  name: 'messages.news.read',
  input: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) }),
  async handle({ trx, person }, { limit = 50 }) {
    const { rows } = await sql<News>`select ${NEWS} join person r on r.id = ${person.id}
      where n.published_at is not null and n.withdrawn_at is null and ${IS_FOR}
      order by n.published_at desc limit ${limit}`.execute(trx)
    return { rows }
  },
})

/** One that is out for the reader. */
export const viewNews = query({
  name: 'messages.news.view',
  input: Type.Object({ id: Id }),
  async handle({ trx, person }, { id }) {
    const { rows } = await sql<News>`select ${NEWS} join person r on r.id = ${person.id}
      where n.id = ${id} and n.published_at is not null and n.withdrawn_at is null and ${IS_FOR}`.execute(trx)
    if (!rows[0]) throw new Refusal(notFound('messages.news.unknown'))
    return rows[0]
  },
})

/** What news can be meant for. */
export const newsOrganisations = query({
  name: 'messages.news.organisations',
  input: Type.Object({}),
  async handle({ trx }) {
    const { rows } = await sql<{ id: string; name: string }>`select id, name from organisation
      where ended_at is null order by code`.execute(trx)
    return { rows }
  },
})
