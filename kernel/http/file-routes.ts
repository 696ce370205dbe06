import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DigestDiffers, TooLarge } from '../files/file-store.ts'
import { can, type Person } from '../identity/can.ts'
import { forbidden, type Problem, Refusal } from '../problems/problem.ts'
import { NOT_SIGNED_IN } from './run-action.ts'
import type { Surroundings } from './surroundings.ts'

/** A whole county's delivery or a full-size photo fits; anything larger is cut into several. */
const LIMIT = 300 * 1024 * 1024
const TOO_LARGE: Problem = { code: 'kernel.too-large', status: 413, params: { limit: LIMIT / 1024 / 1024 } }

/**
 * PUT /api/files: the raw bytes go to the file store and come back as {digest, size}. Sending the same bytes again is
 * harmless. An upload that breaks off leaves nothing behind; an action then names the digest.
 */
export function fileRoutes(server: FastifyInstance, { files }: Surroundings): void {
  server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  server.put('/api/files', { bodyLimit: LIMIT, onRequest: requirePut }, async (request) => {
    if (!(request.body instanceof Readable))
      throw new Refusal({ code: 'kernel.request', status: 415, params: { message: 'application/octet-stream' } })
    const expected = request.headers['x-file-digest']
    return files.putStream(request.body as Readable, LIMIT, expected?.toString()).catch(refuse)
  })
}

/** Asked before the body is read: whoever may not upload is not listened to. */
async function requirePut({ person, headers }: FastifyRequest, reply: FastifyReply): Promise<void> {
  const problem = refuseUpload(person, Number(headers['content-length'] ?? 0))
  if (!problem) return
  reply.header('connection', 'close')
  throw new Refusal(problem)
}

function refuseUpload(person: Person | null, size: number): Problem | undefined {
  if (!person) return NOT_SIGNED_IN
  if (!can(person, 'files.put')) return forbidden('kernel.no-right', { verb: 'files.put', area: '' })
  return size > LIMIT ? TOO_LARGE : undefined
}

function refuse(error: unknown): never {
  if (error instanceof DigestDiffers) throw new Refusal({ code: 'files.put.digest-differs', status: 422 })
  if (error instanceof TooLarge) throw new Refusal(TOO_LARGE)
  throw error
}
