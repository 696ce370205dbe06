import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { uuidv7 } from '../crypto/uuid.ts'
import { json, type Trx } from '../db/database.ts'
import { ringFor } from './channel.ts'
import type { MessageKind, MessageLink } from './message.ts'

/** `to`: ids of people. `once`: the same person is told the same only once, for ever. */
export type NewMessage = {
  to: readonly string[]
  kind: MessageKind
  /** A key of the texts, in both languages */
  title: string
  params?: Record<string, unknown>
  link?: MessageLink
  once?: string
}

/**
 * Tells people something, in the caller's transaction: it lies in their inbox when that commits, and their open pages hear of it,
 * on whatever server. Ended accounts are left out. Gateways that are switched on get a push to do.
 */
export async function sendMessage(
  trx: Trx,
  { to, kind, title, params = {}, link = {}, once }: NewMessage,
  now: Date,
): Promise<void> {
  const people = [...new Set(to)]
  if (people.length === 0) return
  const ids = people.map(() => uuidv7(now.getTime(), randomBytes(10)))
  await sql`with told as (
      insert into message (id, person, kind, title, params, link, once, at)
      select t.id, p.id, ${kind}, ${title}, ${json(params)}, ${json(link)}, ${once ?? null}, ${now}
        from unnest(${ids}::uuid[], ${people}::uuid[]) as t (id, person) join person p on p.id = t.person
        where p.ended_at is null
      on conflict (person, once) where once is not null do nothing
      returning id)
    insert into message_push (message, hook, next_at) select told.id, h.id, ${now} from told, message_hook h
      where h.enabled and (h.kinds = '{}' or ${kind} = any(h.kinds))`.execute(trx)
  await ringFor(trx, people)
}
