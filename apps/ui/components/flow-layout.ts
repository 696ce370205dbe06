import type { ProcessModel } from '../../../kernel/process/model.ts'
import { transitionsOf } from '../../../kernel/process/model.ts'
import type { Words } from '../i18n/use-texts.ts'

export type FlowState = 'done' | 'current' | 'ahead' | 'failed'
export type FlowNode = { id: string; title: Words; next: string[] }
/** `rank`: how far along the process; `place` among the `beside` steps of the same rank. */
type Place = FlowNode & { rank: number; place: number; beside: number }

const SHOWN = new Set(['userTask', 'serviceTask', 'subCase', 'timer', 'receive', 'condition', 'end'])

/** The steps people know: gateways are passed through, an arrow leads to whatever lies behind them. */
export function nodesOf(model: ProcessModel): FlowNode[] {
  const steps = new Map(model.steps.map((step) => [step.id, step]))
  const behind = (id: string, seen: Set<string>): string[] => {
    const step = steps.get(id)
    if (!step || seen.has(id)) return []
    if (SHOWN.has(step.kind)) return [id]
    return transitionsOf(step).flatMap(({ to }) => behind(to, new Set([...seen, id])))
  }
  return model.steps
    .filter(({ kind }) => SHOWN.has(kind))
    .map((step) => ({
      id: step.id,
      title: step.title,
      next: [
        ...new Set(
          [...bordersOf(model, step.id), ...transitionsOf(step).map(({ to }) => to)].flatMap((to) =>
            behind(to, new Set()),
          ),
        ),
      ],
    }))
}

/** An event on the border of a step leads on from that step. */
const bordersOf = (model: ProcessModel, host: string): string[] =>
  model.steps.flatMap((step) => (step.kind === 'boundary' && step.attachedTo === host ? step.id : []))

/**
 * Ranks by the longest way forwards, steps being declared in the order they are thought of: an arrow to an earlier step is a
 * way back and is not drawn. Alternatives share a rank.
 */
export function layOut(nodes: readonly FlowNode[]) {
  const forwards = forwardArrows(nodes)
  const rankOf = ranksOf(nodes, forwards)
  const ranks = Map.groupBy(nodes, ({ id }) => rankOf.get(id) ?? 0)
  const places: Place[] = [...ranks].flatMap(([rank, own]) =>
    own.map((node, place) => ({ ...node, rank, place, beside: own.length })),
  )
  const placed = new Map(places.map((one) => [one.id, one]))
  return {
    places,
    arrows: forwards.map(([from, to]) => ({ from: placed.get(from)!, to: placed.get(to)! })),
    ranks: Math.max(0, ...ranks.keys()) + 1,
    breadth: Math.max(1, ...[...ranks.values()].map(({ length }) => length)),
  }
}

function forwardArrows(nodes: readonly FlowNode[]): [from: string, to: string][] {
  const order = new Map(nodes.map(({ id }, index) => [id, index]))
  return nodes.flatMap(({ id, next }) =>
    next.flatMap((to): [string, string][] => ((order.get(to) ?? -1) > order.get(id)! ? [[id, to]] : [])),
  )
}

/** Arrows only lead to later steps, so one pass in order is enough. */
function ranksOf(nodes: readonly FlowNode[], arrows: readonly [string, string][]): Map<string, number> {
  const rank = new Map(nodes.map(({ id }) => [id, 0]))
  for (const { id } of nodes)
    for (const [from, to] of arrows) if (from === id) rank.set(to, Math.max(rank.get(to)!, rank.get(id)! + 1))
  return rank
}
