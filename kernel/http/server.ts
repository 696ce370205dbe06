import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { inTransaction } from '../db/database.ts'
import type { Person } from '../identity/can.ts'
import { personOfToken } from '../identity/sessions.ts'
import { startJob } from '../jobs/start-job.ts'
import { forbidden, Refusal } from '../problems/problem.ts'
import { type AnyAction, type AnyQuery, type Context, type Download, pathOf } from './action.ts'
import { fileRoutes } from './file-routes.ts'
import { openApi } from './open-api.ts'
import { writeProblem } from './problem-writer.ts'
import { readInput } from './read-input.ts'
import { runAction, runQuery } from './run-action.ts'
import { COOKIE, sessionRoutes } from './session-routes.ts'
import type { Surroundings } from './surroundings.ts'

declare module 'fastify' {
  interface FastifyRequest {
    person: Person | null
  }
}

const CONTENT_SECURITY_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

/** The HTTP face of all modules. Listens nowhere yet: the caller does, or injects requests. */
export async function buildServer(surroundings: Surroundings): Promise<FastifyInstance> {
  const server = fastify({ bodyLimit: 20 * 1024 * 1024, routerOptions: { maxParamLength: 200 } })
  await server.register(cookie)
  server.setErrorHandler(writeProblem)
  server.decorateRequest('person', null)
  server.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
    if (request.url.startsWith('/api/')) await authenticate(request, surroundings)
  })
  sessionRoutes(server, surroundings)
  fileRoutes(server, surroundings)
  for (const { actions, queries } of surroundings.modules) {
    for (const action of actions) routeAction(server, surroundings, action)
    for (const query of queries) routeQuery(server, surroundings, query)
  }
  server.get('/api/openapi.json', async () => openApi(surroundings.modules))
  server.get('/api/health', async () => ({ ok: true, engine: surroundings.database.engine }))
  return server
}

async function authenticate(request: FastifyRequest, { database }: Surroundings): Promise<void> {
  refuseForeignOrigin(request)
  const token = request.cookies[COOKIE] ?? request.headers.authorization?.replace(/^Bearer /, '')
  if (token) request.person = (await inTransaction(database.db, (trx) => personOfToken(trx, token, new Date()))) ?? null
}

/** A page of another site must not act with this person's cookie. */
function refuseForeignOrigin(request: FastifyRequest): void {
  const { origin } = request.headers
  if (!origin || request.method === 'GET') return
  if (URL.canParse(origin) && new URL(origin).host === request.headers.host) return
  throw new Refusal(forbidden('kernel.foreign-origin', { origin }))
}

function routeAction(server: FastifyInstance, surroundings: Surroundings, action: AnyAction): void {
  server.post(pathOf(action.verb), { schema: { body: action.input } }, async (request) => {
    let asked = false
    const result = await inTransaction(surroundings.database.db, (trx) => {
      const context = contextOf(request, trx, surroundings, () => (asked = true))
      return runAction(action, context, request.body, surroundings.auditKey)
    })
    if (asked) surroundings.wakeJobs()
    return result ?? {}
  })
}

function routeQuery(server: FastifyInstance, surroundings: Surroundings, query: AnyQuery): void {
  server.get(query.path ?? pathOf(query.name), async (request, reply) => {
    const input = readInput(query, { ...(request.query as object), ...(request.params as object) })
    const result = await inTransaction(surroundings.database.db, (trx) =>
      runQuery(
        query,
        contextOf(request, trx, surroundings, () => {}),
        input,
      ),
    )
    if (!query.bytes) return result ?? {}
    const { mediaType, bytes, fileName, cacheSeconds } = result as Download
    reply.type(mediaType).header('cache-control', cacheSeconds ? `private, max-age=${cacheSeconds}` : 'no-store')
    if (fileName) reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    return reply.send(Buffer.from(bytes))
  })
}

function contextOf(request: FastifyRequest, trx: Context['trx'], { files }: Surroundings, onJob: () => void): Context {
  const { person } = request
  if (!person) throw new Refusal({ code: 'session.missing', status: 401 })
  const now = new Date()
  return {
    trx,
    person,
    now,
    files,
    address: request.ip,
    startJob(job) {
      onJob()
      return startJob(trx, job, person.id, now)
    },
  }
}
