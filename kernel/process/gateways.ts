import { placeBorders } from './borders.ts'
import {
  type ExclusiveGateway,
  type InclusiveGateway,
  type ParallelSplit,
  type Transition,
  transitionsOf,
} from './model.ts'
import { type Arrival, factsAt, holdersOf, listed, newId, type Run, refuse, remove } from './run.ts'
import type { ForkRef } from './state.ts'

function holdsTrue(run: Run, arrival: Arrival, transition: Transition): boolean {
  const value = run.world.evaluate(transition.when!, factsAt(run, arrival))
  if (typeof value !== 'boolean')
    refuse('condition.undecided', { transition: transition.name, when: transition.when! }, 422)
  return value === true
}

const defaultOf = (step: ExclusiveGateway | InclusiveGateway): Transition =>
  step.transitions.find(({ when }) => when === undefined) ?? refuse('gateway.no-default', { step: step.id }, 422)

function chooseSome(run: Run, arrival: Arrival, step: InclusiveGateway): Transition[] {
  const chosen = step.transitions.filter((one) => one.when !== undefined && holdsTrue(run, arrival, one))
  return chosen.length > 0 ? chosen : [defaultOf(step)]
}

export function chooseOne(run: Run, arrival: Arrival, step: ExclusiveGateway): Transition {
  return step.transitions.find((one) => one.when !== undefined && holdsTrue(run, arrival, one)) ?? defaultOf(step)
}

export function fork(run: Run, arrival: Arrival, step: ParallelSplit | InclusiveGateway): void {
  const own = arrival.detour?.[arrival.forks.length]
  if (own?.split === step.id) rejoinBranch(run, arrival, step.transitions)
  else if (endDetour(run, arrival)) spread(run, arrival, step)
}

function spread(run: Run, arrival: Arrival, step: ParallelSplit | InclusiveGateway): void {
  if (step.kind === 'split' && step.each !== undefined) {
    spreadEach(run, arrival, step, listed(step.id, run.world.evaluate(step.each, factsAt(run, arrival))))
    return
  }
  const id = newId(run, 'f')
  placeBorders(run, step.id, id, arrival)
  for (const way of step.kind === 'split' ? step.transitions : chooseSome(run, arrival, step))
    branch(run, arrival, way, { fork: id, split: step.id, branch: way.name })
}

/** One branch for each of the list; of an empty one the case goes on behind the join. */
function spreadEach(run: Run, arrival: Arrival, step: ParallelSplit, items: unknown[]): void {
  if (items.length === 0) {
    const join = run.graph.model.steps.find((one) => one.kind === 'join' && one.split === step.id)
    run.queue.push({ ...arrival, step: transitionsOf(join!)[0]!.to })
    return
  }
  const fork = newId(run, 'f')
  placeBorders(run, step.id, fork, arrival)
  const [way] = step.transitions
  if (step.inTurn) {
    const [item, ...rest] = items
    branch(run, arrival, way!, { fork, split: step.id, branch: way!.name, nth: 1, item: item ?? null, rest })
    return
  }
  for (const [i, item] of items.entries())
    branch(run, arrival, way!, { fork, split: step.id, branch: way!.name, nth: i + 1, item: item ?? null })
}

function branch(run: Run, { forks, trail }: Arrival, { to }: Transition, ref: ForkRef): void {
  run.queue.push({ step: to, forks: [...forks, ref], trail })
}

/** Coming again to the split it was returned from, a token takes only its own branch: the others went on meanwhile. */
function rejoinBranch(run: Run, arrival: Arrival, transitions: Transition[]): void {
  const forks = arrival.detour!.slice(0, arrival.forks.length + 1)
  const branch = transitions.find(({ name }) => name === forks.at(-1)!.branch)!
  const detour = arrival.detour!.length > forks.length ? arrival.detour : undefined
  run.queue.push({ step: branch.to, forks, trail: arrival.trail, detour })
}

/**
 * A returned token that goes another way than back into its branch decides for all: the branches it left are cancelled.
 * False when their join has let the case go on without it: then it counts no more.
 */
export function endDetour(run: Run, arrival: Arrival): boolean {
  const left = arrival.detour?.[arrival.forks.length]
  if (left && run.state.fired.includes(left.fork)) return false
  if (left) remove(run, holdersOf(run, left.fork))
  arrival.detour = undefined
  return true
}
