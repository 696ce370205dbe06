import { type Run, stepOf } from './run.ts'
import type { Advance, CreatedTask, Effect, ProcessState, Token } from './state.ts'

/** What the caller has to do about an advance: read off by comparing the states before and after. */
export function reportOf(
  run: Run,
  before: ProcessState,
  answeredToken: string | undefined,
  reason: string,
): Omit<Advance, 'state'> {
  const { state } = run
  const fresh = state.tokens.filter((token) => !before.tokens.includes(token))
  const gone = before.tokens.filter((token) => !state.tokens.includes(token))
  const openBefore = tasksOf(before.tokens)
  const openAfter = tasksOf(state.tokens)
  return {
    created: [...openAfter.values()].filter((task) => !openBefore.has(task.id)),
    cancelled: [...openBefore.values()]
      .filter((task) => !openAfter.has(task.id) && task.id !== answeredToken)
      .map(({ id, step }) => ({ task: id, step })),
    effects: [
      ...gone.filter((token) => token.id !== answeredToken && waits(run, token)).map(stopWaiting),
      ...fresh.flatMap((token) => startWaiting(run, token, reason)),
      ...(state.status === 'running' ? [] : [{ kind: 'end' as const, result: state.result! }]),
    ],
  }
}

function tasksOf(tokens: Token[]): Map<string, CreatedTask> {
  const all = tokens.flatMap(({ id, step, tasks }) => (tasks ?? []).map((task) => ({ ...task, step, token: id })))
  return new Map(all.map((task) => [task.id, task]))
}

const waits = (run: Run, token: Token): boolean =>
  !token.failed && ['serviceTask', 'timer', 'receive'].includes(stepOf(run, token.step).kind)

const stopWaiting = (token: Token): Effect => ({ kind: 'stopWaiting', token: token.id, step: token.step })

function startWaiting(run: Run, { id, step: stepId, failed, resumes }: Token, reason: string): Effect[] {
  const step = stepOf(run, stepId)
  const at = { token: id, step: stepId, ...(resumes && { resumes }) }
  if (step.kind === 'serviceTask' && failed) return [{ kind: 'incident', token: id, step: stepId, reason }]
  if (step.kind === 'serviceTask')
    return [{ kind: 'runJob', token: id, step: stepId, job: step.job, retries: step.retries }]
  if (step.kind === 'receive') return [{ kind: 'awaitEvent', ...at, event: step.event }]
  if (step.kind !== 'timer') return []
  const wait = 'until' in step.wait ? { until: run.world.evaluate(step.wait.until, run.world.facts) } : step.wait
  return [{ kind: 'startTimer', ...at, wait }]
}
