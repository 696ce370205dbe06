import { invalid, type Problem } from '../problems/problem.ts'
import { advance, isProblem } from './advance.ts'
import { graphOf } from './graph.ts'
import type { ProcessModel, Title } from './model.ts'
import { type Choice, eventFor, expectedDays } from './simulate-choice.ts'
import { type Facts, newState, type ProcessEvent, type ProcessState, type Token, type World } from './state.ts'

export type Script = {
  facts?: Facts
  /** by step: what happens there, visit by visit; the last one stands for all that follow */
  choices?: Record<string, Choice | Choice[]>
  evaluate: World['evaluate']
  decide?: World['decide']
}

/** One thing done or come to pass. Days are working days since the case began. */
export type SimulatedAct = {
  step: string
  title: Title
  kind: string
  opened: number
  done: number
  role?: string
  signer?: string
  form?: string
  limitDays?: number
  /** done after its limit */
  late: boolean
  outcome?: string
}

export type Simulation = {
  acts: SimulatedAct[]
  /** every step come to, gateways included, in order: the path to be shown in the drawing */
  entered: string[]
  facts: Facts
  /** working days from the beginning to the last act */
  days: number
  /** how the case ended; absent when it did not */
  result?: string
  /** steps where something is still open */
  open: string[]
  /** why it went no further, and where */
  stuck?: { step: string; problem: Problem }
}

/** More acts than any case worth looking at has. */
const MOST_ACTS = 500

type Play = {
  model: ProcessModel
  script: Script
  state: ProcessState
  facts: Facts
  day: number
  acts: SimulatedAct[]
  entered: string[]
  /** day a token began to stand, by its id */
  since: Map<string, number>
  visits: Map<string, number>
}

/**
 * A sample case played to its end: each task is done within its limit and by its first outcome, each job succeeds, each
 * message comes at once, unless the script says otherwise. What is due first happens first, so that a boundary timer
 * goes off when a task takes longer. Nobody and nothing outside is touched.
 */
export function simulate(model: ProcessModel, script: Script): Simulation {
  const play: Play = {
    model,
    script,
    state: newState(),
    facts: script.facts ?? {},
    day: 0,
    acts: [],
    entered: [],
    since: new Map(),
    visits: new Map(),
  }
  const problem = act(play, { type: 'start' })
  if (problem) return told(play, { step: model.start, problem })
  for (let acts = 0; acts < MOST_ACTS; acts++) {
    const next = nextDue(play)
    if (!next) return told(play)
    const refused = happen(play, next)
    if (refused) return told(play, { step: next.token.step, problem: refused })
  }
  return told(play, {
    step: play.acts.at(-1)!.step,
    problem: invalid('process.simulation.too-long', { acts: MOST_ACTS }),
  })
}

type Due = { token: Token; task?: string; signer?: string; choice: Choice; day: number }

/** The first thing to happen, by its day; of several on one day the one that has stood longest. */
function nextDue(play: Play): Due | undefined {
  const due = play.state.tokens.flatMap((token) => dueAt(play, token))
  return due.reduce<Due | undefined>((first, one) => (first && first.day <= one.day ? first : one), undefined)
}

function dueAt(play: Play, token: Token): Due[] {
  const step = graphOf(play.model).steps.get(token.step)!
  const choice = choiceFor(play, token.step)
  const days = expectedDays(step, token, choice)
  if (days === undefined) return []
  const at = { token, choice: choice ?? {}, day: play.since.get(token.id)! + days }
  return token.tasks ? token.tasks.map(({ id, signer }) => ({ ...at, task: id, ...(signer && { signer }) })) : [at]
}

function choiceFor({ script, visits }: Play, step: string): Choice | undefined {
  const choice = script.choices?.[step]
  return Array.isArray(choice) ? choice[Math.min(visits.get(step) ?? 0, choice.length - 1)] : choice
}

function happen(play: Play, { token, task, signer, choice, day }: Due): Problem | undefined {
  const step = graphOf(play.model).steps.get(token.step)!
  const event = eventFor(step, token, task, choice)
  const opened = play.since.get(token.id)!
  play.day = day
  const limitDays = step.kind === 'userTask' ? step.limitDays : undefined
  const outcome = 'outcome' in event ? event.outcome : 'result' in event ? event.result : undefined
  play.acts.push({
    step: step.id,
    title: step.title,
    kind: event.type === 'returnTo' ? 'return' : step.kind,
    opened,
    done: day,
    late: limitDays !== undefined && day - opened > limitDays,
    ...(step.kind === 'userTask' && { role: step.role, form: step.form }),
    ...(signer && { signer }),
    ...(limitDays !== undefined && { limitDays }),
    ...(outcome !== undefined && { outcome }),
  })
  play.visits.set(step.id, (play.visits.get(step.id) ?? 0) + 1)
  return act(play, event, choice.data)
}

function act(play: Play, event: ProcessEvent, data: Facts = {}): Problem | undefined {
  const { evaluate, decide } = play.script
  const facts = { ...play.facts, ...data }
  const answer = advance(play.model, play.state, event, { facts, evaluate, ...(decide && { decide }) })
  if (isProblem(answer)) return answer
  const before = play.since
  play.state = answer.state
  play.facts = { ...facts, ...answer.facts }
  play.entered.push(...answer.entered)
  play.since = new Map(
    answer.state.tokens.map(({ id, tasks }) => [id, before.get(id) ?? standing(play, tasks) ?? play.day]),
  )
  return undefined
}

/** A co-signed step stands as long as the tasks that are left of it, though each vote changes its token. */
function standing({ acts, day }: Play, tasks: Token['tasks']): number | undefined {
  const last = acts.at(-1)
  const same = last?.signer !== undefined && tasks?.some(({ signer, reason }) => signer && reason === 'flow')
  return same && last.done === day ? last.opened : undefined
}

function told(play: Play, stuck?: Simulation['stuck']): Simulation {
  const { acts, entered, facts, day, state } = play
  return {
    acts,
    entered,
    facts,
    days: day,
    open: state.tokens.map(({ step }) => step),
    ...(state.status === 'ended' && { result: state.result! }),
    ...(stuck && { stuck }),
  }
}
