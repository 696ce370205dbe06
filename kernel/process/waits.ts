import { fireBorder, isListening } from './borders.ts'
import { type Step, type SubCase, type Transition, transitionsOf } from './model.ts'
import {
  addFound,
  cancelRegion,
  compact,
  factsAt,
  holdersOf,
  leave,
  type Run,
  refuse,
  remove,
  replace,
  stepOf,
} from './run.ts'
import type { Facts, ForkRef, ProcessEvent, Token } from './state.ts'
import { eventOf, waitsFor, whenOf } from './waiting.ts'

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
  if (step.kind !== 'subCase') return
  const outputs = evaluateAll(run, step.outputs ?? {}, facts)
  if (step.each === undefined) {
    addFound(run, outputs)
    leave(run, token, (way ?? step.transitions[0]!).to)
  } else oneOfEach(run, token, step, way ?? step.transitions[0]!, outputs)
}

/** One child of several: the last goes on, or the first whose result names another way than the first. */
function oneOfEach(run: Run, token: Token, step: SubCase, way: Transition, outputs: Facts): void {
  const before = run.world.facts
  const listed = Object.entries(outputs).map(([name, value]) => [name, [...asList(before[name]), value]] as const)
  addFound(run, Object.fromEntries(listed))
  const turn = token.forks.at(-1)!
  if (way === step.transitions[0] && turn.rest?.length) {
    openNext(run, token, turn)
    return
  }
  const { fork } = turn
  const others = holdersOf(run, fork).filter((other) => other !== token)
  remove(run, [token])
  if (way === step.transitions[0] && others.length > 0) return
  remove(run, others)
  cancelRegion(run, step)
  run.queue.push(compact({ step: way.to, forks: token.forks.slice(0, -1), trail: token.trail, detour: token.detour }))
}

/** Where one child follows the other. */
function openNext(run: Run, token: Token, turn: ForkRef): void {
  const [item, ...rest] = turn.rest!
  const next = { ...turn, branch: String(Number(turn.branch) + 1), rest }
  replace(run, token, { forks: [...token.forks.slice(0, -1), next], item: item ?? null })
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

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

/**
 * One token whose condition the facts make true goes on; false when there is none. A condition that lacks its data does not
 * hold yet. Each step once in one act, so that a circle of conditions that hold turns once.
 */
export function meetOneCondition(run: Run): boolean {
  for (const token of run.state.tokens) {
    const when = whenOf(stepOf(run, token.step))
    if (when === undefined || run.woken.has(token.step) || !isListening(run, token)) continue
    if (run.world.evaluate(when, factsAt(run, token)) !== true) continue
    run.woken.add(token.step)
    goOn(run, token)
    return true
  }
  return false
}
