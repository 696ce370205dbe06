import { type Static, Type } from '@sinclair/typebox'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { inTransaction } from '../db/database.ts'
import { writeAudit } from '../identity/audit.ts'
import { checkPassword, signInByPassword } from '../identity/password-sign-in.ts'
import { loadPerson } from '../identity/people.ts'
import { endSession, signInByLink } from '../identity/sessions.ts'
import { forbidden, type Problem, Refusal } from '../problems/problem.ts'
import type { Surroundings } from './surroundings.ts'

export const COOKIE = 'yutu_session'

/** What a phone has named itself; a desk has no name. */
const device = Type.Optional(Type.String({ minLength: 8, maxLength: 100 }))
const SignIn = Type.Union([
  Type.Object({ link: Type.String({ minLength: 20, maxLength: 100 }), device }),
  Type.Object({ login: Type.String({ maxLength: 64 }), password: Type.String({ maxLength: 256 }), device }),
])

const refusals: Record<string, (request: FastifyRequest) => Problem> = {
  link: () => ({ code: 'session.start.link-used', status: 401 }),
  wrong: () => ({ code: 'session.start.wrong', status: 401 }),
  locked: () => ({ code: 'session.start.locked', status: 429 }),
  address: ({ ip }) => forbidden('session.address-refused', { address: ip }),
  device: ({ body }) => {
    const named = (body as Static<typeof SignIn>).device
    return named === undefined
      ? forbidden('session.start.no-device')
      : forbidden('session.start.device-not-approved', { device: named.slice(-6) })
  },
}

/** Sign-in, who-am-I and sign-out: the only writes outside the action pipeline, since nobody is signed in yet. */
export function sessionRoutes(server: FastifyInstance, surroundings: Surroundings): void {
  server.post('/api/session', { schema: { body: SignIn } }, async (request, reply) => {
    const { token, expiresAt, person } = await signIn(request, surroundings)
    reply.setCookie(COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: request.protocol === 'https',
      expires: expiresAt,
    })
    return { person }
  })
  server.get('/api/session', async (request) => ({ person: request.person }))
  server.delete('/api/session', async (request, reply) => {
    await signOut(request, surroundings)
    reply.clearCookie(COOKIE, { path: '/' })
    return { person: null }
  })
}

async function signIn(request: FastifyRequest, { database, auditKey }: Surroundings) {
  const body = request.body as Static<typeof SignIn>
  const client = { address: request.ip, agent: request.headers['user-agent'], device: body.device }
  const now = new Date()
  const attempt = 'login' in body ? await checkPassword(database.db, body.login, body.password) : undefined
  // A failed try is written down too, so the transaction must commit; the refusal is thrown after it.
  const signedIn = await inTransaction(database.db, async (trx) => {
    const result = attempt
      ? await signInByPassword(trx, attempt, client, now)
      : ((await signInByLink(trx, (body as { link: string }).link, client, now)) ?? 'link')
    const person = typeof result === 'string' ? null : result.personId
    const subject = attempt ? `login:${attempt.login}` : `person:${person ?? 'unknown'}`
    const after = { result: typeof result === 'string' ? result : 'started' }
    await writeAudit(trx, { at: now, person, verb: 'session.start', subject, address: request.ip, after }, auditKey)
    return typeof result === 'string' ? result : { ...result, person: await loadPerson(trx, result.personId) }
  })
  if (typeof signedIn === 'string') throw new Refusal(refusals[signedIn]!(request))
  return signedIn
}

async function signOut(request: FastifyRequest, { database, auditKey }: Surroundings): Promise<void> {
  const token = request.cookies[COOKIE]
  const { person } = request
  if (!token || !person) return
  const now = new Date()
  await inTransaction(database.db, async (trx) => {
    await endSession(trx, token, now)
    await writeAudit(
      trx,
      { at: now, person: person.id, verb: 'session.end', subject: `person:${person.id}`, address: request.ip },
      auditKey,
    )
  })
}
