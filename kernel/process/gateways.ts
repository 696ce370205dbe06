import { placeBorders } from './borders.ts'
import type { ExclusiveGateway, InclusiveGateway, ParallelSplit, Transition } from './model.ts'
import { type Arrival, holdersOf, newId, type Run, refuse, remove } from './run.ts'

function holdsTrue(run: Run, transition: Transition): boolean {
  const value = run.world.evaluate(transition.when!, run.world.facts)
  if (typeof value !== 'boolean')
    refuse('condition.undecided', { transition: transition.name, when: transition.when! }, 422)
  return value === true
}

const defaultOf = (step: ExclusiveGateway | InclusiveGateway): Transition =>
  step.transitions.find(({ when }) => when === undefined) ?? refuse('gateway.no-default', { step: step.id }, 422)

function chooseSome(run: Run, step: InclusiveGateway): Transition[] {
  const chosen = step.transitions.filter((one) => one.when !== undefined && holdsTrue(run, one))
  return chosen.length > 0 ? chosen : [defaultOf(step)]
}

export function chooseOne(run: Run, step: ExclusiveGateway): Transition {
  return step.transitions.find((one) => one.when !== undefined && holdsTrue(run, one)) ?? defaultOf(step)
}

export function fork(run: Run, arrival: Arrival, step: ParallelSplit | InclusiveGateway): void {
  const own = arrival.detour?.[arrival.forks.length]
  if (own?.split === step.id) rejoinBranch(run, arrival, step.transitions)
  else if (endDetour(run, arrival)) spread(run, arrival, step)
}

function spread(run: Run, arrival: Arrival, step: ParallelSplit | InclusiveGateway): void {
  const id = newId(run, 'f')
  placeBorders(run, step.id, id, arrival)
  for (const { name, to } of step.kind === 'split' ? step.transitions : chooseSome(run, step)) {
    const forks = [...arrival.forks, { fork: id, split: step.id, branch: name }]
    run.queue.push({ step: to, forks, trail: arrival.trail })
  }
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
