import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { sm3 } from '../crypto/sm3.ts'
import type { Db, Trx } from '../db/database.ts'
import { sendMessage } from '../messages/send-message.ts'
import { conflict, invalid, notFound, type Problem, Refusal, refuseIf } from '../problems/problem.ts'
import { holdersOf } from './holders.ts'
import { newId } from './new-id.ts'

export type NewRegistration = {
  login: string
  name: string
  phone: string
  /** id */
  organisation: string
  reason: string
  passwordHash: string
}

export type RegistrationState = {
  state: 'waiting' | 'approved' | 'refused'
  login: string
  askedAt: Date
  decidedAt: Date | null
  reason: string | null
}

/** As many may wait from one address within an hour: a whole team registers, a flood does not. */
const MOST_AN_HOUR = 20

/**
 * 移动用户注册: asks for an account, which the organisation's administrator grants or not. Answers a token, by which the phone asks how it
 * stands, and tells those who
 * decide.
 */
export async function register(
  trx: Trx,
  asked: NewRegistration,
  address: string,
  now: Date,
): Promise<{ id: string; token: string }> {
  refuseIf(await problemOf(trx, asked, address, now))
  const [id, token] = [newId(), randomBytes(32).toString('base64url')]
  const { login, name, phone, organisation, reason, passwordHash } = asked
  await sql`insert into registration (id, token_digest, login, name, phone, organisation, reason, password_hash, address, asked_at)
    values (${id}, ${sm3(token)}, ${login}, ${name}, ${phone}, ${organisation}, ${reason}, ${passwordHash},
      ${address}, ${now})`.execute(trx)
  const to = await holdersOf(trx, 'administration.registration.approve', organisation)
  const told = { title: 'registration.message.asked', params: { name, login, reason }, link: { registration: id } }
  await sendMessage(trx, { to, kind: 'account', ...told }, now)
  return { id, token }
}

type Standing = { taken: boolean; waiting: boolean; known: boolean; recent: number }

async function problemOf(
  trx: Trx,
  { login, organisation }: Pick<NewRegistration, 'login' | 'organisation'>,
  address: string,
  now: Date,
): Promise<Problem | undefined> {
  const { rows } = await sql<Standing>`select exists (select from person where login = ${login}) as taken,
    exists (select from registration where login = ${login} and state = 'waiting') as waiting,
    exists (select from organisation where id = ${organisation} and ended_at is null) as known,
    (select count(*)::int from registration where address = ${address}
      and asked_at > ${now}::timestamptz - interval '1 hour') as recent`.execute(trx)
  const { taken, waiting, known, recent } = rows[0]!
  if (recent >= MOST_AN_HOUR) return { code: 'registration.ask.too-many', status: 429 }
  if (!known) return invalid('registration.ask.unknown-organisation')
  if (taken) return conflict('registration.ask.login-taken', { login })
  return waiting ? conflict('registration.ask.waiting', { login }) : undefined
}

export async function registrationOf(db: Db, token: string): Promise<RegistrationState> {
  const { rows } = await sql<RegistrationState>`select state, login, asked_at as "askedAt", decided_at as "decidedAt",
      decided_why as reason from registration where token_digest = ${sm3(token)}`.execute(db)
  if (!rows[0]) throw new Refusal(notFound('registration.unknown'))
  return rows[0]
}

/** What one may register for; names only. */
export async function organisationsToJoin(db: Db): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from organisation
    where ended_at is null order by code`.execute(db)
  return rows
}
