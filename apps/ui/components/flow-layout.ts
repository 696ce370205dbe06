import type { ProcessModel } from '../../../kernel/process/model.ts'
import { transitionsOf } from '../../../kernel/process/model.ts'
import type { Words } from '../i18n/use-texts.ts'

export type FlowState = 'done' | 'current' | 'ahead' | 'failed'
export type FlowNode = { id: string; title: Words; next: string[] }
type Place = FlowNode & { column: number; row: number }

const SHOWN = new Set(['userTask', 'serviceTask', 'timer', 'receive', 'end'])

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
      next: [...new Set(transitionsOf(step).flatMap(({ to }) => behind(to, new Set())))],
    }))
}

/**
 * Columns by the longest way from a step nobody leads to; ways back (a return) are not drawn. Alternatives share a column.
 */
export function layOut(nodes: readonly FlowNode[]) {
  const column = new Map<string, number>()
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const place = (id: string, at: number, path: ReadonlySet<string>) => {
    if (path.has(id) || (column.get(id) ?? -1) >= at) return
    column.set(id, at)
    for (const next of byId.get(id)?.next ?? []) place(next, at + 1, new Set([...path, id]))
  }
  const first = nodes[0]
  if (first) place(first.id, 0, new Set())
  for (const { id } of nodes) if (!column.has(id)) place(id, 0, new Set())
  const filled = new Map<number, number>()
  const places: Place[] = nodes.map((node) => {
    const at = column.get(node.id) ?? 0
    const row = filled.get(at) ?? 0
    filled.set(at, row + 1)
    return { ...node, column: at, row }
  })
  const placed = new Map(places.map((one) => [one.id, one]))
  const arrows = places.flatMap((from) =>
    from.next.flatMap((id) => {
      const to = placed.get(id)
      return to && to.column > from.column ? [{ from, to }] : []
    }),
  )
  return { places, arrows, columns: Math.max(0, ...filled.keys()) + 1, rows: Math.max(1, ...filled.values()) }
}
