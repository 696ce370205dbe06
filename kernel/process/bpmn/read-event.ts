import type { BpmnElement } from 'bpmn-moddle'
import type { Trigger } from '../model.ts'
import { caughtBy, codeOf } from './catchers.ts'
import { cycleOf, timerWait } from './durations.ts'
import { toFeel } from './expressions.ts'
import { type Reading, refuseElement, type Scope } from './scope.ts'
import { isFrame } from './targets.ts'
import { definitionOf, kindOf, text, whole } from './vocabulary.ts'
import { add, titleOf, wayOn } from './ways.ts'
import { workOf } from './work-of.ts'

/** The message or signal an event speaks of. */
export const eventName = (event: BpmnElement): string => {
  const definition = definitionOf(event)
  const named = definition?.messageRef ?? definition?.signalRef
  return text(event, 'event') ?? (named?.name || named?.id) ?? event.id
}

/** What an event waits for; a refusal when that is not supported. */
export function triggerOf(event: BpmnElement, reading: Reading): Trigger | undefined {
  const kind = kindOf(event)
  if (kind === 'Message' || kind === 'Signal') return { event: eventName(event) }
  const wait = kind === 'Timer' ? timerWait(event) : undefined
  if (wait) return { wait }
  if (kind === 'Conditional') return conditionOf(event, reading)
  refuseElement(reading, kind === 'Timer' ? 'timer' : `event-${kind.toLowerCase()}`, event)
  return undefined
}

/** A condition in another language than FEEL, or none at all, would never hold. */
function conditionOf(event: BpmnElement, reading: Reading): Trigger | undefined {
  const body = definitionOf(event)?.condition?.body?.trim() ?? ''
  const when = body === '' ? undefined : toFeel(body)
  if (when === undefined) refuseElement(reading, 'condition', event, { expression: body })
  return when === undefined ? undefined : { when }
}

export function readCatch(node: BpmnElement, scope: Scope, reading: Reading): void {
  if (kindOf(node) === 'Link') return
  const on = triggerOf(node, reading)
  if (!on) return
  const moving = { ...workOf(node), transitions: wayOn(node, scope, reading) }
  if ('wait' in on) add(reading, { ...moving, kind: 'timer', wait: on.wait })
  else if ('when' in on) add(reading, { ...moving, kind: 'condition', when: on.when })
  else add(reading, { ...moving, kind: 'receive', event: on.event })
}

/** A throw event without definition only marks a place; an escalation is heard by who catches it around here. */
export function readThrow(node: BpmnElement, scope: Scope, reading: Reading): void {
  const kind = kindOf(node)
  if (kind === 'Link') return
  const moving = { ...workOf(node), transitions: wayOn(node, scope, reading) }
  if (kind === 'None') {
    add(reading, { id: node.id, title: titleOf(node), kind: 'exclusive', transitions: moving.transitions })
  } else if (kind === 'Message' || kind === 'Signal') {
    const local = text(node, 'local') === 'true'
    add(reading, { ...moving, kind: 'throw', event: eventName(node), ...(local && { local }) })
  } else if (kind === 'Escalation') {
    add(reading, {
      ...moving,
      kind: 'throw',
      event: caughtBy('Escalation', codeOf(node), scope) ?? node.id,
      local: true,
    })
  } else refuseElement(reading, `event-${kind.toLowerCase()}`, node)
}

export function readEnd(node: BpmnElement, scope: Scope, reading: Reading): void {
  const kind = kindOf(node)
  const result = text(node, 'result')
  if (result !== undefined) {
    if (text(node, 'sameEnd') !== undefined) return
    add(reading, {
      id: node.id,
      title: titleOf(node),
      kind: 'end',
      result,
      ...(kind === 'Terminate' && { terminate: true }),
    })
  } else if (kind === 'None') {
    if (scope.exit === undefined) add(reading, { id: node.id, title: titleOf(node), kind: 'end', result: 'completed' })
  } else if (kind === 'Terminate') readTerminate(node, scope, reading)
  else if (['Error', 'Escalation', 'Message', 'Signal'].includes(kind)) readThrowingEnd(node, scope, reading)
  else refuseElement(reading, `event-${kind.toLowerCase()}`, node)
}

/** Ends the part it lies in: the whole case, or all that is under way in the sub-process. */
function readTerminate(node: BpmnElement, scope: Scope, reading: Reading): void {
  if (scope.stop === undefined) {
    add(reading, { id: node.id, title: titleOf(node), kind: 'end', result: 'completed', terminate: true })
    return
  }
  throwAndGo(node, scope.stop, scope, reading, true)
}

function readThrowingEnd(node: BpmnElement, scope: Scope, reading: Reading): void {
  const kind = kindOf(node)
  if (kind === 'Message' || kind === 'Signal') {
    throwAndGo(node, eventName(node), scope, reading, false)
    return
  }
  const event = caughtBy(kind as 'Error' | 'Escalation', codeOf(node), scope)
  if (event !== undefined || kind === 'Escalation') throwAndGo(node, event ?? node.id, scope, reading, true)
  // Nobody here catches the error: the case ends with it, and who opened it as a child is told by this result.
  else
    add(reading, { id: node.id, title: titleOf(node), kind: 'end', result: codeOf(node) ?? 'error', terminate: true })
}

function throwAndGo(node: BpmnElement, event: string, scope: Scope, reading: Reading, local: boolean): void {
  const transitions = wayOn(node, scope, reading)
  add(reading, { id: node.id, title: titleOf(node), kind: 'throw', event, ...(local && { local }), transitions })
}

const BY_THEIR_HOST = [
  'bpmn:ServiceTask',
  'bpmn:ScriptTask',
  'bpmn:SendTask',
  'bpmn:BusinessRuleTask',
  'bpmn:CallActivity',
]

/** An event on a border; errors of jobs and child cases are ways out of their step and read with it. */
export function readBorder(node: BpmnElement, scope: Scope, reading: Reading): void {
  const host = node.attachedToRef
  const kind = kindOf(node)
  if (!host) refuseElement(reading, 'loose-border', node)
  if (!host || (kind === 'Error' && BY_THEIR_HOST.includes(host.$type))) return
  const isPart = host.$type === 'bpmn:SubProcess'
  const isCaught = isPart && (kind === 'Error' || kind === 'Escalation')
  const cycle = kind === 'Timer' && node.cancelActivity === false ? cycleOf(node) : undefined
  const on = isCaught ? { event: node.id } : (cycle?.on ?? triggerOf(node, reading))
  if (!on) return
  const times = cycle?.times ?? whole(node, 'times')
  add(reading, {
    id: node.id,
    title: titleOf(node),
    kind: 'boundary',
    attachedTo: isFrame(host) ? text(host, 'split')! : host.id,
    on,
    interrupting: node.cancelActivity !== false || kind === 'Error',
    ...(times !== undefined && { times }),
    transitions: wayOn(node, scope, reading),
  })
}
