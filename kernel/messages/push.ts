import { sql } from 'kysely'
import { hmacSm3 } from '../crypto/sm3.ts'
import type { Db, Trx } from '../db/database.ts'

/** What a gateway (短信, 政务钉钉) is sent; the title is a key of the texts, the gateway has the sentences. */
export type Push = {
  id: string
  person: { login: string; name: string; phone: string | null }
  kind: string
  title: string
  params: unknown
  at: Date
}
type Due = Push & { hook: string; url: string; secret: string; attempts: number }

/** Seconds before the next try, by how many have failed; the last goes on for a day, then it is given up. */
const WAITS = [30, 120, 600, 3_600, 21_600, 43_200]
const ANSWER_MS = 10_000

/** Sends what is due to the gateways that are on, each at least once; a gateway knows what it has had by its id. Gives how many were tried. */
export async function pushDue(db: Db, now: Date, limit = 20): Promise<number> {
  const due = await duePushes(db, now, limit)
  for (const push of due) {
    const error = await post(push).catch((reason: Error) => reason.message)
    await settle(db, push, error ?? null, now)
  }
  return due.length
}

/** Taken for a minute, so that another server leaves them alone meanwhile. */
async function duePushes(db: Db | Trx, now: Date, limit: number): Promise<Due[]> {
  const { rows } = await sql<Due>`with due as (
      select p.message, p.hook from message_push p join message_hook h on h.id = p.hook and h.enabled
      where p.done_at is null and p.next_at <= ${now} order by p.next_at limit ${limit} for update of p skip locked),
    taken as (update message_push p set next_at = ${now}::timestamptz + interval '1 minute' from due
      where p.message = due.message and p.hook = due.hook returning p.message, p.hook, p.attempts)
    select m.id, m.kind, m.title, m.params, m.at, t.hook, t.attempts, h.url, h.secret,
      jsonb_build_object('login', r.login, 'name', r.name, 'phone', r.phone) as person
    from taken t join message m on m.id = t.message join message_hook h on h.id = t.hook join person r on r.id = m.person
    order by m.id`.execute(db)
  return rows
}

/** Undefined: taken. `x-yutu-signature`: HMAC-SM3 over the body with the key of the gateway. */
async function post({ hook: _, url, secret, attempts: __, ...push }: Due): Promise<string | undefined> {
  const body = JSON.stringify(push)
  const headers = {
    'content-type': 'application/json',
    'x-yutu-signature': hmacSm3(new TextEncoder().encode(secret), body),
  }
  const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(ANSWER_MS) })
  await answer.arrayBuffer()
  return answer.ok ? undefined : `HTTP ${answer.status}`
}

async function settle(db: Db, { id, hook, attempts }: Due, error: string | null, now: Date): Promise<void> {
  const wait = error === null ? null : WAITS[attempts]
  const done = wait === null || wait === undefined ? now : null
  const next = new Date(now.getTime() + (wait ?? 0) * 1000)
  await sql`update message_push set attempts = attempts + 1, last_error = ${error}, done_at = ${done}, next_at = ${next}
    where message = ${id} and hook = ${hook}`.execute(db)
}
