import type { BpmnElement } from 'bpmn-moddle'
import { flowsFrom, flowsTo, type Reading, refuseElement, type Scope, scopeOf } from './scope.ts'
import { definitionOf, kindOf, text } from './vocabulary.ts'

/** The step a flow leads to. Ends of a sub-process, link events and frames are passed through. */
export function targetOf(flow: BpmnElement, scope: Scope, reading: Reading, links: BpmnElement[] = []): string {
  const node = flow.targetRef!
  if (node.$type === 'bpmn:EndEvent') return endFor(node, scope)
  if (node.$type === 'bpmn:IntermediateThrowEvent' && kindOf(node) === 'Link')
    return linkedStep(node, scope, reading, links)
  return isFrame(node) ? entryOf(scopeOf(node, { parent: scope }), reading) : node.id
}

/** A sub-process drawn only to carry boundary events of the split inside it (see `frame.ts`). */
export const isFrame = (node: BpmnElement): boolean =>
  node.$type === 'bpmn:SubProcess' && text(node, 'split') !== undefined

/** A plain end of a sub-process is where it goes on; one with a result of ours ends the token wherever it is drawn. */
function endFor(node: BpmnElement, scope: Scope): string {
  const isOurs = text(node, 'result') !== undefined
  if (isOurs) return text(node, 'sameEnd') ?? node.id
  return kindOf(node) === 'None' && scope.exit !== undefined ? scope.exit : node.id
}

/** `links`: those passed on the way here; one that leads to itself leads nowhere. */
function linkedStep(link: BpmnElement, scope: Scope, reading: Reading, links: BpmnElement[]): string {
  const nameOf = (event: BpmnElement) => definitionOf(event)?.name ?? event.name
  const caught = scope.elements.find(
    (one) => one.$type === 'bpmn:IntermediateCatchEvent' && kindOf(one) === 'Link' && nameOf(one) === nameOf(link),
  )
  const [flow] = caught ? flowsFrom(caught, scope) : []
  if (flow && !links.includes(link)) return targetOf(flow, scope, reading, [...links, link])
  refuseElement(reading, 'link', link)
  return link.id
}

/** The first step of a process or sub-process. */
export function entryOf(scope: Scope, reading: Reading): string {
  if (scope.exit !== undefined && !scope.elements.some(isNode)) return scope.exit
  const start = startOf(scope, reading)
  if (!start) return scope.element.id
  if (start.$type !== 'bpmn:StartEvent') return start.id
  const flows = flowsFrom(start, scope)
  if (flows.length === 1 && !flows[0]!.conditionExpression) return targetOf(flows[0]!, scope, reading)
  return flows.length > 0 ? `${start.id}.ways` : (scope.exit ?? `${start.id}.end`)
}

/** The one start event, or without any the one node nothing leads to; none in a sub-process whose content is not told. */
export function startOf(scope: Scope, reading: Reading): BpmnElement | undefined {
  if (scope.parent && !scope.elements.some(isNode)) return undefined
  const starts = scope.elements.filter(({ $type }) => $type === 'bpmn:StartEvent')
  const nodes = scope.elements.filter((one) => isNode(one) && flowsTo(one, scope).length === 0)
  const possible = starts.length > 0 ? starts : nodes
  if (possible.length === 1 && (starts.length === 0 || leadsOn(possible[0]!, scope))) return possible[0]
  const known = reading.problems.some(
    ({ code, params }) => code === 'process.bpmn.one-start' && params?.id === scope.element.id,
  )
  if (!known) refuseElement(reading, 'one-start', scope.element, { found: possible.length })
  return undefined
}

/** A start alone may lead nowhere; beside other nodes it has been forgotten. */
const leadsOn = (start: BpmnElement, scope: Scope): boolean =>
  flowsFrom(start, scope).length > 0 || scope.elements.filter(isNode).length === 1

/** Is it a node of the flow, neither note, nor event on a border, nor a part that waits for its own event? */
export const isNode = ({ $type, triggeredByEvent, isForCompensation }: BpmnElement): boolean =>
  /(Task|Activity|SubProcess|Gateway|Event|Transaction)$/.test($type) &&
  $type !== 'bpmn:BoundaryEvent' &&
  !triggeredByEvent &&
  !isForCompensation
