import { sql } from 'kysely'
import { json, type Trx } from '../db/database.ts'
import { newId } from '../identity/new-id.ts'

/** `key` makes the message one: publishing the same topic and key again changes nothing. */
export type Message = { topic: string; key: string; payload: unknown }

export type OutboxRow = {
  sequence: number
  id: string
  topic: string
  key: string
  payload: unknown
  madeAt: Date
  state: 'waiting' | 'delivered' | 'dead'
  attempts: number
  deliveredAt: Date | null
  lastError: string | null
}

/** Writes a message in the transaction of the act it tells of; a reader gets it after commit, at least once. */
export async function publish(trx: Trx, { topic, key, payload }: Message, now: Date): Promise<void> {
  await sql`insert into outbox (id, topic, key, payload, made_at, next_attempt_at)
    values (${newId()}, ${topic}, ${key}, ${json(payload)}, ${now}, ${now}) on conflict (topic, key) do nothing`.execute(
    trx,
  )
}

const columns = sql`sequence, id, topic, key, payload, made_at as "madeAt", state, attempts, delivered_at as "deliveredAt", last_error as "lastError"`

/** Newest first, below `before` when paging. */
export async function messages(
  trx: Trx,
  filter: { topic?: string; state?: string; before?: number; limit: number },
): Promise<OutboxRow[]> {
  const { rows } = await sql<OutboxRow>`select ${columns} from outbox
    where (${filter.topic ?? null}::text is null or topic = ${filter.topic ?? null})
      and (${filter.state ?? null}::text is null or state = ${filter.state ?? null})
      and (${filter.before ?? null}::bigint is null or sequence < ${filter.before ?? null})
    order by sequence desc limit ${filter.limit}`.execute(trx)
  return rows
}

/** 补推: a delivered or dead message waits again; its reader is idempotent by id. */
export async function sendAgain(trx: Trx, ids: string[], now: Date): Promise<number> {
  const result =
    await sql`update outbox set state = 'waiting', attempts = 0, next_attempt_at = ${now}, last_error = null
    where id = any(${ids}::uuid[])`.execute(trx)
  return Number(result.numAffectedRows ?? 0)
}
