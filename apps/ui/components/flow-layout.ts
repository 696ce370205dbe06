import type { ProcessModel } from '../../../kernel/process/model.ts'
import { transitionsOf } from '../../../kernel/process/model.ts'
import type { Words } from '../i18n/use-texts.ts'

export type FlowState = 'done' | 'current' | 'ahead' | 'failed'
export type FlowNode = { id: string; title: Words; next: string[] }
/** `rank`: how far along the process; `x`: its middle, in boxes from the middle of the left-most. */
export type FlowPlace = FlowNode & { rank: number; x: number }
/** `lane`: of an arrow that cannot go straight down past the steps between, its place among those led around at the right. */
export type FlowArrow = { from: FlowPlace; to: FlowPlace; lane?: number }

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
 * way back and is not drawn. Each step stands below the middle of those that lead to it, as far as its neighbours leave room.
 * `breadth`: from the left-most middle to the right-most, in boxes.
 */
export function layOut(nodes: readonly FlowNode[]) {
  const forwards = forwardArrows(nodes)
  const placed = place(nodes, forwards)
  const leftMost = Math.min(0, ...[...placed.values()].map(({ x }) => x))
  for (const one of placed.values()) one.x -= leftMost
  const places = [...placed.values()]
  const drawn = forwards.map(([from, to]): FlowArrow => ({ from: placed.get(from)!, to: placed.get(to)! }))
  const blocked = drawn.filter((arrow) => !goesStraight(arrow, places))
  return {
    places,
    arrows: drawn.map((arrow): FlowArrow => {
      const lane = blocked.indexOf(arrow)
      return lane < 0 ? arrow : { ...arrow, lane }
    }),
    ranks: Math.max(0, ...places.map(({ rank }) => rank)) + 1,
    breadth: Math.max(0, ...places.map(({ x }) => x)),
    lanes: blocked.length,
  }
}

/**
 * The arrows that were gone along, as far as the states tell: out of what is done into what is done or under way, unless a
 * longer way between the two was gone.
 */
export function goneOf(arrows: readonly FlowArrow[], states: Record<string, FlowState>): FlowArrow[] {
  const isDone = ({ id }: FlowPlace) => states[id] === 'done'
  const led = arrows.filter(({ from, to }) => isDone(from) && (states[to.id] ?? 'ahead') !== 'ahead')
  const behind = (id: string): string[] =>
    led.flatMap(({ from, to }) => (from.id === id && isDone(to) ? [to.id, ...behind(to.id)] : []))
  const leadsOn = (id: string, goal: string) => led.some(({ from, to }) => to.id === goal && from.id === id)
  return led.filter(({ from, to }) => !behind(from.id).some((between) => between !== to.id && leadsOn(between, to.id)))
}

/** Is nothing in the column of the goal between the two? */
const goesStraight = ({ from, to }: FlowArrow, places: FlowPlace[]): boolean =>
  !places.some(({ rank, x }) => rank > from.rank && rank < to.rank && Math.abs(x - to.x) < 1)

/** Rank by rank from the top, each in the order of what leads to it. */
function place(nodes: readonly FlowNode[], arrows: readonly [string, string][]): Map<string, FlowPlace> {
  const rankOf = ranksOf(nodes, arrows)
  const placed = new Map<string, FlowPlace>()
  const ranks = Map.groupBy(nodes, ({ id }) => rankOf.get(id) ?? 0)
  for (const rank of [...ranks.keys()].toSorted((a, b) => a - b)) {
    const own = ranks.get(rank)!.map((node) => ({ node, wanted: wantedX(node.id, arrows, placed) }))
    own.sort((a, b) => a.wanted - b.wanted)
    const xs = within([...placed.values()], spaced(own.map(({ wanted }) => wanted)))
    for (const [i, { node }] of own.entries()) placed.set(node.id, { ...node, rank, x: xs[i]! })
  }
  return placed
}

function wantedX(id: string, arrows: readonly [string, string][], placed: Map<string, FlowPlace>): number {
  const above = arrows.flatMap(([from, to]) => (to === id ? placed.get(from)!.x : []))
  return above.length === 0 ? 0 : above.reduce((sum, x) => sum + x, 0) / above.length
}

/** The same order with a box's breadth between neighbours, moved as a whole so that they stand in the middle of where they want to. */
function spaced(wanted: number[]): number[] {
  const xs: number[] = []
  for (const x of wanted) xs.push(Math.max(x, (xs.at(-1) ?? Number.NEGATIVE_INFINITY) + 1))
  const pushed = xs.reduce((sum, x, i) => sum + x - wanted[i]!, 0) / xs.length
  return xs.map((x) => x - pushed)
}

/** Moved as a whole so as not to stand out beyond the ranks above, where they are broad enough: breadth is dear on a phone. */
function within(above: FlowPlace[], xs: number[]): number[] {
  const [left, right] = [Math.min(...above.map(({ x }) => x)), Math.max(...above.map(({ x }) => x))]
  const [first, last] = [xs[0]!, xs.at(-1)!]
  if (last - first > right - left) return xs
  const moved = Math.max(left - first, 0) + Math.min(right - last, 0)
  return xs.map((x) => x + moved)
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
