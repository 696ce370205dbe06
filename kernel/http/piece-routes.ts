import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { signReceipt } from '../crypto/receipt.ts'
import { Gap } from '../files/parts.ts'
import { conflict, invalid, Refusal } from '../problems/problem.ts'
import { LIMIT, limitFor, refuseWith, requirePut, tooLarge } from './put-guard.ts'
import type { Surroundings } from './surroundings.ts'

type Address = { Params: { digest: string } }

/**
 * Files over a link that breaks: GET /api/files/:digest/offset says how many bytes have arrived; PATCH /api/files/:digest with
 * `upload-offset` and `upload-length` sends on from there. The last piece is answered with a signed receipt over {digest, size}: only
 * with it may a sender let go of the bytes. GET /api/files/receipt-key is what receipts are checked with.
 */
export function pieceRoutes(server: FastifyInstance, { files, signer }: Surroundings): void {
  const receipt = (digest: string, size: number) => signReceipt({ digest, size }, signer, new Date().toISOString())
  server.get('/api/files/receipt-key', { onRequest: requirePut }, async () => ({
    ...{ algorithm: 'SM2-SM3', keyId: signer.keyId, signer: signer.userId, publicKey: signer.keys.publicKey },
  }))
  server.get<Address>('/api/files/:digest/offset', { onRequest: requirePut }, async (request) => {
    const digest = digestOf(request)
    return { offset: await files.parts.offsetOf(request.person!.id, digest), isStored: await files.has(digest) }
  })
  server.patch<Address>('/api/files/:digest', { bodyLimit: LIMIT, onRequest: requirePut }, async (request) => {
    if (!(request.body instanceof Readable))
      throw new Refusal({ code: 'kernel.request', status: 415, params: { message: 'application/octet-stream' } })
    const size = numberIn(request, 'upload-length')
    const limit = limitFor(request.person)
    if (size > limit) throw new Refusal(tooLarge(limit))
    const piece = {
      owner: request.person!.id,
      digest: digestOf(request),
      size,
      offset: numberIn(request, 'upload-offset'),
    }
    const { offset, stored } = await files.parts.add(piece, request.body).catch(refusePiece(limit))
    return stored ? { offset, receipt: receipt(stored.digest, stored.size) } : { offset }
  })
}

function digestOf({ params }: FastifyRequest<Address>): string {
  if (/^[0-9a-f]{64}$/.test(params.digest)) return params.digest
  throw new Refusal(invalid('files.piece.no-digest', { digest: params.digest.slice(0, 12) }))
}

function numberIn({ headers }: FastifyRequest<Address>, name: string): number {
  const value = Number(headers[name])
  if (Number.isSafeInteger(value) && value >= 0 && headers[name] !== '') return value
  throw new Refusal(invalid('files.piece.no-number', { header: name }))
}

const refusePiece =
  (limit: number) =>
  (error: unknown): never => {
    if (error instanceof Gap) throw new Refusal(conflict('files.piece.gap', { offset: error.offset }))
    return refuseWith(limit)(error)
  }
