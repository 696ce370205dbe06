import { type ProcessModel, type Step, transitionsOf } from './model.ts'

/** A model prepared for walking: steps by id, and for each step the splits it lies inside, outermost first. */
export type Graph = {
  model: ProcessModel
  steps: Map<string, Step>
  /** split and inclusive gateways around a step; empty for steps on the main path */
  contexts: Map<string, string[]>
  /** steps other than ends that can be reached both inside and outside a split, or inside two different ones */
  clashes: Set<string>
}

const prepared = new WeakMap<ProcessModel, Graph>()

export function graphOf(model: ProcessModel): Graph {
  const known = prepared.get(model)
  if (known) return known
  const graph = { model, steps: new Map(model.steps.map((step) => [step.id, step])), ...findContexts(model) }
  prepared.set(model, graph)
  return graph
}

function findContexts(model: ProcessModel): Pick<Graph, 'contexts' | 'clashes'> {
  const steps = new Map(model.steps.map((step) => [step.id, step]))
  const contexts = new Map<string, string[]>([[model.start, []]])
  const clashes = new Set<string>()
  const queue = [model.start]
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const step = steps.get(id)
    if (!step) continue
    const inside = contextAfter(step, contexts.get(id)!)
    for (const { to } of transitionsOf(step)) {
      const before = contexts.get(to)
      if (!before) {
        contexts.set(to, inside)
        queue.push(to)
      } else if (before.join() !== inside.join() && steps.get(to)?.kind !== 'end') clashes.add(to)
    }
  }
  return { contexts, clashes }
}

function contextAfter(step: Step, context: string[]): string[] {
  if (step.kind === 'split' || step.kind === 'inclusive') return [...context, step.id]
  return step.kind === 'join' ? context.slice(0, -1) : context
}

/** Steps from which the given ones can be reached (`back`), or that can be reached from them, themselves included. */
export function reach(model: ProcessModel, from: string[], direction: 'forward' | 'back'): Set<string> {
  const edges = new Map<string, string[]>()
  for (const step of model.steps) {
    for (const { to } of transitionsOf(step)) {
      const [a, b] = direction === 'forward' ? [step.id, to] : [to, step.id]
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
  for (const id of seen) {
    for (const { to } of transitionsOf(graph.steps.get(id)!)) if (isInside(to)) seen.add(to)
  }
  return seen
}
