import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { invalid, type Problem, Refusal } from '../problems/problem.ts'

/** The one place where «no» becomes HTTP (RFC 9457). */
export function writeProblem(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error)
  if (problem.status >= 500) request.log.error(error)
  reply
    .code(problem.status)
    .type('application/problem+json')
    .send({ type: `urn:yutu:${problem.code}`, title: problem.code, ...problem, instance: request.id })
}

function problemOf(error: FastifyError | Error): Problem {
  if (error instanceof Refusal) return error.problem
  const { validation, statusCode, code } = error as FastifyError
  if (validation)
    return invalid('kernel.input', { where: validation[0]?.instancePath ?? '', what: validation[0]?.message ?? '' })
  if (code === '23505')
    return {
      code: 'kernel.exists',
      status: 409,
      params: { what: String((error as { constraint?: string }).constraint ?? '') },
    }
  if (code === '40001' || code === '40P01') return { code: 'kernel.try-again', status: 409 }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { code: 'kernel.too-large', status: 413 }
  if (statusCode && statusCode < 500)
    return { code: 'kernel.request', status: statusCode, params: { message: error.message } }
  return { code: 'kernel.failed', status: 500 }
}
