import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action, type Context } from '../../../kernel/http/action.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { sendMessage } from '../../../kernel/messages/send-message.ts'
import { conflict } from '../../../kernel/problems/problem.ts'
import { Id } from '../inbox/schema.ts'
import { IS_FOR, readNews } from './news-row.ts'

/** Writes news, or changes it while it is not out. */
export const saveNews = action({
  verb: 'messages.news.save',
  input: Type.Object({
    id: Type.Optional(Id),
    title: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
    body: Type.String({ minLength: 1, maxLength: 20_000, pattern: '\\S' }),
    organisations: Type.Array(Id, { maxItems: 200 }),
    areas: Type.Array(Type.String({ pattern: '^[0-9]{2,12}$' }), { maxItems: 200 }),
  }),
  facts: async ({ trx }, { id }) => ({ before: id === undefined ? null : await readNews(trx, id) }),
  refuse: ({ before }) => (isOut(before) ? conflict('messages.news.save.out', { title: before!.title }) : undefined),
  async handle({ trx, person, now }, { id = newId(), title, body, organisations, areas }) {
    await sql`insert into news (id, title, body, organisations, areas, written_by, saved_at)
      values (${id}, ${title}, ${body}, ${organisations}::uuid[], ${areas}::text[], ${person.id}, ${now})
      on conflict (id) do update set title = excluded.title, body = excluded.body, organisations = excluded.organisations,
        areas = excluded.areas, saved_at = ${now}`.execute(trx)
    return { id }
  },
  audit: ({ title, organisations, areas }, { id }) => ({
    subject: `news:${id}`,
    after: { title, organisations, areas },
  }),
})

const isOut = (news: { publishedAt: Date | null; withdrawnAt: Date | null } | null) =>
  news !== null && news.publishedAt !== null && news.withdrawnAt === null

/** 发布: it is there for its readers, and each gets a message. Put out again after it was withdrawn, only the new ones do. */
export const publishNews = action({
  verb: 'messages.news.publish',
  input: Type.Object({ id: Id }),
  facts: ({ trx }, { id }) => readNews(trx, id),
  refuse: (news) => (isOut(news) ? conflict('messages.news.save.out', { title: news.title }) : undefined),
  async handle(context, { id }, { title }) {
    const { trx, now } = context
    await sql`update news set published_at = ${now}, withdrawn_at = null where id = ${id}`.execute(trx)
    const to = await readersOf(context, id)
    const told = { title: 'messages.news.told', params: { title }, link: { news: id }, once: `news:${id}` }
    await sendMessage(trx, { to, kind: 'news', ...told }, now)
    return { readers: to.length }
  },
  audit: ({ id }, { readers }, { title }) => ({ subject: `news:${id}`, after: { title, readers } }),
})

async function readersOf({ trx }: Context, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select r.id from news n, person r
    where n.id = ${id} and r.ended_at is null and ${IS_FOR}`.execute(trx)
  return rows.map((row) => row.id)
}

/** 撤下: nobody finds it any more, and it leaves the inboxes. */
export const withdrawNews = action({
  verb: 'messages.news.withdraw',
  input: Type.Object({ id: Id }),
  facts: ({ trx }, { id }) => readNews(trx, id),
  refuse: (news) => (isOut(news) ? undefined : conflict('messages.news.withdraw.not-out', { title: news.title })),
  async handle({ trx, now }, { id }) {
    await sql`update news set withdrawn_at = ${now} where id = ${id}`.execute(trx)
    await sql`update message set deleted_at = ${now} where once = ${`news:${id}`} and deleted_at is null`.execute(trx)
  },
  audit: ({ id }, _result, { title }) => ({ subject: `news:${id}`, before: { title } }),
})
