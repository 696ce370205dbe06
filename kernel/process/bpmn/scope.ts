import type { BpmnElement } from 'bpmn-moddle'
import type { Problem } from '../../problems/problem.ts'
import { invalid } from '../../problems/problem.ts'
import type { Step } from '../model.ts'

/** A process or an embedded sub-process: what lies directly in it. */
export type Scope = {
  element: BpmnElement
  parent?: Scope
  elements: BpmnElement[]
  /** flows by the node they leave and by the one they lead to */
  from: Map<BpmnElement, BpmnElement[]>
  to: Map<BpmnElement, BpmnElement[]>
  /** events on borders of nodes in it */
  borders: BpmnElement[]
  /** the step to go on with where something ends in it; none in the process itself, where a token ends with it */
  exit?: string
  /** of a sub-process: what interrupts it */
  stop?: string
}

/** What has been read so far. */
export type Reading = {
  steps: Step[]
  problems: Problem[]
  ignored: string[]
  /** transition drawn by a flow, as `step>name`, by the id of the flow */
  drawn: Map<string, string>
}

export function scopeOf(element: BpmnElement, more: Pick<Scope, 'parent' | 'exit' | 'stop'> = {}): Scope {
  const elements = element.flowElements ?? []
  const ofType = (type: string) => elements.filter(({ $type }) => $type === type)
  const flows = ofType('bpmn:SequenceFlow')
  const from = Map.groupBy(
    flows.filter(({ sourceRef, targetRef }) => sourceRef && targetRef),
    ({ sourceRef }) => sourceRef!,
  )
  const to = Map.groupBy(
    flows.filter(({ targetRef }) => targetRef),
    ({ targetRef }) => targetRef!,
  )
  return { element, elements, from, to, borders: ofType('bpmn:BoundaryEvent'), ...more }
}

export const flowsFrom = (node: BpmnElement, { from }: Scope): BpmnElement[] => from.get(node) ?? []
export const flowsTo = (node: BpmnElement, { to }: Scope): BpmnElement[] => to.get(node) ?? []
export const bordersOf = (node: BpmnElement, { borders }: Scope): BpmnElement[] =>
  borders.filter(({ attachedToRef }) => attachedToRef === node)

/** Refuses an element: `name` says why, and its sentence what to use instead. */
export function refuseElement(
  reading: Reading,
  name: string,
  node: BpmnElement,
  more: Record<string, string | number> = {},
): void {
  const kind = node.$type.replace('bpmn:', '')
  reading.problems.push(invalid(`process.bpmn.${name}`, { element: kind, id: node.id, name: node.name ?? '', ...more }))
}

export const ignore = (reading: Reading, node: BpmnElement, what = ''): void => {
  reading.ignored.push(`${node.$type.replace('bpmn:', '')} ${node.name || node.id}${what && `: ${what}`}`)
}
