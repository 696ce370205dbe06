import { sql } from 'kysely'
import { type Database, inTransaction, json, type Trx } from '../db/database.ts'
import type { OutboxRow } from './outbox.ts'

/** A partner: takes one message and answers with its receipt, or throws. Must be idempotent by message id. */
export type Partner = { topic: string; deliver(message: OutboxRow, signal: AbortSignal): Promise<unknown> }

/** `now`: the clock that decides what is due. `stop`: ends after the message that is under way. */
export type DeliveryManner = { now?: () => Date; stop?: AbortSignal }

const MOST_ATTEMPTS = 12
const FIRST_WAIT_SECONDS = 5
/** How long a partner may take; a message whose deliverer died is taken up again after the lease. */
const PATIENCE_MS = 30_000
const LEASE_SECONDS = 60

/**
 * Delivers what is due, oldest first, one message at a time; several processes share the work. A refusal is tried again
 * after 5 s, 10 s, 20 s …, without holding up younger messages, and after 12 attempts set aside as dead for a person to
 * look at. Returns how many were delivered.
 */
export async function deliverWaiting(
  { db }: Database,
  partners: readonly Partner[],
  { now = () => new Date(), stop }: DeliveryManner = {},
): Promise<number> {
  const topics = partners.map(({ topic }) => topic)
  let delivered = 0
  while (!stop?.aborted) {
    const message = await inTransaction(db, (trx) => takeNext(trx, topics, now()))
    const partner = partners.find(({ topic }) => topic === message?.topic)
    if (!message || !partner) break
    const outcome = await attempt(partner, message)
    await inTransaction(db, (trx) => note(trx, message.id, outcome, now()))
    if ('receipt' in outcome) delivered++
  }
  return delivered
}

type Outcome = { receipt: unknown } | { error: string }

async function attempt(partner: Partner, message: OutboxRow): Promise<Outcome> {
  const patience = AbortSignal.timeout(PATIENCE_MS)
  const tired = new Promise<never>((_resolve, reject) =>
    patience.addEventListener('abort', () => reject(new Error(`no answer within ${PATIENCE_MS / 1000} s`))),
  )
  try {
    return { receipt: (await Promise.race([partner.deliver(message, patience), tired])) ?? null }
  } catch (error) {
    return { error: String((error as Error).message).slice(0, 500) }
  }
}

/** The lease keeps other processes away while this one delivers, and runs out by itself if it dies. */
async function takeNext(trx: Trx, topics: string[], now: Date): Promise<OutboxRow | undefined> {
  const { rows } = await sql<OutboxRow>`update outbox
    set next_attempt_at = ${now}::timestamptz + make_interval(secs => ${LEASE_SECONDS})
    where sequence = (select sequence from outbox
      where state = 'waiting' and next_attempt_at <= ${now} and topic = any(${topics}::text[])
      order by sequence limit 1 for update skip locked)
    returning sequence, id, topic, key, payload, made_at as "madeAt", state, attempts, delivered_at as "deliveredAt",
      last_error as "lastError"`.execute(trx)
  return rows[0]
}

async function note(trx: Trx, id: string, outcome: Outcome, now: Date): Promise<void> {
  if ('receipt' in outcome)
    await sql`update outbox set state = 'delivered', delivered_at = ${now}, attempts = attempts + 1,
      receipt = ${json(outcome.receipt)}, last_error = null where id = ${id}`.execute(trx)
  else
    await sql`update outbox set attempts = attempts + 1, last_error = ${outcome.error},
      state = case when attempts + 1 >= ${MOST_ATTEMPTS} then 'dead' else 'waiting' end,
      next_attempt_at = ${now}::timestamptz + make_interval(secs => ${FIRST_WAIT_SECONDS} * power(2, attempts))
      where id = ${id}`.execute(trx)
}
