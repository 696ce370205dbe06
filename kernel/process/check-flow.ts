import { type Finding, fault } from './check-finding.ts'
import { type Graph, graphOf, reach } from './graph.ts'
import { type Join, type ProcessModel, type Step, transitionsOf, type UserTask } from './model.ts'

/**
 * Soundness by structure: every step lies inside the same splits on every way to it, a join closes a split it lies in,
 * and from every step an end can be reached. Then no token is left behind and no join waits for ever. A way that leads
 * nowhere is reported by itself, and taken here for one that ends.
 */
export function checkFlow(model: ProcessModel): Finding[] {
  const graph = graphOf(model)
  const reached = reach(graph, [model.start], 'forward')
  const ending = reach(graph, endsOf(graph), 'back')
  const about = (name: string, wrong: (step: Step) => boolean): Finding[] =>
    [...graph.steps.values()].filter(wrong).map(({ id }) => fault(name, { step: id }))
  return [
    ...about('unreachable', ({ id }) => graph.steps.has(model.start) && !reached.has(id)),
    ...about('never-ends', ({ id }) => reached.has(id) && !ending.has(id)),
    ...[...graph.clashes].map(([step, from]) => fault('dead-token', { step, from: from.join('、') })),
    ...about('endless', (step) => returnsByItself(graph, step)),
    ...about('border-open', (step) => isSplit(step) && isWhole(graph, step) && isLeftAside(graph, step.id)),
    ...about('race-without-wait', (step) => step.kind === 'eventGateway' && !offersWaits(graph, step)),
    ...[...graph.steps.values()].flatMap((step) =>
      step.kind === 'join' && reached.has(step.id) ? checkJoin(graph, step) : [],
    ),
  ]
}

const endsOf = ({ steps }: Graph): string[] =>
  [...steps.values()].flatMap((step) =>
    step.kind === 'end' || transitionsOf(step).some(({ to }) => !steps.has(to)) ? step.id : [],
  )

const MOVE_ON = ['exclusive', 'inclusive', 'split', 'join', 'eventGateway', 'decision', 'throw']

/** Where a step nobody is waited for at leads to; of a reading round, the way the case goes on. */
function waysAtOnce(step: Step): string[] {
  if (isReading(step)) return step.transitions.flatMap(({ name, to }) => (name === step.coSign!.pass ? to : []))
  return MOVE_ON.includes(step.kind) ? transitionsOf(step).map(({ to }) => to) : []
}

/** A circle in which nobody is ever waited for would turn for ever. */
function returnsByItself(graph: Graph, start: Step): boolean {
  const seen = new Set(waysAtOnce(start))
  for (const id of seen) {
    const step = graph.steps.get(id)
    for (const to of step ? waysAtOnce(step) : []) seen.add(to)
  }
  return seen.has(start.id)
}

const isReading = (step: Step): step is UserTask => step.kind === 'userTask' && step.coSign?.need === 'none'

const offersWaits = (graph: Graph, step: Step): boolean =>
  transitionsOf(step).every(({ to }) => {
    const offered = graph.steps.get(to)
    return !offered || (['userTask', 'timer', 'receive', 'condition'].includes(offered.kind) && !isReading(offered))
  })

/** Watched by boundary events, or gone once for each of a list. */
const isWhole = (graph: Graph, step: Step): boolean =>
  graph.borders.has(step.id) || (step.kind === 'split' && step.each !== undefined)

const isSplit = ({ kind }: Step): boolean => kind === 'split' || kind === 'inclusive'

/** Boundary events watch a part from its split to its own join: no branch may leave it but by that, or by ending. */
function isLeftAside(graph: Graph, split: string): boolean {
  const lies = (id: string): boolean => graph.contexts.get(id)?.includes(split) ?? false
  const leaves = (step: Step): boolean => {
    if (!lies(step.id) || (step.kind === 'join' && step.split === split)) return false
    return transitionsOf(step).some(({ to }) => !lies(to) && graph.steps.get(to) && graph.steps.get(to)!.kind !== 'end')
  }
  return [...graph.steps.values()].some(leaves)
}

function checkJoin(graph: Graph, join: Join): Finding[] {
  const split = graph.steps.get(join.split)
  if (!split || !isSplit(split) || graph.contexts.get(join.id)?.at(-1) !== join.split) {
    return [fault('join-without-split', { step: join.id, split: join.split })]
  }
  const twins = [...graph.steps.values()].filter((step) => step.kind === 'join' && step.split === join.split)
  const most = split.kind === 'split' && split.each !== undefined ? 1e9 : transitionsOf(split).length
  const inRange = join.need === undefined || (Number.isInteger(join.need) && join.need >= 1 && join.need <= most)
  return [
    ...(twins.length > 1 ? [fault('several-joins', { step: join.id, split: join.split })] : []),
    ...(inRange ? [] : [fault('need-out-of-range', { step: join.id, most })]),
  ]
}
