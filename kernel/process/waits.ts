import { fireBorder, isListening } from './borders.ts'
import { type Step, type Transition, transitionsOf } from './model.ts'
import { addFound, leave, type Run, refuse, replace, stepOf } from './run.ts'
import type { Facts, ProcessEvent, Token } from './state.ts'
import { eventOf, waitsFor } from './waiting.ts'

type Awaited = NonNullable<ReturnType<typeof waitsFor>>

/** The token that waits there; a second answer to the same wait is refused, so that answers may come twice. */
function waitingToken(run: Run, id: string, ...kinds: Awaited[]): Token {
  const token = run.state.tokens.find((one) => one.id === id)
  const kind = token && !token.blocked && waitsFor(stepOf(run, token.step))
  return token && kind && kinds.includes(kind) ? token : refuse('wait.over', { token: id })
}

const wayCalled = (step: Step, name: string): Transition | undefined =>
  transitionsOf(step).find((way) => way.name === name)

export function answered(run: Run, id: string, kind: 'job' | 'timer' | 'event'): void {
  goOn(run, waitingToken(run, id, kind))
}

function goOn(run: Run, token: Token): void {
  const step = stepOf(run, token.step)
  if (step.kind === 'boundary') fireBorder(run, token, step)
  else leave(run, token, transitionsOf(step)[0]!.to)
}

/** The job has given up: on along `failed`, or the token stays until a person retries it. */
export function serviceFailed(run: Run, id: string): void {
  const token = waitingToken(run, id, 'job')
  const way = wayCalled(stepOf(run, token.step), 'failed')
  if (way) leave(run, token, way.to)
  else replace(run, token, { failed: true })
}

export function retryService(run: Run, id: string): void {
  const token = waitingToken(run, id, 'job', 'case')
  if (!token.failed) refuse('service.not-failed', { token: id })
  replace(run, token, { failed: undefined })
}

/** The child's result chooses the way; one that was closed irregularly without a way for that waits for a person. */
export function caseEnded(
  run: Run,
  { token: id, result, facts = {} }: Extract<ProcessEvent, { type: 'caseEnded' }>,
): void {
  const token = waitingToken(run, id, 'case')
  const step = stepOf(run, token.step)
  const way = wayCalled(step, result)
  if (!way && result === 'cancelled') {
    replace(run, token, { failed: true })
    return
  }
  if (step.kind === 'subCase') addFound(run, evaluateAll(run, step.outputs ?? {}, facts))
  leave(run, token, (way ?? transitionsOf(step)[0]!).to)
}

export const evaluateAll = (run: Run, wanted: Record<string, string>, facts: Facts): Facts =>
  Object.fromEntries(Object.entries(wanted).map(([name, text]) => [name, run.world.evaluate(text, facts)]))

/** Everybody in this case who waits for the event goes on; each step once in one act. */
export function wake(run: Run, event: string): void {
  const addressed = run.state.tokens.filter(
    (token) => !run.woken.has(token.step) && eventOf(stepOf(run, token.step)) === event && isListening(run, token),
  )
  for (const { step } of addressed) run.woken.add(step)
  for (const token of addressed) if (run.state.tokens.includes(token) && isListening(run, token)) goOn(run, token)
}
