import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { TooLarge } from '../files/file-store.ts'
import { can } from '../identity/can.ts'
import { forbidden, Refusal } from '../problems/problem.ts'
import type { Surroundings } from './surroundings.ts'

/** A whole county's delivery or a full-size photo fits; anything larger is cut into several. */
const LIMIT = 300 * 1024 * 1024

/**
 * PUT /api/files: the raw bytes go to the file store and come back as {digest, size}. Sending the same bytes again is
 * harmless. An upload that breaks off leaves nothing behind; an action then names the digest.
 */
export function fileRoutes(server: FastifyInstance, { files }: Surroundings): void {
  server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  server.put('/api/files', { bodyLimit: LIMIT }, async (request) => {
    if (!request.person || !can(request.person, 'files.put'))
      throw new Refusal(forbidden('kernel.no-right', { verb: 'files.put' }))
    const expected = request.headers['x-file-digest']
    const stored = await files.putStream(request.body as Readable, LIMIT).catch(refuseTooLarge)
    if (expected && expected !== stored.digest) throw new Refusal({ code: 'files.put.digest-differs', status: 422 })
    return stored
  })
}

function refuseTooLarge(error: unknown): never {
  if (error instanceof TooLarge)
    throw new Refusal({ code: 'kernel.too-large', status: 413, params: { limit: LIMIT / 1024 / 1024 } })
  throw error
}
