import { type BoundaryEvent, type ProcessModel, type Step, transitionsOf } from './model.ts'

/** A model prepared for walking: steps by id, and for each step the splits it lies inside, outermost first. */
export type Graph = {
  model: ProcessModel
  steps: Map<string, Step>
  /** boundary events by the step they stand beside */
  borders: Map<string, BoundaryEvent[]>
  /** steps one can come to next from a step, and those one can have come from */
  edges: { forward: Map<string, string[]>; back: Map<string, string[]> }
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
  const edges = edgesOf({ steps, borders })
  const graph = { model, steps, borders, edges, ...findContexts(model.start, steps, borders) }
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
const nextOf = (graph: Pick<Graph, 'steps' | 'borders'>, id: string): string[] => [
  ...(graph.borders.get(id) ?? []).map((border) => border.id),
  ...(graph.steps.has(id) ? transitionsOf(graph.steps.get(id)!).map(({ to }) => to) : []),
]

/** Steps from which the given ones can be reached (`back`), or that can be reached from them, themselves included. */
export function reach({ edges }: Graph, from: string[], direction: 'forward' | 'back'): Set<string> {
  const seen = new Set(from)
  for (const id of seen) for (const next of edges[direction].get(id) ?? []) seen.add(next)
  return seen
}

function edgesOf(graph: Pick<Graph, 'steps' | 'borders'>): Graph['edges'] {
  const forward = new Map([...graph.steps.keys()].map((id) => [id, nextOf(graph, id)]))
  const back = new Map<string, string[]>()
  for (const [id, next] of forward) for (const to of next) back.set(to, [...(back.get(to) ?? []), id])
  return { forward, back }
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
  for (const id of seen) for (const to of graph.edges.forward.get(id) ?? []) if (isInside(to)) seen.add(to)
  return seen
}
