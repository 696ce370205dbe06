import { dropOrphans } from './borders.ts'
import { enter } from './enter.ts'
import { admitOne } from './exclusive.ts'
import { type Join, transitionsOf } from './model.ts'
import { holdersOf, holds, type Run, refuse, remove, stepOf } from './run.ts'
import type { Passed, Token } from './state.ts'
import { meetOneCondition } from './waits.ts'

/** More moves than any sensible model makes without waiting for somebody. */
const MOST_MOVES = 10_000

/** Moves everything that can move by itself, until each token waits for a person, a job, a timer, a message or other data. */
export function settle(run: Run): void {
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const arrival = run.queue.shift()
    if (arrival) {
      run.entered.push(arrival.step)
      enter(run, arrival)
    } else if (!dropOrphans(run) && !fireOneJoin(run) && !admitOne(run) && !meetOneCondition(run)) break
  }
  if (run.queue.length > 0) refuse('endless', { process: run.graph.model.key }, 422)
  finish(run)
}

function finish(run: Run): void {
  run.state.fired = run.state.fired.filter((fork) => run.state.tokens.some((token) => holds(token, fork)))
  if (run.state.status === 'running' && run.state.tokens.length === 0) run.state.status = 'ended'
}

/**
 * A join counts nothing: it looks which tokens of its fork are still under way. So branches that ended, were cancelled
 * or returned can never leave it waiting for something that will not come.
 */
function fireOneJoin(run: Run): boolean {
  for (const token of run.state.tokens) {
    const step = stepOf(run, token.step)
    if (step.kind === 'join' && fire(run, step, token)) return true
  }
  return false
}

function fire(run: Run, join: Join, token: Token): boolean {
  const { fork } = token.forks.at(-1)!
  if (run.state.fired.includes(fork)) {
    remove(run, [token])
    return true
  }
  const holders = holdersOf(run, fork)
  const arrived = holders.filter((holder) => holder.step === join.id && holder.forks.at(-1)?.fork === fork)
  const branches = new Set(arrived.map(({ forks }) => `${forks.at(-1)!.branch} ${forks.at(-1)!.nth}`)).size
  if (arrived.length < holders.length && branches + turnsDone(token) < (join.need ?? Number.POSITIVE_INFINITY))
    return false
  if (takeNextTurn(run, join, arrived)) return true
  remove(run, join.rest === 'cancel' ? holders : arrived)
  if (join.rest !== 'cancel' && holders.length > arrived.length) run.state.fired = [...run.state.fired, fork]
  run.queue.push({ step: join.transitions[0]!.to, forks: token.forks.slice(0, -1), trail: mergeTrails(arrived) })
  return true
}

/** Turns of a part gone in turn that were over before this one. */
const turnsDone = ({ forks }: Token): number => (forks.at(-1)!.rest ? forks.at(-1)!.nth! - 1 : 0)

/** In a part that is gone in turn the next begins when the one before has come to the join, until `need` have. */
function takeNextTurn(run: Run, join: Join, arrived: Token[]): boolean {
  const { forks } = arrived[0]!
  const turn = forks.at(-1)!
  const [item, ...rest] = turn.rest ?? []
  if (!turn.rest?.length || turn.nth! >= (join.need ?? Number.POSITIVE_INFINITY)) return false
  const [way] = transitionsOf(stepOf(run, join.split))
  remove(run, arrived)
  const next = { ...turn, nth: turn.nth! + 1, item: item ?? null, rest }
  run.queue.push({ step: way!.to, forks: [...forks.slice(0, -1), next], trail: mergeTrails(arrived) })
  return true
}

/** What all passed stays in front; the steps of the last to arrive come last: that is what «previous» means then. */
function mergeTrails(tokens: Token[]): Passed[] {
  const merged = new Map<string, Passed>()
  for (const passed of tokens.flatMap((token) => token.trail)) merged.set(passed.step, passed)
  return [...merged.values()]
}
