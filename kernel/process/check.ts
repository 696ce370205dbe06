import type { Problem } from '../problems/problem.ts'
import { adviseOn } from './check-advice.ts'
import { type Finding, fault } from './check-finding.ts'
import { checkFlow } from './check-flow.ts'
import { checkRanges, checkWholeRange } from './check-range.ts'
import { checkStep, type Known } from './check-step.ts'
import type { ProcessModel } from './model.ts'

/**
 * Everything to be said about a model, all at once: `error` keeps it from being published, `warning` does not. Each
 * names the step, and the transition where it is one, so that a designer can mark it.
 */
export function inspectModel(model: ProcessModel, known: Known = {}): Finding[] {
  const ids = model.steps.map(({ id }) => id)
  return [
    ...twice(ids).map((step) => fault('duplicate-id', { step })),
    ...(ids.includes(model.start) ? [] : [fault('no-start', { step: model.start })]),
    ...checkWholeRange(model),
    ...model.steps.flatMap((step) => [...checkStep(step, model, known), ...checkRanges(step)]),
    ...checkFlow(model),
    ...adviseOn(model),
  ]
}

/** What keeps a model from running soundly, in words a designer can act on; empty when it may be published. */
export const checkModel = (model: ProcessModel, known: Known = {}): Problem[] =>
  inspectModel(model, known).flatMap(({ level, problem }) => (level === 'error' ? problem : []))

const twice = (names: string[]): string[] => [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]
