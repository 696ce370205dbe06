import type { BpmnElement, BpmnModdle } from 'bpmn-moddle'
import type { Step, Trigger, Wait } from '../model.ts'
import { eventOf, waitOf, whenOf } from '../waiting.ts'

/** What makes a node the kind of event it is, and the messages and signals it speaks of. */
export type Definitions = { properties: Record<string, unknown>; roots: BpmnElement[] }

const NONE: Definitions = { properties: {}, roots: [] }

export function definitionsFor(moddle: BpmnModdle, step: Step): Definitions {
  if (step.kind === 'userTask' && step.coSign) return many(moddle, step.coSign.inTurn)
  if (step.kind === 'subCase' && step.each !== undefined) return many(moddle, step.inTurn)
  if (step.kind === 'end') return step.terminate ? event(moddle, 'TerminateEventDefinition') : NONE
  if (step.kind === 'throw') return named(moddle, step.id, step.event, 'signal')
  const wait = waitOf(step)
  if (wait) return timer(moddle, wait)
  const when = whenOf(step)
  if (when !== undefined) return condition(moddle, when)
  const awaited = eventOf(step)
  return awaited === undefined ? NONE : named(moddle, step.id, awaited, 'message')
}

const many = (moddle: BpmnModdle, isSequential?: true): Definitions => {
  const loop = moddle.create('bpmn:MultiInstanceLoopCharacteristics', isSequential ? { isSequential } : {})
  return { ...NONE, properties: { loopCharacteristics: loop } }
}

/** The frame of a split that is gone once for each of a list says so by a multi-instance marker. */
export const frameMarker = (moddle: BpmnModdle, step: Step): Definitions['properties'] =>
  step.kind === 'split' && step.each !== undefined ? many(moddle, step.inTurn).properties : {}

/** The start event of a process that says what opens it. */
export function triggerFor(moddle: BpmnModdle, id: string, trigger: Trigger | undefined): Definitions {
  if (!trigger) return NONE
  if ('when' in trigger) return condition(moddle, trigger.when)
  return 'wait' in trigger ? timer(moddle, trigger.wait) : named(moddle, id, trigger.event, 'message')
}

const condition = (moddle: BpmnModdle, body: string): Definitions =>
  event(moddle, 'ConditionalEventDefinition', { condition: moddle.create('bpmn:FormalExpression', { body }) })

function event(moddle: BpmnModdle, type: string, properties = {}): Definitions {
  return { properties: { eventDefinitions: [moddle.create(`bpmn:${type}`, properties)] }, roots: [] }
}

function named(moddle: BpmnModdle, id: string, name: string, kind: 'message' | 'signal'): Definitions {
  const type = kind === 'message' ? 'Message' : 'Signal'
  const root = moddle.create(`bpmn:${type}`, { id: `${id}.${kind}`, name })
  return { ...event(moddle, `${type}EventDefinition`, { [`${kind}Ref`]: root }), roots: [root] }
}

function timer(moddle: BpmnModdle, wait: Wait): Definitions {
  const expression = (body: string) => moddle.create('bpmn:FormalExpression', { body })
  if ('until' in wait) return event(moddle, 'TimerEventDefinition', { timeDate: expression(wait.until) })
  const duration = 'minutes' in wait ? `PT${wait.minutes}M` : `P${wait.workingDays}D`
  return event(moddle, 'TimerEventDefinition', { timeDuration: expression(duration) })
}
