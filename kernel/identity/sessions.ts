import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { hashPassword, isPasswordOutdated, verifyPassword } from '../crypto/password.ts'
import { sm3 } from '../crypto/sm3.ts'
import type { Trx } from '../db/database.ts'
import type { Person } from './can.ts'
import { newId } from './new-id.ts'
import { loadPerson } from './people.ts'
import type { IdentityTables } from './tables.ts'

const SESSION_HOURS = 12
const LINK_HOURS = 24
const FAILURES_ALLOWED = 5
const FAILURE_WINDOW = '15 minutes'

export type Client = { address?: string; agent?: string }
type SignedIn = { token: string; expiresAt: Date; personId: string }

/** Only digests of tokens are stored: who reads the table cannot use it. */
const newToken = () => randomBytes(32).toString('base64url')

/** A one-time link's token for `personId`, good for 24 hours. */
export async function createSignInLink(trx: Trx, personId: string, now: Date): Promise<string> {
  const token = newToken()
  await trx
    .withTables<IdentityTables>()
    .insertInto('sign_in_link')
    .values({ token_digest: sm3(token), person: personId, expires_at: hoursAfter(now, LINK_HOURS), used_at: null })
    .execute()
  return token
}

export async function signInByLink(trx: Trx, token: string, client: Client, now: Date): Promise<SignedIn | undefined> {
  const used = await trx
    .withTables<IdentityTables>()
    .updateTable('sign_in_link')
    .set({ used_at: now })
    .where('token_digest', '=', sm3(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('person')
    .executeTakeFirst()
  return used && startSession(trx, used.person, client, now)
}

/** `locked`: too many wrong passwords within 15 minutes; `wrong`: unknown login or wrong password, deliberately one answer. */
export async function signInByPassword(
  trx: Trx,
  login: string,
  password: string,
  client: Client,
  now: Date,
): Promise<SignedIn | 'wrong' | 'locked'> {
  const tables = trx.withTables<IdentityTables>()
  if (await isLocked(trx, login, now)) return 'locked'
  const person = await tables
    .selectFrom('person')
    .selectAll()
    .where('login', '=', login)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (!(await verifyPassword(password, person?.password_hash ?? undefined)) || !person) {
    await tables.insertInto('sign_in_failure').values({ login, at: now }).execute()
    return 'wrong'
  }
  if (isPasswordOutdated(person.password_hash ?? '')) {
    await tables
      .updateTable('person')
      .set({ password_hash: await hashPassword(password) })
      .where('id', '=', person.id)
      .execute()
  }
  return startSession(trx, person.id, client, now)
}

async function isLocked(trx: Trx, login: string, now: Date): Promise<boolean> {
  const { rows } = await sql<{ failures: number }>`select count(*) as failures from sign_in_failure
    where login = ${login} and at > ${now}::timestamptz - ${FAILURE_WINDOW}::interval`.execute(trx)
  return (rows[0]?.failures ?? 0) >= FAILURES_ALLOWED
}

export async function startSession(trx: Trx, personId: string, client: Client, now: Date): Promise<SignedIn> {
  const token = newToken()
  const expiresAt = hoursAfter(now, SESSION_HOURS)
  await trx
    .withTables<IdentityTables>()
    .insertInto('session')
    .values({
      id: newId(),
      token_digest: sm3(token),
      person: personId,
      started_at: now,
      expires_at: expiresAt,
      ended_at: null,
      address: client.address ?? null,
      agent: client.agent ?? null,
    })
    .execute()
  return { token, expiresAt, personId }
}

/** Who sends this token, with the rights of this moment; undefined when it is unknown, ended or expired. */
export async function personOfToken(trx: Trx, token: string, now: Date): Promise<Person | undefined> {
  const session = await trx
    .withTables<IdentityTables>()
    .selectFrom('session')
    .select('person')
    .where('token_digest', '=', sm3(token))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return session && loadPerson(trx, session.person)
}

export async function endSession(trx: Trx, token: string, now: Date): Promise<void> {
  await trx
    .withTables<IdentityTables>()
    .updateTable('session')
    .set({ ended_at: now })
    .where('token_digest', '=', sm3(token))
    .where('ended_at', 'is', null)
    .execute()
}

const hoursAfter = (now: Date, hours: number) => new Date(now.getTime() + hours * 3_600_000)
