import type { BpmnElement } from 'bpmn-moddle'
import { eventParts } from './catchers.ts'
import { readBorder, readCatch, readEnd, readThrow, triggerOf } from './read-event.ts'
import { readGateway } from './read-gateway.ts'
import { partLoop } from './read-loop.ts'
import { readDecision, readReceive, readService, readSubCase, readUserTask } from './read-task.ts'
import { flowsFrom, ignore, type Reading, refuseElement, type Scope, scopeOf } from './scope.ts'
import { entryOf, isFrame, startOf, targetOf } from './targets.ts'
import { kindOf } from './vocabulary.ts'
import { add, addSplit, titleOf, wayOn } from './ways.ts'

type Read = (node: BpmnElement, scope: Scope, reading: Reading) => void

const READ: Record<string, Read> = {
  UserTask: readUserTask,
  ManualTask: readUserTask,
  Task: readUserTask,
  ServiceTask: readService,
  ScriptTask: readService,
  SendTask: readService,
  BusinessRuleTask: readDecision,
  ReceiveTask: readReceive,
  CallActivity: readSubCase,
  SubProcess: (node, scope, reading) => (isFrame(node) ? readFrame : readSubProcess)(node, scope, reading),
  IntermediateCatchEvent: readCatch,
  IntermediateThrowEvent: readThrow,
  EndEvent: readEnd,
  BoundaryEvent: readBorder,
  ExclusiveGateway: readGateway,
  InclusiveGateway: readGateway,
  ParallelGateway: readGateway,
  ComplexGateway: readGateway,
  EventBasedGateway: readGateway,
  StartEvent: () => undefined,
  SequenceFlow: (flow, _, reading) => {
    if (!flow.sourceRef || !flow.targetRef) refuseElement(reading, 'loose-flow', flow)
  },
}

/** Kinds that only explain. */
const NOTES = ['DataObject', 'DataObjectReference', 'DataStoreReference']

/** Everything in a process or sub-process as steps. */
export function readPart(scope: Scope, reading: Reading): void {
  readStart(scope, reading)
  for (const node of scope.elements) {
    const kind = node.$type.replace('bpmn:', '')
    const read = READ[kind]
    if (node.triggeredByEvent) continue
    if (NOTES.includes(kind)) ignore(reading, node)
    else if (node.isForCompensation) refuseElement(reading, 'event-compensate', node)
    else if (read) read(node, scope, reading)
    else refuseElement(reading, kind === 'AdHocSubProcess' || kind === 'Transaction' ? 'special-part' : 'element', node)
  }
  for (const note of [...(scope.element.laneSets ?? []), ...(scope.element.artifacts ?? [])]) ignore(reading, note)
}

/** A start with several flows is a split; one with none is an end, too. */
function readStart(scope: Scope, reading: Reading): void {
  const start = startOf(scope, reading)
  if (start?.$type !== 'bpmn:StartEvent') return
  const flows = flowsFrom(start, scope)
  const conditional = flows.some(({ conditionExpression }) => conditionExpression)
  if (flows.length > 1 || conditional) addSplit(`${start.id}.ways`, start, scope, reading, conditional)
  if (flows.length === 0) wayOn(start, scope, reading)
}

function readFrame(node: BpmnElement, scope: Scope, reading: Reading): void {
  const [on] = flowsFrom(node, scope)
  const exit = on && targetOf(on, scope, reading)
  readPart(scopeOf(node, { parent: scope, ...(exit !== undefined && { exit }) }), reading)
}

/**
 * An embedded sub-process is a split with one way and its join: it is left when all that began in it has ended. With a
 * multi-instance marker its way is gone once for each of the list.
 */
function readSubProcess(node: BpmnElement, scope: Scope, reading: Reading): void {
  const loop = partLoop(node, reading)
  const [exit, stop] = [`${node.id}.join`, `${node.id}.stop`]
  const inner = scopeOf(node, { parent: scope, exit, stop })
  const title = titleOf(node)
  const on = wayOn(node, scope, reading)
  const transitions = [{ name: 'inside', to: entryOf(inner, reading) }]
  add(reading, { id: node.id, title, kind: 'split', transitions, ...loop?.split })
  readPart(inner, reading)
  add(reading, { id: exit, title, kind: 'join', split: node.id, ...loop?.join, transitions: on })
  if (inner.elements.some((one) => one.$type === 'bpmn:EndEvent' && kindOf(one) === 'Terminate'))
    add(reading, {
      id: stop,
      title,
      kind: 'boundary',
      attachedTo: node.id,
      on: { event: stop },
      interrupting: true,
      transitions: on,
    })
  readEventParts(inner, node.id, on[0]!.to, reading)
}

/** Event sub-processes stand on the border of the part they lie in; `exit` is where that part goes on. */
export function readEventParts(scope: Scope, attachedTo: string, exit: string | undefined, reading: Reading): void {
  for (const node of eventParts(scope)) {
    const inner = scopeOf(node, { parent: scope, ...(exit !== undefined && { exit }) })
    const start = startOf(inner, reading)
    if (!start) continue
    const interrupting = start.isInterrupting !== false
    if (!interrupting && exit !== undefined) refuseElement(reading, 'event-part', node)
    const kind = kindOf(start)
    const on = kind === 'Error' || kind === 'Escalation' ? { event: node.id } : triggerOf(start, reading)
    const transitions = [{ name: 'inside', to: entryOf(inner, reading) }]
    if (on)
      add(reading, { id: node.id, title: titleOf(node), kind: 'boundary', attachedTo, on, interrupting, transitions })
    readPart(inner, reading)
  }
}
