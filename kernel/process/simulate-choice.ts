import { type Step, transitionsOf } from './model.ts'
import type { Facts, ProcessEvent, Token } from './state.ts'
import { waitOf, waitsFor } from './waiting.ts'

/** What happens at a step in a simulated case. */
export type Choice = {
  /** of a task; a child's result; `failed` of a job */
  outcome?: string
  /** filled in with it */
  data?: Facts
  /** working days it takes; its limit, or none, when absent */
  days?: number
  /** instead of completing it: returned */
  back?: 'previous' | 'starter' | { step: string }
  scope?: 'branch' | 'all'
}

const MINUTES_A_DAY = 1440

/** Working days until something happens there; undefined when nothing does unless it is chosen. */
export function expectedDays(step: Step, token: Token, choice: Choice | undefined): number | undefined {
  if (token.blocked) return undefined
  if (token.tasks) return choice?.days ?? (step.kind === 'userTask' ? step.limitDays : undefined) ?? 0
  const kind = waitsFor(step)
  if (kind === undefined) return undefined
  const wait = waitOf(step)
  if (wait)
    return (
      choice?.days ?? ('workingDays' in wait ? wait.workingDays : 'minutes' in wait ? wait.minutes / MINUTES_A_DAY : 0)
    )
  const mayStayAway = step.kind === 'boundary' || token.race !== undefined
  return mayStayAway && !choice ? undefined : (choice?.days ?? 0)
}

export function eventFor(step: Step, token: Token, task: string | undefined, choice: Choice): ProcessEvent {
  const { outcome, back, scope = 'all' } = choice
  const first = transitionsOf(step)[0]!.name
  if (task && back) return { type: 'returnTo', task, to: back, scope }
  if (task) return { type: 'completeTask', task, outcome: outcome ?? first, ...(choice.data && { data: choice.data }) }
  switch (waitsFor(step)) {
    case 'job':
      return jobEvent(token, outcome)
    case 'case':
      return { type: 'caseEnded', token: token.id, result: outcome ?? first }
    case 'timer':
      return { type: 'timerFired', token: token.id }
    default:
      return { type: 'eventReceived', token: token.id }
  }
}

/** A job that has failed without a way for it is retried, and then succeeds. */
function jobEvent({ id, failed }: Token, outcome: string | undefined): ProcessEvent {
  if (failed) return { type: 'retryService', token: id }
  return outcome === 'failed'
    ? { type: 'serviceFailed', token: id, reason: 'simulated' }
    : { type: 'serviceDone', token: id }
}
