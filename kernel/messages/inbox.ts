import { type RawBuilder, sql } from 'kysely'
import type { Db, Trx } from '../db/database.ts'
import { ringFor } from './channel.ts'
import type { Message, MessageKind, Unread } from './message.ts'

const COLUMNS = sql`id, kind, title, params, link, at, read_at as "readAt"`

/** What one may ask of an inbox: one kind, only unread ones, older than a message (its id). */
export type InboxFilter = { kind?: MessageKind; unread?: boolean; before?: string; limit: number }

/** The newest first. */
export async function messagesOf(trx: Trx, person: string, filter: InboxFilter): Promise<Message[]> {
  const { kind, unread = false, before, limit } = filter
  const { rows } = await sql<Message>`select ${COLUMNS} from message
    where person = ${person} and deleted_at is null and (${kind ?? null}::text is null or kind = ${kind ?? null})
      and (not ${unread} or read_at is null) and (${before ?? null}::uuid is null or id < ${before ?? null})
    order by id desc limit ${limit}`.execute(trx)
  return rows
}

/** What a message says of its time is when it was written, not when its transaction came to its end. */
const LATEST_COMMIT = '2 minutes'
const MOST = 200

/**
 * What has come since an instant, the oldest first; also some from shortly before, which may have been committed later: a reader
 * knows by their id those it has seen.
 */
export async function messagesSince(db: Db, person: string, since: Date): Promise<Message[]> {
  const { rows } = await sql<Message>`select * from (select ${COLUMNS} from message
    where person = ${person} and deleted_at is null and at >= ${since}::timestamptz - ${LATEST_COMMIT}::interval
    order by id desc limit ${MOST}) as newest order by id`.execute(db)
  return rows
}

export async function unreadOf(db: Db, person: string): Promise<Unread> {
  const { rows } = await sql<{ kind: MessageKind; n: number }>`select kind, count(*)::int as n from message
    where person = ${person} and read_at is null and deleted_at is null group by kind`.execute(db)
  return {
    unread: rows.reduce((sum, { n }) => sum + n, 0),
    byKind: Object.fromEntries(rows.map(({ kind, n }) => [kind, n])),
  }
}

/** Which of one's own messages: some by id, all of a kind, or all. */
export type Which = { ids: string[] } | { kind: MessageKind } | 'all'

const chosen = (which: Which): RawBuilder<unknown> => {
  if (which === 'all') return sql`true`
  return 'ids' in which ? sql`id = any(${which.ids}::uuid[])` : sql`kind = ${which.kind}`
}

/** Only the person's own; those read or deleted already are left as they are. Returns how many. */
export async function markRead(trx: Trx, person: string, which: Which, now: Date): Promise<number> {
  return change(
    trx,
    person,
    sql`update message set read_at = ${now} where person = ${person} and ${chosen(which)}
    and read_at is null and deleted_at is null`,
  )
}

export async function deleteMessages(trx: Trx, person: string, which: Which, now: Date): Promise<number> {
  return change(
    trx,
    person,
    sql`update message set deleted_at = ${now} where person = ${person} and ${chosen(which)}
    and deleted_at is null`,
  )
}

async function change(trx: Trx, person: string, update: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows = 0n } = await update.execute(trx)
  // One's other pages count anew.
  if (numAffectedRows > 0n) await ringFor(trx, [person])
  return Number(numAffectedRows)
}
