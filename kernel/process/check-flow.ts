import { invalid, type Problem } from '../problems/problem.ts'
import { type Graph, graphOf, reach } from './graph.ts'
import { type Join, type ProcessModel, type Step, transitionsOf } from './model.ts'

export const modelProblem = (name: string, params: Record<string, string | number>): Problem =>
  invalid(`process.model.${name}`, params)

/**
 * Soundness by structure: every step lies inside the same splits on every way to it, a join closes the innermost split,
 * and from every step an end can be reached. Then no token is left behind and no join waits for ever.
 */
export function checkFlow(model: ProcessModel): Problem[] {
  const graph = graphOf(model)
  const reached = reach(model, [model.start], 'forward')
  const ends = model.steps.filter(({ kind }) => kind === 'end').map(({ id }) => id)
  const ending = reach(model, ends, 'back')
  const about = (name: string, wrong: (step: Step) => boolean): Problem[] =>
    model.steps.filter(wrong).map(({ id }) => modelProblem(name, { step: id }))
  return [
    ...about('unreachable', ({ id }) => !reached.has(id)),
    ...about('never-ends', ({ id }) => reached.has(id) && !ending.has(id)),
    ...about('dead-token', ({ id }) => graph.clashes.has(id)),
    ...about('endless', (step) => isGateway(step) && returnsByGateways(graph, step)),
    ...about('race-without-wait', (step) => step.kind === 'eventGateway' && !offersWaits(graph, step)),
    ...model.steps.flatMap((step) => (step.kind === 'join' && reached.has(step.id) ? checkJoin(graph, step) : [])),
  ]
}

const isGateway = ({ kind }: Step): boolean =>
  ['exclusive', 'inclusive', 'split', 'join', 'eventGateway'].includes(kind)

/** A circle in which nobody is ever waited for would turn for ever. */
function returnsByGateways(graph: Graph, start: Step): boolean {
  const seen = new Set(transitionsOf(start).map(({ to }) => to))
  for (const id of seen) {
    const step = graph.steps.get(id)!
    if (isGateway(step)) for (const { to } of transitionsOf(step)) seen.add(to)
  }
  return seen.has(start.id)
}

const offersWaits = (graph: Graph, step: Step): boolean =>
  transitionsOf(step).every(({ to }) => ['userTask', 'timer', 'receive'].includes(graph.steps.get(to)!.kind))

function checkJoin(graph: Graph, join: Join): Problem[] {
  const split = graph.steps.get(join.split)
  const isSplit = split?.kind === 'split' || split?.kind === 'inclusive'
  if (!isSplit || graph.contexts.get(join.id)?.at(-1) !== join.split) {
    return [modelProblem('join-without-split', { step: join.id, split: join.split })]
  }
  const twins = [...graph.steps.values()].filter((step) => step.kind === 'join' && step.split === join.split)
  const most = transitionsOf(split).length
  return [
    ...(twins.length > 1 ? [modelProblem('several-joins', { step: join.id, split: join.split })] : []),
    ...(join.need !== undefined && (join.need < 1 || join.need > most)
      ? [modelProblem('need-out-of-range', { step: join.id, most })]
      : []),
  ]
}
