import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import type { Trx } from '../db/database.ts'
import { forgetSession, OutOfDate, sessionOf, underStamp } from '../identity/access-stamp.ts'
import type { Person } from '../identity/can.ts'
import { isWithin } from '../identity/networks.ts'
import { personOfToken } from '../identity/sessions.ts'
import { startJob } from '../jobs/start-job.ts'
import { forbidden, Refusal, refuseIf } from '../problems/problem.ts'
import { type AnyAction, type AnyQuery, type Context, type Download, pathOf } from './action.ts'
import { fileRoutes } from './file-routes.ts'
import { keepable } from './keepable.ts'
import { messageStream } from './message-stream.ts'
import { openApi } from './open-api.ts'
import { BODY_LIMIT, writeProblem } from './problem-writer.ts'
import { readInput } from './read-input.ts'
import { registrationRoutes } from './registration-routes.ts'
import { NOT_SIGNED_IN, runAction, runQuery } from './run-action.ts'
import { sendDownload } from './send-download.ts'
import { COOKIE, sessionRoutes } from './session-routes.ts'
import type { Surroundings } from './surroundings.ts'

declare module 'fastify' {
  interface FastifyRequest {
    person: Person | null
    /** the stamp under which the person was read, when that was before this request */
    stamp: string | null
  }
  interface FastifyContextConfig {
    /** its work is done in `signedIn`, which makes sure of the person */
    makesSure?: true
  }
}

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(self), microphone=()',
}

/** The HTTP face of all modules. Listens nowhere yet: the caller does, or injects requests. */
export async function buildServer(surroundings: Surroundings): Promise<FastifyInstance> {
  const server = fastify({
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 200 },
    // Only a proxy on this machine may say who it speaks for.
    trustProxy: 'loopback',
    // A body is JSON and says its types itself: nothing is turned into something else, nothing dropped.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  })
  await server.register(cookie)
  server.setErrorHandler(writeProblem)
  server.decorateRequest('person', null)
  server.decorateRequest('stamp', null)
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(SECURITY_HEADERS)
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000')
    // By route, not by address: «/%61pi/…» is the same route.
    if (!request.routeOptions.url?.startsWith('/api/')) return
    reply.header('cache-control', 'no-store')
    await authenticate(request, surroundings)
  })
  sessionRoutes(server, surroundings)
  registrationRoutes(server, surroundings)
  fileRoutes(server, surroundings)
  messageStream(server, surroundings, async (request) => {
    await authenticate(request, surroundings)
    return request.person !== null
  })
  for (const { actions, queries } of surroundings.modules) {
    for (const action of actions) routeAction(server, surroundings, action)
    for (const query of queries) routeQuery(server, surroundings, query)
  }
  server.get('/api/openapi.json', async () => openApi(surroundings.modules))
  server.get('/api/health', async () => ({ ok: true, engine: surroundings.database.engine }))
  return server
}

async function authenticate(request: FastifyRequest, { database: { db } }: Surroundings): Promise<void> {
  refuseForeignOrigin(request)
  const token = tokenOf(request)
  request.stamp = null
  if (!token) request.person = null
  else if (request.routeOptions.config.makesSure) await recall(request, db, token)
  else request.person = (await personOfToken(db, token, new Date())) ?? null
  if (request.person && !isWithin(request.person.networks, request.ip))
    throw new Refusal(forbidden('session.address-refused', { address: request.ip }))
}

const tokenOf = ({ cookies, headers }: FastifyRequest) =>
  cookies[COOKIE] ?? headers.authorization?.replace(/^Bearer /, '')

async function recall(request: FastifyRequest, db: Surroundings['database']['db'], token: string): Promise<void> {
  let found = await sessionOf(db, token, new Date())
  if (found?.isKept && !isWithin(found.session.person.networks, request.ip)) {
    forgetSession(db, token)
    found = await sessionOf(db, token, new Date())
  }
  request.person = found?.session.person ?? null
  request.stamp = found?.isKept ? found.session.stamp : null
}

/** A transaction of the person who asks, with the rights of this moment: who was read before is read anew where rights have changed. */
async function signedIn<T>(
  request: FastifyRequest,
  surroundings: Surroundings,
  kind: 'reading' | 'writing',
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  const { db } = surroundings.database
  try {
    return await underStamp(db, request.stamp, kind, work)
  } catch (error) {
    if (!(error instanceof OutOfDate)) throw error
    forgetSession(db, tokenOf(request) ?? '')
    await authenticate(request, surroundings)
    await requirePerson(request)
    return signedIn(request, surroundings, kind, work)
  }
}

/** Asked before anything is read: a stranger learns nothing about what an input should be. */
async function requirePerson({ person }: FastifyRequest): Promise<void> {
  if (!person) throw new Refusal(NOT_SIGNED_IN)
}

/** A page of another site must not act with this person's cookie. */
function refuseForeignOrigin(request: FastifyRequest): void {
  const { origin } = request.headers
  if (!origin || request.method === 'GET' || request.method === 'HEAD') return
  if (URL.canParse(origin) && new URL(origin).host === request.host) return
  throw new Refusal(forbidden('kernel.foreign-origin', { origin }))
}

function routeAction(server: FastifyInstance, surroundings: Surroundings, action: AnyAction): void {
  const options = { schema: { body: action.input }, config: { makesSure: true as const }, onRequest: requirePerson }
  server.post(pathOf(action.verb), options, async (request) => {
    refuseIf(keepable(request.body))
    let asked = false
    const result = await signedIn(request, surroundings, 'writing', (trx) => {
      const context = contextOf(request, trx, surroundings, () => (asked = true))
      return runAction(action, context, request.body, surroundings.auditKey)
    })
    if (asked) surroundings.wakeJobs()
    return result ?? {}
  })
}

function routeQuery(server: FastifyInstance, surroundings: Surroundings, query: AnyQuery): void {
  const options = { config: { makesSure: true as const }, onRequest: requirePerson }
  server.get(query.path ?? pathOf(query.name), options, async (request, reply) => {
    const input = readInput(query, { ...(request.query as object), ...(request.params as object) })
    const result = await signedIn(request, surroundings, 'reading', (trx) =>
      runQuery(query, contextOf(request, trx, surroundings), input),
    )
    if (!query.bytes) return result ?? {}
    return sendDownload({ request, reply, files: surroundings.files }, result as Download)
  })
}

/** `onJob` tells that background work was asked for; a query cannot ask, its transaction only reads. */
function contextOf(request: FastifyRequest, trx: Trx, { files }: Surroundings, onJob = () => {}): Context {
  const person = request.person!
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
