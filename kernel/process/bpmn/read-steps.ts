import type { BpmnElement } from 'bpmn-moddle'
import { invalid, type Problem } from '../../problems/problem.ts'
import type { CoSign, Step, Transition, UserTask, Verb, Wait } from '../model.ts'

export type Source = { flows: BpmnElement[]; elements: BpmnElement[] }

export const flowsOf = (node: BpmnElement, { flows }: Source): BpmnElement[] =>
  flows.filter(({ sourceRef }) => sourceRef === node)

const text = (node: BpmnElement, name: string): string | undefined => node.get(`yutu:${name}`) as string | undefined
const whole = (node: BpmnElement, name: string): number | undefined => node.get(`yutu:${name}`) as number | undefined
const words = (node: BpmnElement, name: string): string[] => text(node, name)?.split(' ').filter(Boolean) ?? []

const TASKS = ['bpmn:UserTask', 'bpmn:ManualTask', 'bpmn:Task', 'bpmn:ServiceTask']
const GATEWAYS = [
  'bpmn:ExclusiveGateway',
  'bpmn:InclusiveGateway',
  'bpmn:ParallelGateway',
  'bpmn:ComplexGateway',
  'bpmn:EventBasedGateway',
]

/** Why an element cannot be read, each with its type, id and name. */
export function unsupported(node: BpmnElement, source: Source): Problem[] {
  const say = (name: string): Problem[] => [
    invalid(`process.bpmn.${name}`, { element: node.$type, id: node.id, name: node.name ?? '' }),
  ]
  const definition = node.eventDefinitions?.[0]?.$type
  const ways = flowsOf(node, source)
  const foreign = ways.some((way) => way.conditionExpression && !outcomeOf(way))
  if (foreign && !isChoice(node)) return say('conditional-flow')
  if (boundariesOf(node, source).some((event) => !isFailure(event))) return say('boundary-event')
  if (node.$type === 'bpmn:EndEvent')
    return [undefined, 'bpmn:TerminateEventDefinition'].includes(definition) ? [] : say('element')
  if (node.$type === 'bpmn:IntermediateCatchEvent')
    return waitOf(node) || definition === 'bpmn:MessageEventDefinition' ? [] : say('element')
  if (node.$type === 'bpmn:ReceiveTask') return []
  if (TASKS.includes(node.$type)) {
    if (node.loopCharacteristics && !text(node, 'signers')) return say('loop')
    return ways.length > 1 && ways.some((way) => !outcomeOf(way)) ? say('task-with-several-flows') : []
  }
  if (!GATEWAYS.includes(node.$type)) return say('element')
  const joins = incoming(node, source) > 1 && ways.length > 1 && isParallel(node)
  return joins || (node.$type === 'bpmn:ComplexGateway' && !text(node, 'split')) ? say('gateway') : []
}

const isChoice = ({ $type }: BpmnElement): boolean =>
  $type === 'bpmn:ExclusiveGateway' || $type === 'bpmn:InclusiveGateway'
const isParallel = ({ $type }: BpmnElement): boolean =>
  $type === 'bpmn:ParallelGateway' || $type === 'bpmn:InclusiveGateway'
const incoming = (node: BpmnElement, { flows }: Source): number =>
  flows.filter(({ targetRef }) => targetRef === node).length
const boundariesOf = (node: BpmnElement, { elements }: Source): BpmnElement[] =>
  elements.filter(({ attachedToRef }) => attachedToRef === node)
const isFailure = (event: BpmnElement): boolean =>
  event.attachedToRef?.$type === 'bpmn:ServiceTask' &&
  event.eventDefinitions?.[0]?.$type === 'bpmn:ErrorEventDefinition'

/** The condition that stands for a person's choice. */
const outcomeOf = (way: BpmnElement): string | undefined =>
  /^outcome = "([^"]+)"$/.exec(way.conditionExpression?.body ?? '')?.[1]

