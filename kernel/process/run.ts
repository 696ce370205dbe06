import { invalid, Refusal } from '../problems/problem.ts'
import { type Graph, graphOf } from './graph.ts'
import type { ProcessModel, Step } from './model.ts'
import type { Facts, ProcessState, Token, World } from './state.ts'

/** Something on its way into a step. */
export type Arrival = Omit<Token, 'id' | 'tasks' | 'votes' | 'failed'> & {
  reason?: 'return' | 'straightBack'
  sameActorAs?: string
}

/** One advance in the making: works on a copy of the state, and is thrown away when anything refuses. */
export type Run = {
  graph: Graph
  state: ProcessState
  queue: Arrival[]
  world: World
}

export function openRun(model: ProcessModel, state: ProcessState, world: World): Run {
  return { graph: graphOf(model), state: { ...state }, queue: [], world }
}

export function refuse(name: string, params: Record<string, string | number> = {}, status = 409): never {
  throw new Refusal({ ...invalid(`process.${name}`, params), status })
}

export function stepOf(run: Run, id: string): Step {
  return run.graph.steps.get(id) ?? refuse('step.unknown', { step: id }, 422)
}

export const newId = (run: Run, prefix: string): string => `${prefix}${run.state.nextId++}`

export const withFacts = (run: Run, more: Facts): void => {
  run.world = { ...run.world, facts: { ...run.world.facts, ...more } }
}

/** Members that are undefined are left out, so that a state equals itself after a trip through storage. */
export function place(run: Run, token: Omit<Token, 'id'>): void {
  const members = Object.entries({ id: newId(run, 't'), ...token }).filter(([, value]) => value !== undefined)
  run.state.tokens = [...run.state.tokens, Object.fromEntries(members) as Token]
}

export function remove(run: Run, tokens: Token[]): void {
  run.state.tokens = run.state.tokens.filter((token) => !tokens.includes(token))
}

/** Puts a changed copy in the place of a token. */
export function replace(run: Run, token: Token, change: Partial<Token>): void {
  const { id: _, ...rest } = token
  remove(run, [token])
  place(run, { ...rest, ...change })
}

export const holds = (token: Token, fork: string): boolean =>
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
  const step = stepOf(run, token.step)
  const region = 'cancels' in step ? (step.cancels ?? []) : []
  remove(run, [token, ...run.state.tokens.filter((other) => region.includes(other.step))])
  const trail = passed ? [...cutTrail(token, token.step), { step: token.step, task: passed }] : token.trail
  run.queue.push({ step: to, forks: token.forks, trail, detour: token.detour })
}

/** A step done again counts once, so that a trail never grows past the number of steps. */
export function cutTrail(token: Token, step: string): Token['trail'] {
  const at = token.trail.findIndex((passed) => passed.step === step)
  return at < 0 ? token.trail : token.trail.slice(0, at)
}
