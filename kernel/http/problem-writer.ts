import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { invalid, type Problem, Refusal } from '../problems/problem.ts'

/** The one place where «no» becomes HTTP (RFC 9457). */
export function writeProblem(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error)
  // The address without its query: a link or a search may be private. Who stopped a service is in the audit.
  const isFault = problem.status >= 500 && problem.code !== 'service.stopped'
  if (isFault) console.error(`${request.method} ${request.routeOptions.url} ${request.id}`, error)
  reply
    .code(problem.status)
    .type('application/problem+json')
    .send({ type: `urn:yutu:${problem.code}`, title: problem.code, ...problem, instance: request.id })
}

const MEBIBYTE = 1024 * 1024
export const BODY_LIMIT = 20 * MEBIBYTE

/** PostgreSQL class 22: a value the schema let through and no column can hold (a NUL in a text, a number too large, no uuid). */
const BAD_VALUE = new Set(['22003', '22007', '22008', '22021', '22P02', '22P05'])
const BROKEN_OFF = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE'])
const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', '53300', '57P01', '57P02', '57P03', '08006'])

function problemOf(error: FastifyError | Error): Problem {
  if (error instanceof Refusal) return error.problem
  const { validation, statusCode, code } = error as FastifyError
  if (validation)
    return invalid('kernel.input', { where: validation[0]?.instancePath ?? '', what: validation[0]?.message ?? '' })
  if (BAD_VALUE.has(code)) return invalid('kernel.input', { where: '', what: error.message })
  if (code === '23505')
    return {
      code: 'kernel.exists',
      status: 409,
      params: { what: String((error as { constraint?: string }).constraint ?? '') },
    }
  if (code === '40001' || code === '40P01') return { code: 'kernel.try-again', status: 409 }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return { code: 'kernel.too-large', status: 413, params: { limit: BODY_LIMIT / MEBIBYTE } }
  if (BROKEN_OFF.has(code)) return { code: 'kernel.broken-off', status: 400 }
  if (UNREACHABLE.has(code)) return { code: 'kernel.database-away', status: 503 }
  if (statusCode && statusCode < 500)
    return { code: 'kernel.request', status: statusCode, params: { message: error.message } }
  return { code: 'kernel.failed', status: 500 }
}
