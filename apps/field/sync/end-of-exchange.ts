import { asProblem, ProblemError, unreachable } from '../../ui/problem.ts'

const UNREACHABLE = unreachable().code

/** A full phone is told as one: nothing is lost by it, and room can be made. */
export const problemOfExchange = (error: unknown): ProblemError =>
  error instanceof DOMException && error.name === 'QuotaExceededError'
    ? new ProblemError('field.storage.full', 0)
    : asProblem(error)

/** Where an exchange stands that went wrong. */
export function stateAfter({ status, code }: ProblemError): 'cut' | 'failed' | 'signedOut' | 'revoked' {
  if (code === 'fieldwork.device.revoked') return 'revoked'
  if (status === 401) return 'signedOut'
  if (code === 'service.stopped') return 'failed'
  // A gateway answers for a server that does not.
  return code === UNREACHABLE || (status >= 502 && status <= 504) ? 'cut' : 'failed'
}
