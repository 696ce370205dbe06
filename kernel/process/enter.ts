import type {
  End,
  EventGateway,
  ExclusiveGateway,
  InclusiveGateway,
  ParallelSplit,
  Step,
  Transition,
  UserTask,
} from './model.ts'
import { type Arrival, holdersOf, newId, place, type Run, refuse, remove, stepOf } from './run.ts'
import type { OpenTask } from './state.ts'

type Enter = { [K in Step['kind']]: (run: Run, arrival: Arrival, step: Extract<Step, { kind: K }>) => void }

const wait = (run: Run, arrival: Arrival): void => place(run, tokenOf(arrival))

const ENTER: Enter = {
  userTask: (run, arrival, step) => place(run, { ...tokenOf(arrival), tasks: tasksFor(run, step, arrival) }),
  serviceTask: wait,
  timer: wait,
  receive: wait,
  exclusive: (run, arrival, step) => pass(run, arrival, chooseOne(run, step)),
  eventGateway: offer,
  split: fork,
  inclusive: fork,
  join: (run, arrival, step) => {
    if (endDetour(run, arrival)) place(run, { step: step.id, forks: arrival.forks, trail: arrival.trail })
  },
  end: (run, arrival, step) => {
    if (endDetour(run, arrival)) end(run, step)
  },
}

/** Brings an arrival into its step: a token that waits there, or further arrivals behind a gateway. */
export function enter(run: Run, arrival: Arrival): void {
  const step = stepOf(run, arrival.step)
  const into = ENTER[step.kind] as (run: Run, arrival: Arrival, step: Step) => void
  into(run, arrival, step)
}

function tokenOf({ reason: _, sameActorAs: __, ...token }: Arrival): Arrival {
  return token
}

function pass(run: Run, arrival: Arrival, transition: Transition): void {
  run.queue.push({ ...arrival, step: transition.to })
}

/** Whoever did the task the rule points to; nobody yet when this is the first task of the case. */
function tasksFor(run: Run, step: UserTask, arrival: Arrival): OpenTask[] {
  const passed = { pool: undefined, previous: arrival.trail.at(-1), starter: arrival.trail[0] }[step.assignment]
  const sameActorAs = arrival.sameActorAs ?? passed?.task
  const reason = arrival.reason ?? 'flow'
  if (step.coSign) return signersOf(run, step).map((signer) => ({ id: newId(run, 'k'), signer, reason }))
  return [{ id: newId(run, 'k'), reason, ...(sameActorAs && { sameActorAs }) }]
}

function signersOf(run: Run, step: UserTask): string[] {
  const found = run.world.evaluate(step.coSign!.signers, run.world.facts)
  const signers = Array.isArray(found) ? [...new Set(found.filter((signer) => typeof signer === 'string'))] : []
  return signers.length > 0 ? signers : refuse('signers.missing', { step: step.id }, 422)
}

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

function chooseOne(run: Run, step: ExclusiveGateway): Transition {
  return step.transitions.find((one) => one.when !== undefined && holdsTrue(run, one)) ?? defaultOf(step)
}

function offer(run: Run, arrival: Arrival, step: EventGateway): void {
  const race = newId(run, 'r')
  for (const transition of step.transitions) run.queue.push({ ...arrival, step: transition.to, race })
}

function fork(run: Run, arrival: Arrival, step: ParallelSplit | InclusiveGateway): void {
  const own = arrival.detour?.[arrival.forks.length]
  if (own?.split === step.id) rejoinBranch(run, arrival, step.transitions)
  else if (endDetour(run, arrival)) spread(run, arrival, step)
}

function spread(run: Run, arrival: Arrival, step: ParallelSplit | InclusiveGateway): void {
  const id = newId(run, 'f')
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
function endDetour(run: Run, arrival: Arrival): boolean {
  const left = arrival.detour?.[arrival.forks.length]
  if (left && run.state.fired.includes(left.fork)) return false
  if (left) remove(run, holdersOf(run, left.fork))
  arrival.detour = undefined
  return true
}

function end(run: Run, step: End): void {
  run.state.result = step.result
  if (!step.terminate) return
  run.state.tokens = []
  run.queue = []
}
