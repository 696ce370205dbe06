import { type BoundaryEvent, type ProcessModel, type Step, transitionsOf } from './model.ts'

/** A model prepared for walking: steps by id, and for each step the splits it lies inside, outermost first. */
export type Graph = {
  model: ProcessModel
  steps: Map<string, Step>
  /** boundary events by the step they stand beside */
  borders: Map<string, BoundaryEvent[]>
  /** split and inclusive gateways, and side paths, around a step; empty for steps on the main path */
  contexts: Map<string, string[]>
  /**
   * steps other than ends that are come to from inside another split than the first way to them lies in, each with where
   * from
   */
  clashes: Map<string, string[]>
}

const prepared = new WeakMap<ProcessModel, Graph>()

export function graphOf(model: ProcessModel): Graph {
  const known = prepared.get(model)
  if (known) return known
  const steps = new Map(model.steps.map((step) => [step.id, step]))
  const borders = Map.groupBy(
    model.steps.filter((step) => step.kind === 'boundary'),
    ({ attachedTo }) => attachedTo,
  )
  const graph = { model, steps, borders, ...findContexts(model.start, steps, borders) }
  prepared.set(model, graph)
  return graph
}

function findContexts(
  start: string,
  steps: Graph['steps'],
  borders: Graph['borders'],
): Pick<Graph, 'contexts' | 'clashes'> {
  const contexts = new Map<string, string[]>([[start, []]])
  const clashes = new Map<string, string[]>()
  const queue = [start]
  const arrive = (id: string, context: string[], from: string): void => {
    const inside = contextAt(steps.get(id), context)
    const before = contexts.get(id)
    if (!before) {
      contexts.set(id, inside)
      queue.push(id)
    } else if (before.join() !== inside.join() && steps.get(id)?.kind !== 'end')
      clashes.set(id, [...(clashes.get(id) ?? []), from])
  }
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const step = steps.get(id)
    if (!step) continue
    for (const border of borders.get(id) ?? []) arrive(border.id, contexts.get(id)!, id)
    for (const { to } of transitionsOf(step)) arrive(to, contextAfter(step, contexts.get(id)!), id)
  }
  return { contexts, clashes }
}

/** A join takes in what comes from splits inside its own that have no join (WCP 37). */
function contextAt(step: Step | undefined, context: string[]): string[] {
  const at = step?.kind === 'join' ? context.lastIndexOf(step.split) : -1
  return at < 0 ? context : context.slice(0, at + 1)
}

function contextAfter(step: Step, context: string[]): string[] {
  const opens = step.kind === 'split' || step.kind === 'inclusive' || (step.kind === 'boundary' && !step.interrupting)
  if (opens) return [...context, step.id]
  return step.kind === 'join' ? context.slice(0, -1) : context
}

/** Where a token at the step can come to next: its ways out, and the events on its border. */
export const nextOf = (graph: Graph, id: string): string[] => [
  ...(graph.borders.get(id) ?? []).map((border) => border.id),
  ...(graph.steps.has(id) ? transitionsOf(graph.steps.get(id)!).map(({ to }) => to) : []),
]

/** Steps from which the given ones can be reached (`back`), or that can be reached from them, themselves included. */
export function reach(graph: Graph, from: string[], direction: 'forward' | 'back'): Set<string> {
  const edges = new Map<string, string[]>()
  for (const id of graph.steps.keys()) {
    for (const to of nextOf(graph, id)) {
      const [a, b] = direction === 'forward' ? [id, to] : [to, id]
      edges.set(a, [...(edges.get(a) ?? []), b])
    }
  }
  const seen = new Set(from)
  for (const id of seen) for (const next of edges.get(id) ?? []) seen.add(next)
  return seen
}

/** Names of the branches of a split in which a step lies. */
export function branchesWith(graph: Graph, split: string, stepId: string): string[] {
  const step = graph.steps.get(split)
  return step
    ? transitionsOf(step).flatMap(({ name, to }) => (insideBranch(graph, split, to).has(stepId) ? [name] : []))
    : []
}

function insideBranch(graph: Graph, split: string, first: string): Set<string> {
  const isInside = (id: string): boolean => graph.contexts.get(id)?.includes(split) ?? false
  const seen = new Set(isInside(first) ? [first] : [])
  for (const id of seen) for (const to of nextOf(graph, id)) if (isInside(to)) seen.add(to)
  return seen
}
