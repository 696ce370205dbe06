import type { Step } from './model.ts'
import { leave, type Run, refuse, replace, stepOf } from './run.ts'
import type { Token } from './state.ts'

type Waiting = { serviceTask: 'runJob'; timer: 'startTimer'; receive: 'awaitEvent' }

/** The token that waits there; a second answer to the same wait is refused, so that answers may come twice. */
function waitingToken(run: Run, id: string, kind: keyof Waiting): Token {
  const token = run.state.tokens.find((one) => one.id === id)
  return token && stepOf(run, token.step).kind === kind ? token : refuse('wait.over', { token: id })
}

const firstWay = (step: Step): string => (step.kind === 'end' ? '' : step.transitions[0]!.to)

export function answered(run: Run, id: string, kind: keyof Waiting): void {
  const token = waitingToken(run, id, kind)
  leave(run, token, firstWay(stepOf(run, token.step)))
}

/** The job has given up: on along `failed`, or the token stays until a person retries it. */
export function serviceFailed(run: Run, id: string): void {
  const token = waitingToken(run, id, 'serviceTask')
  const step = stepOf(run, token.step)
  const way = step.kind === 'serviceTask' ? step.transitions.find(({ name }) => name === 'failed') : undefined
  if (way) leave(run, token, way.to)
  else replace(run, token, { failed: true })
}

export function retryService(run: Run, id: string): void {
  const token = waitingToken(run, id, 'serviceTask')
  if (!token.failed) refuse('service.not-failed', { token: id })
  replace(run, token, { failed: undefined })
}
