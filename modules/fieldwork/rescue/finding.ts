import { invalid, type Problem, Refusal } from '../../../kernel/problems/problem.ts'
import type { Answer, Operation } from '../schema.ts'

/** What of an archive a finding is about: an original, an act of a phone, or a row that could not even be read as one. */
export type What =
  | { is: 'photo'; name: string }
  | { is: 'act'; device: string; sequence: number; kind: string }
  | { is: 'row'; number: number }

/** `place` tells it from all others of its archive. `isLost`: it could not be taken in, and stays in the archive only. */
export type Finding = { place: string; what: What; problem: Problem; isLost: boolean }

const problem = (code: string, params = {}) => invalid(`fieldwork.rescue.${code}`, params)

export const unreadableRow = (number: number, why: 'no-key' | 'malformed'): Finding => ({
  ...{ place: `row:${number}`, what: { is: 'row', number }, problem: problem(`row.${why}`), isLost: true },
})

export const unreadablePhoto = (name: string, why: Problem | 'no-key' | 'differs'): Finding => ({
  ...{ place: name, what: { is: 'photo', name }, isLost: true },
  problem: typeof why === 'string' ? problem(`photo.${why}`) : why,
})

export const ofNobody = (device: string, operation: Operation): Finding => ({
  ...actOf(device, operation),
  ...{ problem: problem('act.no-person'), isLost: true },
})

/** Undefined for an act that was simply done. */
export function findingOf(device: string, operation: Operation, answer: Answer): Finding | undefined {
  if (answer.status === 'applied' || answer.status === 'duplicate') return undefined
  return { ...actOf(device, operation), problem: problemOf(answer), isLost: false }
}

const actOf = (device: string, { sequence, kind }: Operation) => ({
  ...{ place: `act:${device}:${sequence}`, what: { is: 'act' as const, device, sequence, kind } },
})

function problemOf({ status, waitsFor, conflicts = [], problem: told }: Answer): Problem {
  if (told) return told
  if (status === 'conflict') return problem('act.conflict', { count: conflicts.length })
  return problem(waitsFor ? `act.waits-${waitsFor}` : `act.${status}`)
}

/** A refusal of what lies in the archive is a finding; anything else is a fault of the run. */
export function problemIn(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem
  throw error
}
