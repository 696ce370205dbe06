import { sql } from 'kysely'
import { hashPassword, isPasswordOutdated, verifyPassword } from '../crypto/password.ts'
import { type Db, inTransaction, type Trx } from '../db/database.ts'
import { admit, type Client, type NotAdmitted } from './admit.ts'
import { type SignedIn, startSession } from './sessions.ts'
import type { IdentityTables } from './tables.ts'

const FAILURES_ALLOWED = 5
const FAILURE_WINDOW = '15 minutes'

/** A password that was held against what is stored, and what was stored then. */
export type Attempt = { login: string; right: boolean; stored: string | null; renewed?: string }

/** The slow part (about 70 ms on purpose): no connection is held while it lasts. An unknown login takes as long as a known one. */
export async function checkPassword(db: Db, login: string, password: string): Promise<Attempt> {
  const stored = await inTransaction(db, (trx) => passwordHashOf(trx, login))
  const right = await verifyPassword(password, stored ?? undefined)
  const renewed = right && isPasswordOutdated(stored ?? '') ? await hashPassword(password) : undefined
  return { login, right, stored, renewed }
}

async function passwordHashOf(trx: Trx, login: string): Promise<string | null> {
  const person = await trx
    .withTables<IdentityTables>()
    .selectFrom('person')
    .select('password_hash')
    .where('login', '=', login)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return person?.password_hash ?? null
}

/**
 * `locked`: too many wrong passwords within 15 minutes; `wrong`: unknown login or wrong password, deliberately one answer. What the
 * account is bound to is told only to whoever knows the password.
 */
export async function signInByPassword(
  trx: Trx,
  attempt: Attempt,
  client: Client,
  now: Date,
): Promise<SignedIn | NotAdmitted | 'wrong' | 'locked'> {
  const { login, right, stored, renewed } = attempt
  // Guesses that come all at once are counted one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${login}, 1))`.execute(trx)
  if (await isLocked(trx, login, now)) return 'locked'
  const person = right && stored ? await personStillWith(trx, login, stored) : undefined
  if (!person) {
    await noteFailure(trx, login, now)
    return 'wrong'
  }
  await sql`delete from sign_in_failure where login = ${login}`.execute(trx)
  if (renewed) await sql`update person set password_hash = ${renewed} where id = ${person}`.execute(trx)
  return (await admit(trx, person, client, now)) ?? startSession(trx, person, client, now)
}

/** The password may have been changed, or the account ended, while it was being checked. */
async function personStillWith(trx: Trx, login: string, stored: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from person
    where login = ${login} and password_hash = ${stored} and ended_at is null`.execute(trx)
  return rows[0]?.id
}

async function isLocked(trx: Trx, login: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ failures: number }>`select count(*) as failures from sign_in_failure
    where login = ${login} and at > ${now}::timestamptz - ${FAILURE_WINDOW}::interval`.execute(trx)
  return (rows[0]?.failures ?? 0) >= FAILURES_ALLOWED
}

/** Older failures of anybody count no more and are forgotten here. */
async function noteFailure(trx: Trx, login: string, now: Date): Promise<void> {
  await sql`delete from sign_in_failure where at <= ${now}::timestamptz - ${FAILURE_WINDOW}::interval`.execute(trx)
  await sql`insert into sign_in_failure (login, at) values (${login}, ${now})`.execute(trx)
}
