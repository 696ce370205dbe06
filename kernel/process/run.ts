import { invalid, Refusal } from '../problems/problem.ts'
import { type Graph, graphOf } from './graph.ts'
import type { ProcessModel, Step } from './model.ts'
import type { AtDoor, Facts, ProcessState, Token, World } from './state.ts'

/** Something on its way into a step. */
export type Arrival = Omit<Token, 'id' | 'tasks' | 'votes' | 'later' | 'item' | 'failed' | 'watch' | 'blocked'> & AtDoor

/** One advance in the making: works on a copy of the state, and is thrown away when anything refuses. */
export type Run = {
  graph: Graph
  state: ProcessState
  queue: Arrival[]
  world: World
  /** what decisions and child cases have added to the facts */
  found: Facts
  thrown: { step: string; event: string }[]
  /** steps come to, gateways included, in order */
  entered: string[]
  /** steps woken by a thrown event or a condition: each once in one act, so that they cannot wake each other for ever */
  woken: Set<string>
}

export function openRun(model: ProcessModel, state: ProcessState, world: World): Run {
  const made = { queue: [], found: {}, thrown: [], entered: [], woken: new Set<string>() }
  return { graph: graphOf(model), state: { ...state }, world, ...made }
}

export function refuse(name: string, params: Record<string, string | number> = {}, status = 409): never {
  throw new Refusal({ ...invalid(`process.${name}`, params), status })
}

export function stepOf(run: Run, id: string): Step {
  return run.graph.steps.get(id) ?? refuse('step.unknown', { step: id }, 422)
}

/** What expressions see there: inside a part that is gone once for each of a list, also the `item` it is gone for. */
export function factsAt({ world: { facts } }: Run, { forks }: Pick<Token, 'forks'>): Facts {
  const each = forks.findLast(({ nth }) => nth !== undefined)
  return each ? { ...facts, item: each.item } : facts
}

export const newId = (run: Run, prefix: string): string => `${prefix}${run.state.nextId++}`

export const withFacts = (run: Run, more: Facts): void => {
  run.world = { ...run.world, facts: { ...run.world.facts, ...more } }
}

/** Facts that come from the process itself and not from the act: seen by what follows, and reported to be kept. */
export function addFound(run: Run, facts: Facts): void {
  withFacts(run, facts)
  run.found = { ...run.found, ...facts }
}

/** Members that are undefined are left out, so that a state equals itself after a trip through storage. */
export function place(run: Run, token: Omit<Token, 'id'>): void {
  run.state.tokens = [...run.state.tokens, compact({ id: newId(run, 't'), ...token })]
}

export const compact = <T extends object>(members: T): T =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T

export function remove(run: Run, tokens: Token[]): void {
  run.state.tokens = run.state.tokens.filter((token) => !tokens.includes(token))
}

/** Puts a changed copy in the place of a token. */
export function replace(run: Run, token: Token, change: Partial<Token>): void {
  const { id: _, ...rest } = token
  remove(run, [token])
  place(run, { ...rest, ...change })
}

export const holds = (token: Pick<Token, 'forks' | 'detour'>, fork: string): boolean =>
  [...token.forks, ...(token.detour ?? [])].some((ref) => ref.fork === fork)

export const holdersOf = (run: Run, fork: string): Token[] => run.state.tokens.filter((token) => holds(token, fork))

/** The first to act excludes the others of its race. */
export function winRace(run: Run, token: Token): void {
  if (token.race)
    remove(
      run,
      run.state.tokens.filter((other) => other !== token && other.race === token.race),
    )
}

/** Takes a token out of its step along a transition. */
export function leave(run: Run, token: Token, to: string, passed?: string): void {
  winRace(run, token)
  remove(run, [token])
  cancelRegion(run, stepOf(run, token.step))
  const trail = passed ? [...cutTrail(token, token.step), { step: token.step, task: passed }] : token.trail
  run.queue.push({ step: to, forks: token.forks, trail, detour: token.detour })
}

/** Takes away what is under way on the steps this one cancels. */
export function cancelRegion(run: Run, step: Step): void {
  const region = 'cancels' in step ? (step.cancels ?? []) : []
  if (region.length === 0) return
  const isIn = ({ step: at }: { step: string }): boolean => region.includes(at)
  remove(run, run.state.tokens.filter(isIn))
  run.queue = run.queue.filter((arrival) => !isIn(arrival))
}

/** A step done again counts once, so that a trail never grows past the number of steps. */
export function cutTrail(token: Token, step: string): Token['trail'] {
  const at = token.trail.findIndex((passed) => passed.step === step)
  return at < 0 ? token.trail : token.trail.slice(0, at)
}

/** Branches, children or signers of one step; a county has fewer, and a slip in a number must not open a million. */
const MOST_LISTED = 500

/** What an expression names one by one; nothing where it is no list. */
export function listed(step: string, value: unknown): unknown[] {
  if (!Array.isArray(value)) return []
  if (value.length > MOST_LISTED) refuse('list.too-long', { step, count: value.length, most: MOST_LISTED }, 422)
  return value
}