export function stepFrom(node: BpmnElement, source: Source): Step {
  const zh = node.name ?? node.id
  const base = { id: node.id, title: { zh, en: text(node, 'titleEn') ?? zh } }
  if (node.$type === 'bpmn:EndEvent') {
    return {
      ...base,
      kind: 'end',
      result: text(node, 'result') ?? 'completed',
      ...(node.eventDefinitions?.length && { terminate: true }),
    }
  }
  const cancels = words(node, 'cancels')
  const moving = { ...base, transitions: waysOf(node, source), ...(cancels.length > 0 && { cancels }) }
  if (GATEWAYS.includes(node.$type)) return gatewayFrom(node, { ...base, transitions: waysOf(node, source) }, source)
  if (node.$type === 'bpmn:ServiceTask') {
    return { ...moving, kind: 'serviceTask', job: text(node, 'job') ?? '', retries: whole(node, 'retries') ?? 0 }
  }
  const wait = waitOf(node)
  if (wait) return { ...moving, kind: 'timer', wait }
  const message = node.messageRef ?? node.eventDefinitions?.[0]?.messageRef
  const waits = node.$type === 'bpmn:ReceiveTask' || node.$type === 'bpmn:IntermediateCatchEvent'
  return waits
    ? { ...moving, kind: 'receive', event: text(node, 'event') ?? message?.name ?? node.id }
    : userTaskFrom(node, moving)
}

function waysOf(node: BpmnElement, source: Source): Transition[] {
  const failed = boundariesOf(node, source).flatMap((event) => flowsOf(event, source))
  const ways = [...flowsOf(node, source), ...failed]
  const named = ways.map(
    (way) => text(way, 'transition') ?? outcomeOf(way) ?? (failed.includes(way) ? 'failed' : (way.name ?? way.id)),
  )
  return ways.map((way, i) => {
    const name = named.indexOf(named[i]!) === i ? named[i]! : way.id
    const when = isChoice(node) && node.get('default') !== way ? way.conditionExpression?.body : undefined
    const title = way.name && { title: { zh: way.name, en: text(way, 'titleEn') ?? way.name } }
    return { name, to: way.targetRef!.id, ...title, ...(when !== undefined && { when }) }
  })
}

type Moving = Omit<UserTask, 'kind' | 'role' | 'verbs' | 'form' | 'writable' | 'assignment'>

function gatewayFrom(node: BpmnElement, base: Moving, source: Source): Step {
  const need = text(node, 'need')
  const rest = text(node, 'rest') as 'ignore' | 'cancel' | undefined
  const split = text(node, 'split') ?? ''
  if (split || (isParallel(node) && incoming(node, source) > 1)) {
    return { ...base, kind: 'join', split, ...(need && { need: Number(need) }), ...(rest && { rest }) }
  }
  if (node.$type === 'bpmn:EventBasedGateway') return { ...base, kind: 'eventGateway' }
  if (base.transitions.length === 1 || node.$type === 'bpmn:ExclusiveGateway') return { ...base, kind: 'exclusive' }
  return { ...base, kind: node.$type === 'bpmn:InclusiveGateway' ? 'inclusive' : 'split' }
}

function userTaskFrom(node: BpmnElement, moving: Moving): UserTask {
  const verbs = words(node, 'verbs') as Verb[]
  const limitDays = whole(node, 'limitDays')
  const signers = text(node, 'signers')
  return {
    ...moving,
    kind: 'userTask',
    role: text(node, 'role') ?? '',
    verbs: verbs.length > 0 ? verbs : ['claim', 'complete', 'return'],
    form: text(node, 'form') ?? '',
    writable: words(node, 'writable'),
    assignment: (text(node, 'assignment') as UserTask['assignment'] | undefined) ?? 'pool',
    ...(limitDays && { limitDays }),
    ...(signers && { coSign: coSignFrom(node, signers) }),
  }
}

function coSignFrom(node: BpmnElement, signers: string): CoSign {
  const need = text(node, 'need') ?? 'all'
  const ratio = /^ratio (.+)$/.exec(need)?.[1]
  return {
    signers,
    pass: text(node, 'pass') ?? '',
    otherwise: text(node, 'otherwise') ?? '',
    need: ratio ? { ratio: Number(ratio) } : need === 'all' ? 'all' : Number(need),
  }
}

/** PT…M and P…D as they are written here; other durations are not read. */
function waitOf(node: BpmnElement): Wait | undefined {
  const definition = node.eventDefinitions?.[0]
  if (definition?.$type !== 'bpmn:TimerEventDefinition') return undefined
  const workingDays = whole(node, 'workingDays')
  if (workingDays !== undefined) return { workingDays }
  if (definition.timeDate?.body) return { until: definition.timeDate.body }
  const [, hours, minutes] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(definition.timeDuration?.body ?? '') ?? []
  return hours || minutes ? { minutes: 60 * Number(hours ?? 0) + Number(minutes ?? 0) } : undefined
}
