import { Refusal } from '../problems/problem.ts'
import { placeBorders, watchFor } from './borders.ts'
import { decideStep } from './decide-step.ts'
import { atDoorOf, isBusy } from './exclusive.ts'
import { chooseOne, endDetour, fork } from './gateways.ts'
import type { DecisionStep, End, EventGateway, Join, Step, SubCase, ThrowEvent, Transition, UserTask } from './model.ts'
import {
  type Arrival,
  addFound,
  cancelRegion,
  factsAt,
  listed,
  newId,
  place,
  type Run,
  refuse,
  remove,
  stepOf,
} from './run.ts'
import type { OpenTask, Token } from './state.ts'
import { wake } from './waits.ts'

type Enter = { [K in Step['kind']]: (run: Run, arrival: Arrival, step: Extract<Step, { kind: K }>) => void }

const wait = (run: Run, arrival: Arrival, step: Step): void => stay(run, arrival, step, {})

const ENTER: Enter = {
  userTask: (run, arrival, step) => (step.coSign?.need === 'none' ? circulate : ask)(run, arrival, step),
  serviceTask: wait,
  subCase: (run, arrival, step) => (step.each === undefined ? wait : openEach)(run, arrival, step),
  timer: wait,
  receive: wait,
  condition: wait,
  boundary: wait,
  decision: decide,
  throw: throwEvent,
  exclusive: (run, arrival, step) => pass(run, arrival, chooseOne(run, arrival, step)),
  eventGateway: offer,
  split: fork,
  inclusive: fork,
  join: (run, arrival, step) => {
    if (endDetour(run, arrival)) place(run, { step: step.id, forks: upTo(step, arrival), trail: arrival.trail })
  },
  end: (run, arrival, step) => {
    if (endDetour(run, arrival)) end(run, step)
  },
}

/** Brings an arrival into its step: a token that waits there, or further arrivals behind a gateway. */
export function enter(run: Run, arrival: Arrival): void {
  const step = stepOf(run, arrival.step)
  const into = ENTER[step.kind] as (run: Run, arrival: Arrival, step: Step) => void
  if (isBusy(run, step)) place(run, { ...tokenOf(arrival), blocked: atDoorOf(arrival) })
  else into(run, arrival, step)
}

function tokenOf({ reason: _, sameActorAs: __, votes: ___, signers: ____, ...token }: Arrival): Omit<Token, 'id'> {
  return token
}

/** A token that stays, with the boundary events beside it. */
function stay(run: Run, arrival: Arrival, step: Step, more: Partial<Token>): void {
  const watch = watchFor(run, step.id)
  place(run, { ...tokenOf(arrival), ...more, watch })
  if (watch) placeBorders(run, step.id, watch, arrival)
}

function pass(run: Run, arrival: Arrival, transition: Transition): void {
  run.queue.push({ ...arrival, step: transition.to })
}

function ask(run: Run, arrival: Arrival, step: UserTask): void {
  const votes = arrival.votes?.length ? arrival.votes : undefined
  const tasks = tasksFor(run, step, arrival)
  if (!step.coSign?.inTurn) {
    stay(run, arrival, step, { tasks, votes })
    return
  }
  const later = tasks.slice(1).map(({ signer }) => signer!)
  stay(run, arrival, step, { tasks: tasks.slice(0, 1), votes, later: later.length > 0 ? later : undefined })
}

/** 传阅: the readers' tasks stand beside the case, which goes on at once. Circulated again, it is read again. */
function circulate(run: Run, arrival: Arrival, step: UserTask): void {
  remove(
    run,
    run.state.tokens.filter(({ step: at, aside }) => aside && at === step.id),
  )
  const tasks = signersOf(run, arrival, step).map(
    (signer): OpenTask => ({ id: newId(run, 'k'), signer, reason: 'flow' }),
  )
  if (tasks.length > 0) place(run, { step: step.id, forks: [], trail: [], tasks, aside: true })
  pass(run, arrival, step.transitions.find(({ name }) => name === step.coSign!.pass)!)
}

/** Whoever did the task the rule points to; nobody yet when this is the first task of the case. */
function tasksFor(run: Run, step: UserTask, arrival: Arrival): OpenTask[] {
  const passed = { pool: undefined, previous: arrival.trail.at(-1), starter: arrival.trail[0] }[step.assignment]
  const sameActorAs = arrival.sameActorAs ?? passed?.task
  const reason = arrival.reason ?? 'flow'
  if (!step.coSign) return [{ id: newId(run, 'k'), reason, ...(sameActorAs && { sameActorAs }) }]
  const signers = arrival.signers ?? signersOf(run, arrival, step)
  if (signers.length === 0) refuse('signers.missing', { step: step.id }, 422)
  return signers.map((signer) => ({ id: newId(run, 'k'), signer, reason }))
}

function signersOf(run: Run, arrival: Arrival, step: UserTask): string[] {
  const found = run.world.evaluate(step.coSign!.signers, factsAt(run, arrival))
  return [...new Set(listed(step.id, found).filter((signer) => typeof signer === 'string'))]
}

/** A token for each child, in a fork of their own that the last to end leaves; nobody to ask, nothing to wait for. */
function openEach(run: Run, arrival: Arrival, step: SubCase): void {
  const found = run.world.evaluate(step.each!, factsAt(run, arrival))
  const items = listed(step.id, found)
  addFound(run, Object.fromEntries(Object.keys(step.outputs ?? {}).map((name) => [name, []])))
  if (items.length === 0) {
    pass(run, arrival, step.transitions[0]!)
    return
  }
  const fork = newId(run, 'f')
  placeBorders(run, step.id, fork, arrival)
  if (step.inTurn) {
    const [item, ...rest] = items
    const forks = [...arrival.forks, { fork, split: step.id, branch: '1', rest }]
    place(run, { ...tokenOf(arrival), forks, item: item ?? null })
    return
  }
  for (const [i, item] of items.entries()) {
    const forks = [...arrival.forks, { fork, split: step.id, branch: String(i + 1) }]
    place(run, { ...tokenOf(arrival), forks, item: item ?? null })
  }
}

function offer(run: Run, arrival: Arrival, step: EventGateway): void {
  const race = newId(run, 'r')
  for (const transition of step.transitions) run.queue.push({ ...arrival, step: transition.to, race })
}

function decide(run: Run, arrival: Arrival, step: DecisionStep): void {
  const problem = decideStep(run, arrival, step)
  const failed = step.transitions.find(({ name }) => name === 'failed')
  if (problem && !failed) throw new Refusal(problem)
  pass(run, arrival, problem ? failed! : step.transitions[0]!)
}

function throwEvent(run: Run, arrival: Arrival, step: ThrowEvent): void {
  cancelRegion(run, step)
  if (!step.local) run.thrown.push({ step: step.id, event: step.event })
  // On its way before anybody is woken: what wakes may take away the part this event lies in, and it with it.
  pass(run, arrival, step.transitions[0]!)
  wake(run, step.event)
}

/** What comes out of a split inside that has no join counts for the branch it began in. */
const upTo = ({ split }: Join, { forks }: Arrival): Token['forks'] =>
  forks.slice(0, forks.findLastIndex((ref) => ref.split === split) + 1)

function end(run: Run, step: End): void {
  run.state.result = step.result
  if (!step.terminate) return
  run.state.tokens = []
  run.queue = []
}
