import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { Refusal } from '../problems/problem.ts'
import { pieceRoutes } from './piece-routes.ts'
import { LARGE_LIMIT, limitFor, refuseWith, requirePut } from './put-guard.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * PUT /api/files: the raw bytes go to the file store and come back as {digest, size}. Sending the same bytes again is
 * harmless. An upload that breaks off leaves nothing behind; an action then names the digest.
 */
export function fileRoutes(server: FastifyInstance, surroundings: Surroundings): void {
  const { files } = surroundings
  server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  server.put('/api/files', { bodyLimit: LARGE_LIMIT, onRequest: requirePut }, async (request) => {
    if (!(request.body instanceof Readable))
      throw new Refusal({ code: 'kernel.request', status: 415, params: { message: 'application/octet-stream' } })
    const expected = request.headers['x-file-digest']
    const limit = limitFor(request.person)
    return files.putStream(request.body as Readable, limit, expected?.toString()).catch(refuseWith(limit))
  })
  pieceRoutes(server, surroundings)
}
