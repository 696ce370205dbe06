import type { BpmnElement, BpmnModdle } from 'bpmn-moddle'
import { type ProcessModel, type Step, type Transition, transitionsOf } from '../model.ts'
import { type Frames, frameId } from './frame.ts'

export type Drawing = {
  moddle: BpmnModdle
  frames: Frames
  /** by step, and frames by their id */
  nodes: Map<string, BpmnElement>
  /** the framed split in which a node is drawn; every node that is drawn stands here, in order */
  places: Map<BpmnElement, string | undefined>
  flows: BpmnElement[]
  /** messages and signals */
  roots: BpmnElement[]
  start: BpmnElement
}

type Properties = Record<string, unknown>

/** Draws every transition, and what frames need to be entered and left by. */
export function connect(drawing: Drawing, model: ProcessModel): void {
  for (const split of drawing.frames.framed) enterFrame(drawing, split)
  flow(drawing, drawing.start, entrance(drawing, model.start), `${drawing.start.id}.flow`)
  for (const step of model.steps) {
    if (step.kind === 'boundary') attach(drawing, drawing.nodes.get(step.id)!, step.attachedTo)
    for (const [i, way] of transitionsOf(step).entries()) connectWay(drawing, model, step, way, `${step.id}.${i + 1}`)
  }
}

function enterFrame(drawing: Drawing, split: string): void {
  const start = drawing.moddle.create('bpmn:StartEvent', { id: `${frameId(split)}.start` })
  drawing.places.set(start, split)
  flow(drawing, start, drawing.nodes.get(split)!, `${frameId(split)}.start.flow`)
}

function attach({ nodes, frames }: Drawing, node: BpmnElement, host: string): void {
  node.attachedToRef = nodes.get(frames.framed.includes(host) ? frameId(host) : host)!
}

/** What is drawn where a step is come to from outside: its frame where it has one. */
const entrance = ({ nodes, frames }: Drawing, step: string): BpmnElement =>
  nodes.get(frames.framed.includes(step) ? frameId(step) : step)!

function connectWay(drawing: Drawing, model: ProcessModel, step: Step, way: Transition, id: string): void {
  const { nodes, places } = drawing
  const node = nodes.get(step.id)!
  const from = way.name === 'failed' && leavesAside(step) ? failureOf(drawing, node) : node
  const target = model.steps.find((one) => one.id === way.to)!
  const goal = entrance(drawing, way.to)
  const inside = places.get(from)
  const properties = propertiesOf(drawing, step, way)
  const to = places.get(goal) === inside ? goal : target.kind === 'end' ? endInside(drawing, goal, inside!) : undefined
  const made = flow(drawing, from, to ?? leaveFrame(drawing, inside!, goal), id, properties)
  const isGateway = step.kind === 'exclusive' || step.kind === 'inclusive'
  if (isGateway && way.when === undefined) Object.assign(node, { default: made })
}

/** The join of a framed split goes on to the end of the frame, and the frame to where the join leads. */
function leaveFrame(drawing: Drawing, split: string, goal: BpmnElement): BpmnElement {
  const end = drawing.moddle.create('bpmn:EndEvent', { id: `${frameId(split)}.end` })
  drawing.places.set(end, split)
  flow(drawing, drawing.nodes.get(frameId(split))!, goal, `${frameId(split)}.flow`)
  return end
}

/** No flow crosses the border of a frame: an end outside is drawn again inside, and read as the same. */
function endInside({ moddle, places }: Drawing, end: BpmnElement, split: string): BpmnElement {
  const id = `${end.id}.in.${split}`
  const known = [...places.keys()].find((node) => node.id === id)
  if (known) return known
  const eventDefinitions = end.eventDefinitions?.map(({ $type }) => moddle.create($type))
  const again = moddle.create('bpmn:EndEvent', {
    id,
    name: end.name,
    'yutu:result': end.get('yutu:result'),
    'yutu:sameEnd': end.id,
    ...(eventDefinitions && { eventDefinitions }),
  })
  places.set(again, split)
  return again
}

const leavesAside = ({ kind }: Step): boolean => kind === 'serviceTask' || kind === 'decision'

/** Two plain flows out of a task would mean both: `failed` leaves by an error event on its border. */
function failureOf({ moddle, places }: Drawing, node: BpmnElement): BpmnElement {
  const eventDefinitions = [moddle.create('bpmn:ErrorEventDefinition')]
  const event = moddle.create('bpmn:BoundaryEvent', { id: `${node.id}.failure`, attachedToRef: node, eventDefinitions })
  places.set(event, places.get(node))
  return event
}

function flow(
  drawing: Drawing,
  from: BpmnElement,
  to: BpmnElement,
  id: string,
  properties: Properties = {},
): BpmnElement {
  const made = drawing.moddle.create('bpmn:SequenceFlow', { id, sourceRef: from, targetRef: to, ...properties })
  ;(from.get('outgoing') as BpmnElement[]).push(made)
  ;(to.get('incoming') as BpmnElement[]).push(made)
  drawing.flows.push(made)
  return made
}

function propertiesOf({ moddle }: Drawing, step: Step, way: Transition): Properties {
  const body = way.when ?? (choosesByName(step) ? `outcome = "${way.name}"` : undefined)
  return {
    'yutu:transition': way.name,
    ...(way.title && { name: way.title.zh, 'yutu:titleEn': way.title.en }),
    ...(body !== undefined && { conditionExpression: moddle.create('bpmn:FormalExpression', { body }) }),
  }
}

/** What a person, or a child case, chooses among several ways is a condition, too: without it BPMN would take them all. */
const choosesByName = (step: Step): boolean =>
  (step.kind === 'userTask' || step.kind === 'subCase') && step.transitions.length > 1
