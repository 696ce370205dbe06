import type { FastifyReply, FastifyRequest } from 'fastify'
import { DigestDiffers, isNoRoom, TooLarge } from '../files/stored-file.ts'
import { can, type Person } from '../identity/can.ts'
import { rightFault } from '../identity/right-fault.ts'
import { type Problem, Refusal } from '../problems/problem.ts'
import { NOT_SIGNED_IN } from './run-action.ts'

/** A whole county's delivery or a full-size photo fits; anything larger is cut into several. */
export const LIMIT = 300 * 1024 * 1024
/** For whoever may send what cannot be cut: all that a phone has kept of a campaign, as much as a phone holds. */
export const LARGE_LIMIT = 64 * 1024 * 1024 * 1024

export const limitFor = (person: Person | null): number =>
  person && can(person, 'files.putLarge') ? LARGE_LIMIT : LIMIT

export const tooLarge = (limit: number): Problem => ({
  ...{ code: 'kernel.too-large', status: 413, params: { limit: limit / 1024 / 1024 } },
})

/** Asked before the body is read: whoever may not upload is not listened to. */
export async function requirePut({ person, headers }: FastifyRequest, reply: FastifyReply): Promise<void> {
  const problem = refuseUpload(person, Number(headers['content-length'] ?? 0))
  if (!problem) return
  reply.header('connection', 'close')
  throw new Refusal(problem)
}

function refuseUpload(person: Person | null, size: number): Problem | undefined {
  if (!person) return NOT_SIGNED_IN
  const limit = limitFor(person)
  return rightFault(person, 'files.put') ?? (size > limit ? tooLarge(limit) : undefined)
}

export const refuseWith =
  (limit: number) =>
  (error: unknown): never => {
    if (error instanceof DigestDiffers) throw new Refusal({ code: 'files.put.digest-differs', status: 422 })
    if (error instanceof TooLarge) throw new Refusal(tooLarge(limit))
    if (isNoRoom(error)) throw new Refusal({ code: 'files.put.no-room', status: 507 })
    throw error
  }
