import { invalid, type Problem } from '../problems/problem.ts'
import type { DecisionStep } from './model.ts'
import { addFound, factsAt, type Run } from './run.ts'
import type { Facts, Token } from './state.ts'
import { evaluateAll } from './waits.ts'

/** Asks the table and adds its answer to the facts; a problem when it has none. */
export function decideStep(
  run: Run,
  arrival: Pick<Token, 'forks'>,
  { id, decision, version, inputs, outputs }: DecisionStep,
): Problem | undefined {
  const { decide } = run.world
  const facts = factsAt(run, arrival)
  if (!decide) return invalid('process.decision.not-loaded', { step: id, decision })
  const answer = decide(decision, version, inputs ? evaluateAll(run, inputs, facts) : facts)
  if (isProblem(answer)) return answer
  addFound(run, outputs ? renamed(answer, outputs) : answer)
  return undefined
}

/** A table may well have outputs called `code` and `status`; only a problem's are a dotted name and an HTTP status. */
const isProblem = (answer: Facts | Problem): answer is Problem => {
  const { code, status } = answer
  return typeof code === 'string' && code.includes('.') && typeof status === 'number' && status >= 400
}

const renamed = (answer: Facts, outputs: Record<string, string>): Facts =>
  Object.fromEntries(Object.entries(outputs).map(([fact, name]) => [fact, answer[name] ?? null]))
