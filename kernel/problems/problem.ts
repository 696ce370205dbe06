/**
 * A refusal, as a value. `code` extends the verb that refuses («landuse.clue.import.empty-zip»); the reader's
 * sentence is the translation of the code with `params`, and always says what, why and what to do next.
 */
export type Problem = {
  code: string
  status: number
  params?: Record<string, string | number>
}

/** Thrown inside a request or a job to say no; the one writer in kernel/http turns it into application/problem+json. */
export class Refusal extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(`${problem.code} ${JSON.stringify(problem.params ?? {})}`)
    this.name = 'Refusal'
    this.problem = problem
  }
}

/** Bad input: the sender must change something. */
export const invalid = (code: string, params?: Problem['params']): Problem => ({ code, status: 422, params })
/** The state has moved on: reload and try again. */
export const conflict = (code: string, params?: Problem['params']): Problem => ({ code, status: 409, params })
export const notFound = (code: string, params?: Problem['params']): Problem => ({ code, status: 404, params })
export const forbidden = (code: string, params?: Problem['params']): Problem => ({ code, status: 403, params })

/** Refuses when there is a problem; the shortest way to use a pure rule inside a handler. */
export function refuseIf(problem: Problem | undefined): void {
  if (problem) throw new Refusal(problem)
}
