import { invalid, type Problem } from '../problems/problem.ts'
import type { Graph } from './graph.ts'
import { compact } from './run.ts'
import type { Back, ForkRef, Passed, Token } from './state.ts'

/** Old step → the step that takes its place; steps that keep their id need none. */
export type Mapping = Record<string, string>

/** A token as it would stand in the new version; `was`: as it stands now. */
export type Carried = { was: Token; token: Token; notes: Problem[] }

export const note = (name: string, params: Problem['params']): Problem => invalid(`process.migration.${name}`, params)

/** Puts new names in place of old ones, and leaves out places to go back to that are no more. */
export function carryToken(graph: Graph, was: Token, mapping: Mapping): Carried {
  const notes: Problem[] = []
  const token: Token = compact({
    ...was,
    step: named(was.step, mapping),
    forks: carryForks(was.forks, mapping),
    trail: carryTrail(graph, was.trail, mapping, notes),
    detour: was.detour && carryForks(was.detour, mapping),
    back: carryBack(graph, was.back, mapping, notes),
  })
  return { was, token, notes }
}

const named = (step: string, mapping: Mapping): string => mapping[step] ?? step

const carryForks = (forks: ForkRef[], mapping: Mapping): ForkRef[] =>
  forks.map((ref) => ({ ...ref, split: named(ref.split, mapping) }))

/** Steps of people only: two old steps that became one are returned to once, where the later was done. */
function carryTrail(graph: Graph, trail: Passed[], mapping: Mapping, notes: Problem[]): Passed[] {
  const kept = new Map<string, Passed>()
  for (const { step, task } of trail) {
    const at = named(step, mapping)
    if (graph.steps.get(at)?.kind === 'userTask') kept.set(at, { step: at, task })
    else notes.push(note('trail-shortened', { step }))
  }
  return [...kept.values()]
}

function carryBack(graph: Graph, back: Back | undefined, mapping: Mapping, notes: Problem[]): Back | undefined {
  if (!back) return undefined
  const step = named(back.step, mapping)
  const forks = carryForks(back.forks, mapping)
  const fits = graph.steps.get(step)?.kind === 'userTask' && graph.contexts.get(step)?.join() === splitsOf(forks)
  if (!fits || back.votes) {
    notes.push(note('straight-back-lost', { step: back.step }))
    return undefined
  }
  const trail = carryTrail(graph, back.trail, mapping, notes)
  const detour = back.detour && carryForks(back.detour, mapping)
  return compact({ ...back, step, forks, trail, detour, back: carryBack(graph, back.back, mapping, notes) })
}

/** The forks around its step: a child case of several also lies in the fork of them all. */
export const forksAround = ({ step, forks }: Token): ForkRef[] =>
  forks.at(-1)?.split === step ? forks.slice(0, -1) : forks

export const splitsOf = (forks: ForkRef[]): string => forks.map(({ split }) => split).join()
