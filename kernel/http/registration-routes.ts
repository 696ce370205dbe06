import { type Static, Type } from '@sinclair/typebox'
import type { FastifyInstance } from 'fastify'
import { hashPassword } from '../crypto/password.ts'
import { inTransaction } from '../db/database.ts'
import { writeAudit } from '../identity/audit.ts'
import { LOGIN } from '../identity/login-spelling.ts'
import { refusePassword } from '../identity/password-policy.ts'
import { organisationsToJoin, register, registrationOf } from '../identity/registrations.ts'
import { refuseIf } from '../problems/problem.ts'
import type { Surroundings } from './surroundings.ts'

const Words = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: '\\S' })
const Asked = Type.Object({
  login: Type.String({ pattern: LOGIN }),
  name: Words(40),
  phone: Type.String({ pattern: '^[0-9+ -]{5,20}$' }),
  organisation: Type.String({ format: 'uuid' }),
  reason: Words(500),
  password: Type.String({ maxLength: 128 }),
})

/** Asking for an account, and how that stands: for those who have none yet, so outside the action pipeline like signing in. */
export function registrationRoutes(server: FastifyInstance, { database, auditKey }: Surroundings): void {
  server.get('/api/registrations/organisations', async () => ({ rows: await organisationsToJoin(database.db) }))
  server.get<{ Params: { token: string } }>('/api/registrations/:token', async ({ params }) =>
    registrationOf(database.db, params.token),
  )
  server.post('/api/registrations', { schema: { body: Asked } }, async (request) => {
    const { password, ...rest } = request.body as Static<typeof Asked>
    const { login, name, organisation } = rest
    refuseIf(refusePassword(password, login))
    const asked = { ...rest, passwordHash: await hashPassword(password) }
    const now = new Date()
    return inTransaction(database.db, async (trx) => {
      const { id, token } = await register(trx, asked, request.ip, now)
      const what = { subject: `registration:${id}`, after: { login, name, organisation } }
      await writeAudit(trx, { at: now, person: null, verb: 'registration.ask', address: request.ip, ...what }, auditKey)
      return { id, token }
    })
  })
}
