import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { sm3 } from '../crypto/sm3.ts'
import type { Db, Trx } from '../db/database.ts'
import { PREPARED } from '../db/statement-names.ts'
import { admit, type Client, type NotAdmitted } from './admit.ts'
import type { Person } from './can.ts'
import { newId } from './new-id.ts'
import { ORGANISATION_OF_PERSON, type PersonRow, personColumns, personOf } from './people.ts'
import type { IdentityTables } from './tables.ts'

const SESSION_HOURS = 12
const LINK_HOURS = 24

export type SignedIn = { token: string; expiresAt: Date; personId: string }

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

/** Undefined when the link is unknown, used or expired, or its person has been ended; one that may not come in leaves it unused. */
export async function signInByLink(
  trx: Trx,
  token: string,
  client: Client,
  now: Date,
): Promise<SignedIn | NotAdmitted | undefined> {
  const { rows } = await sql<{ person: string }>`select l.person from sign_in_link l join person p on p.id = l.person
    where l.token_digest = ${sm3(token)} and l.used_at is null and l.expires_at > ${now} and p.ended_at is null
    for update of l`.execute(trx)
  const [link] = rows
  if (!link) return undefined
  const refused = await admit(trx, link.person, client, now)
  if (refused) return refused
  await sql`update sign_in_link set used_at = ${now} where token_digest = ${sm3(token)}`.execute(trx)
  return startSession(trx, link.person, client, now)
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
      agent: client.agent?.slice(0, 300) ?? null,
      device: client.device ?? null,
    })
    .execute()
  return { token, expiresAt, personId }
}

/** Who sends this token, with the rights of this moment; undefined when it is unknown, ended or expired. */
export async function personOfToken(db: Db, token: string, now: Date): Promise<Person | undefined> {
  return (await readSession(db, token, now))?.person
}

/** A session as it stands under a stamp (see access-stamp.ts), and till when. */
export type Session = { person: Person; stamp: string; expiresAt: Date }

export async function readSession(db: Db, token: string, now: Date): Promise<Session | undefined> {
  const { rows } = await sql<PersonRow & Pick<Session, 'stamp' | 'expiresAt'>>`${PREPARED}
    select ${personColumns(now)}, s.expires_at as "expiresAt", (select stamp from access_stamp) as stamp
    from session s join person p on p.id = s.person ${ORGANISATION_OF_PERSON}
    where s.token_digest = ${sm3(token)} and s.ended_at is null and s.expires_at > ${now} and p.ended_at is null`.execute(
    db,
  )
  const [row] = rows
  return row && { person: personOf(row), stamp: row.stamp, expiresAt: row.expiresAt }
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

/** Ends every way in that a person has open: sessions, and links not used yet. */
export async function endAccess(trx: Trx, personId: string, now: Date): Promise<void> {
  await sql`update session set ended_at = ${now} where person = ${personId} and ended_at is null`.execute(trx)
  await sql`update sign_in_link set expires_at = ${now} where person = ${personId} and used_at is null
    and expires_at > ${now}`.execute(trx)
}

const hoursAfter = (now: Date, hours: number) => new Date(now.getTime() + hours * 3_600_000)
