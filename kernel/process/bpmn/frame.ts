import { graphOf } from '../graph.ts'
import type { ProcessModel, Step } from '../model.ts'

/**
 * BPMN lets boundary events stand on activities, not on gateways. A split that has some, or is gone once for each of a
 * list, is drawn inside a sub-process, its frame, which carries them; everything until the join lies in the frame too. `yutu:split` marks a frame, and reading
 * takes it away again.
 */
export type Frames = {
  /** splits that have a frame, outer before inner */
  framed: string[]
  /** the framed split a step is drawn in; for a split with a frame, its own */
  around: Map<string, string | undefined>
  /** the frame a frame lies in */
  outer: Map<string, string | undefined>
}

export const frameId = (split: string): string => `${split}.frame`

export function framesOf(model: ProcessModel): Frames {
  const { borders, contexts } = graphOf(model)
  const isFramed = (step: Step): boolean =>
    (step.kind === 'split' && step.each !== undefined) ||
    (borders.has(step.id) && (step.kind === 'split' || step.kind === 'inclusive'))
  const framed = model.steps.filter(isFramed).map(({ id }) => id)
  framed.sort((a, b) => contexts.get(a)!.length - contexts.get(b)!.length)
  const innermost = (context: string[] = []) => context.findLast((id) => framed.includes(id))
  const around = model.steps.map(({ id }) => [id, framed.includes(id) ? id : innermost(contexts.get(id))] as const)
  return { framed, around: new Map(around), outer: new Map(framed.map((id) => [id, innermost(contexts.get(id))])) }
}
