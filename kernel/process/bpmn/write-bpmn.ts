import type { BpmnElement, BpmnModdle } from 'bpmn-moddle'
import { type ProcessModel, type Step, type Transition, transitionsOf } from '../model.ts'
import { drawDiagram } from './diagram.ts'
import { nodeOf } from './node-properties.ts'
import { newModdle, START_EVENT } from './vocabulary.ts'

/** The model as BPMN 2.0 XML with a left-to-right diagram; `readBpmn` gives the same model back. */
export async function writeBpmn(model: ProcessModel): Promise<string> {
  const moddle = newModdle()
  const nodes = new Map(model.steps.map((step) => [step.id, nodeFor(moddle, step)]))
  const start = moddle.create('bpmn:StartEvent', { id: START_EVENT })
  const messages = model.steps.flatMap((step) =>
    step.kind === 'receive' ? [addMessage(moddle, nodes.get(step.id)!, step.event)] : [],
  )
  const boundaries = new Map(
    model.steps.filter(failsAside).map((step) => [step.id, boundaryFor(moddle, nodes.get(step.id)!)]),
  )
  const flows = [
    flow(moddle, start, nodes.get(model.start)!, `${START_EVENT}.flow`),
    ...model.steps.flatMap((step) =>
      transitionsOf(step).map((way, i) => flowFor(moddle, `${step.id}.${i + 1}`, step, way, { nodes, boundaries })),
    ),
  ]
  const shapes = [start, ...nodes.values()]
  const process = moddle.create('bpmn:Process', {
    id: model.key,
    name: model.title.zh,
    isExecutable: true,
    'yutu:titleEn': model.title.en,
    'yutu:version': model.version,
    ...(model.limitDays && { 'yutu:limitDays': model.limitDays }),
    flowElements: [...shapes, ...boundaries.values(), ...flows],
  })
  const diagram = drawDiagram(moddle, process, { shapes, boundaries: [...boundaries.values()], flows })
  const definitions = moddle.create('bpmn:Definitions', {
    id: `${model.key}.definitions`,
    targetNamespace: 'urn:yutu:process',
    expressionLanguage: 'https://www.omg.org/spec/DMN/20191111/FEEL/',
    rootElements: [...messages, process],
    diagrams: [diagram],
  })
  return (await moddle.toXML(definitions, { format: true })).xml
}

function nodeFor(moddle: BpmnModdle, step: Step): BpmnElement {
  const { type, properties } = nodeOf(step)
  const present = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined))
  return moddle.create(type, { ...present, ...definitionsFor(moddle, step) })
}

function definitionsFor(moddle: BpmnModdle, step: Step): Record<string, unknown> {
  const definition = (type: string, properties = {}) => ({
    eventDefinitions: [moddle.create(`bpmn:${type}`, properties)],
  })
  const expression = (body: string) => moddle.create('bpmn:FormalExpression', { body })
  if (step.kind === 'userTask' && step.coSign)
    return { loopCharacteristics: moddle.create('bpmn:MultiInstanceLoopCharacteristics') }
  if (step.kind === 'end' && step.terminate) return definition('TerminateEventDefinition')
  if (step.kind === 'receive') return definition('MessageEventDefinition')
  if (step.kind !== 'timer') return {}
  if ('until' in step.wait) return definition('TimerEventDefinition', { timeDate: expression(step.wait.until) })
  const duration = 'minutes' in step.wait ? `PT${step.wait.minutes}M` : `P${step.wait.workingDays}D`
  return definition('TimerEventDefinition', { timeDuration: expression(duration) })
}

function addMessage(moddle: BpmnModdle, node: BpmnElement, event: string): BpmnElement {
  const message = moddle.create('bpmn:Message', { id: `${node.id}.message`, name: event })
  node.eventDefinitions![0]!.messageRef = message
  return message
}

const failsAside = (step: Step): boolean =>
  step.kind === 'serviceTask' && step.transitions.some(({ name }) => name === 'failed')

/** Two plain flows out of a task would mean both: `failed` leaves by an error event on its border. */
function boundaryFor(moddle: BpmnModdle, node: BpmnElement): BpmnElement {
  const eventDefinitions = [moddle.create('bpmn:ErrorEventDefinition')]
  return moddle.create('bpmn:BoundaryEvent', { id: `${node.id}.failure`, attachedToRef: node, eventDefinitions })
}

function flow(
  moddle: BpmnModdle,
  from: BpmnElement,
  to: BpmnElement,
  id: string,
  properties: Record<string, unknown> = {},
): BpmnElement {
  const made = moddle.create('bpmn:SequenceFlow', { id, sourceRef: from, targetRef: to, ...properties })
  ;(from.get('outgoing') as BpmnElement[]).push(made)
  ;(to.get('incoming') as BpmnElement[]).push(made)
  return made
}

type Drawn = { nodes: Map<string, BpmnElement>; boundaries: Map<string, BpmnElement> }

function flowFor(
  moddle: BpmnModdle,
  id: string,
  step: Step,
  way: Transition,
  { nodes, boundaries }: Drawn,
): BpmnElement {
  const node = nodes.get(step.id)!
  const from = way.name === 'failed' ? (boundaries.get(step.id) ?? node) : node
  const made = flow(moddle, from, nodes.get(way.to)!, id, {
    'yutu:transition': way.name,
    ...(way.title && { name: way.title.zh, 'yutu:titleEn': way.title.en }),
    ...conditionFor(moddle, step, way),
  })
  const isGateway = step.kind === 'exclusive' || step.kind === 'inclusive'
  if (isGateway && way.when === undefined) Object.assign(node, { default: made })
  return made
}

/** The choice a person makes among several ways is a condition, too: without it BPMN would take them all. */
function conditionFor(moddle: BpmnModdle, step: Step, way: Transition): Record<string, unknown> {
  const chosen = step.kind === 'userTask' && step.transitions.length > 1 ? `outcome = "${way.name}"` : undefined
  const body = way.when ?? chosen
  return body === undefined ? {} : { conditionExpression: moddle.create('bpmn:FormalExpression', { body }) }
}
