import { graphOf } from '../graph.ts'
import { type Join, type ProcessModel, type Step, transitionsOf } from '../model.ts'
import { MERGES } from './read-gateway.ts'

/** Nested splits are paired from the inside; deeper models than this are not drawn. */
const MOST_ROUNDS = 50

/** BPMN does not say which split a join closes: it is the innermost one around all that lead to the join. */
export function pairJoins(model: ProcessModel): ProcessModel {
  const open = new Set(model.steps.filter(isUnpaired).map(({ id }) => id))
  let paired = model
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = pairOnce(paired, open)
    if (JSON.stringify(next.steps) === JSON.stringify(paired.steps)) break
    paired = next
  }
  return {
    ...paired,
    steps: paired.steps.map((step) => (isUnpaired(step) && step.split === MERGES ? merge(step) : step)),
  }
}

const isUnpaired = (step: Step): step is Join => step.kind === 'join' && (step.split === '' || step.split === MERGES)

function pairOnce(model: ProcessModel, open: Set<string>): ProcessModel {
  const { contexts, steps } = graphOf(model)
  const after = (step: Step): string[] => {
    const around = contexts.get(step.id) ?? []
    if (step.kind === 'split' || step.kind === 'inclusive') return [...around, step.id]
    return step.kind === 'join' && step.split !== '' && step.split !== MERGES ? around.slice(0, -1) : around
  }
  const splitOf = (join: Join): string => {
    const arriving = [...steps.values()].filter(
      (step) => contexts.has(step.id) && transitionsOf(step).some(({ to }) => to === join.id),
    )
    const common = arriving.map(after).reduce(commonStart, undefined)
    return common?.findLast((id) => steps.get(id)?.kind !== 'boundary') ?? join.split
  }
  return {
    ...model,
    steps: model.steps.map((step) => (open.has(step.id) ? { ...(step as Join), split: splitOf(step as Join) } : step)),
  }
}

const commonStart = (one: string[] | undefined, other: string[]): string[] => {
  if (!one) return other
  const differs = one.findIndex((id, i) => id !== other[i])
  return differs < 0 ? one : one.slice(0, differs)
}

const merge = ({ id, title, transitions }: Join): Step => ({ id, title, kind: 'exclusive', transitions })
