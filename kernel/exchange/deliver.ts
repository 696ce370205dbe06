import { sql } from 'kysely'
import { type Database, inTransaction, json, type Trx } from '../db/database.ts'
import type { OutboxRow } from './outbox.ts'

/** A partner: takes one message and answers with its receipt, or throws. Must be idempotent by message id. */
export type Partner = { topic: string; deliver(message: OutboxRow): Promise<unknown> }

const MOST_ATTEMPTS = 12
const FIRST_WAIT_SECONDS = 5

/**
 * Delivers what waits, oldest first, one message at a time. A refusal is tried again after 5 s, 10 s, 20 s …, and after
 * 12 attempts set aside as dead for a person to look at. Returns how many were delivered.
 */
export async function deliverWaiting(database: Database, partners: readonly Partner[]): Promise<number> {
  let delivered = 0
  for (let message = await next(database, partners); message; message = await next(database, partners)) {
    const partner = partners.find(({ topic }) => topic === message?.topic)
    if (!partner) return delivered
    const { id } = message
    try {
      const receipt = await partner.deliver(message)
      await inTransaction(database.db, (trx) => markDelivered(trx, id, receipt))
      delivered++
    } catch (error) {
      await inTransaction(database.db, (trx) => markFailed(trx, id, String((error as Error).message)))
    }
  }
  return delivered
}

async function next({ db }: Database, partners: readonly Partner[]): Promise<OutboxRow | undefined> {
  const topics = partners.map(({ topic }) => topic)
  const { rows } = await sql<OutboxRow>`select sequence, id, topic, key, payload, made_at as "madeAt", state, attempts,
      delivered_at as "deliveredAt", last_error as "lastError" from outbox
    where state = 'waiting' and next_attempt_at <= now() and topic = any(${topics}::text[])
    order by sequence limit 1`.execute(db)
  return rows[0]
}

async function markDelivered(trx: Trx, id: string, receipt: unknown): Promise<void> {
  await sql`update outbox set state = 'delivered', delivered_at = now(), attempts = attempts + 1, receipt = ${json(receipt ?? null)},
    last_error = null where id = ${id}`.execute(trx)
}

async function markFailed(trx: Trx, id: string, error: string): Promise<void> {
  await sql`update outbox set attempts = attempts + 1, last_error = ${error.slice(0, 500)},
    state = case when attempts + 1 >= ${MOST_ATTEMPTS} then 'dead' else 'waiting' end,
    next_attempt_at = now() + make_interval(secs => ${FIRST_WAIT_SECONDS} * power(2, attempts)) where id = ${id}`.execute(
    trx,
  )
}
