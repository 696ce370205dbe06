import type { SubCase } from './model.ts'
import { factsAt, type Run, stepOf } from './run.ts'
import type { Advance, CreatedTask, Effect, ProcessState, Token } from './state.ts'
import { eventOf, waitOf, waitsFor } from './waiting.ts'
import { evaluateAll } from './waits.ts'

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
      ...gone.filter(({ id }) => id !== answeredToken).flatMap((token) => stopWaiting(run, token)),
      ...run.thrown.map((thrown) => ({ kind: 'throw' as const, ...thrown, facts: run.world.facts })),
      ...fresh.flatMap((token) => startWaiting(run, token, reason)),
      ...(state.status === 'running' ? [] : [{ kind: 'end' as const, result: state.result! }]),
    ],
    entered: run.entered,
    ...(Object.keys(run.found).length > 0 && { facts: run.found }),
  }
}

function tasksOf(tokens: Token[]): Map<string, CreatedTask> {
  const all = tokens.flatMap(({ id, step, tasks }) => (tasks ?? []).map((task) => ({ ...task, step, token: id })))
  return new Map(all.map((task) => [task.id, task]))
}

function stopWaiting(run: Run, { id, step: stepId, failed, blocked }: Token): Effect[] {
  const kind = waitsFor(stepOf(run, stepId))
  if (!kind || failed || blocked) return []
  return [{ kind: kind === 'case' ? 'cancelCase' : 'stopWaiting', token: id, step: stepId }]
}

function startWaiting(run: Run, token: Token, reason: string): Effect[] {
  const { id, step: stepId, failed, resumes, blocked } = token
  const step = stepOf(run, stepId)
  const at = { token: id, step: stepId }
  if (blocked) return []
  if (failed) return [{ kind: 'incident', ...at, reason }]
  if (step.kind === 'serviceTask') return [{ kind: 'runJob', ...at, job: step.job, retries: step.retries }]
  if (step.kind === 'subCase') return [openCase(run, at, step, token)]
  const again = { ...at, ...(resumes && { resumes }) }
  const event = eventOf(step)
  if (event !== undefined) return [{ kind: 'awaitEvent', ...again, event }]
  const wait = waitOf(step)
  if (!wait) return []
  const until = 'until' in wait ? { until: run.world.evaluate(wait.until, factsAt(run, token)) } : wait
  return [{ kind: 'startTimer', ...again, wait: until }]
}

function openCase(run: Run, at: { token: string; step: string }, step: SubCase, token: Token): Effect {
  const { process, version, inputs = {} } = step
  const around = factsAt(run, token)
  const facts = evaluateAll(run, inputs, step.each === undefined ? around : { ...around, item: token.item })
  return { kind: 'openCase', ...at, process, ...(version !== undefined && { version }), facts }
}
