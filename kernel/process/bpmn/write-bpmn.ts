import type { BpmnElement, BpmnModdle } from 'bpmn-moddle'
import type { ProcessModel } from '../model.ts'
import { definitionsFor, frameMarker, triggerFor } from './definitions.ts'
import { drawDiagram } from './diagram.ts'
import { frameId, framesOf } from './frame.ts'
import type { Layout } from './layout.ts'
import { nodeOf } from './node-properties.ts'
import { newModdle, START_EVENT } from './vocabulary.ts'
import { connect, type Drawing } from './write-flows.ts'

/**
 * The model as BPMN 2.0 XML with diagram; `readBpmn` gives the same model back. `layout`: where the elements were drawn
 * when it was read; without one, or where steps are missing in it, they are laid out from left to right.
 */
export async function writeBpmn(model: ProcessModel, layout?: Layout): Promise<string> {
  const moddle = newModdle()
  const drawing = drawNodes(moddle, model)
  connect(drawing, model)
  const process = moddle.create('bpmn:Process', {
    id: model.key,
    name: model.title.zh,
    isExecutable: true,
    'yutu:titleEn': model.title.en,
    'yutu:version': model.version,
    ...(model.limitDays && { 'yutu:limitDays': model.limitDays }),
    flowElements: fillFrames(drawing),
  })
  const definitions = moddle.create('bpmn:Definitions', {
    id: `${model.key}.definitions`,
    targetNamespace: 'urn:yutu:process',
    expressionLanguage: 'https://www.omg.org/spec/DMN/20191111/FEEL/',
    rootElements: [...drawing.roots, process],
    diagrams: [drawDiagram(moddle, process, drawing, layout)],
  })
  return (await moddle.toXML(definitions, { format: true })).xml
}

function drawNodes(moddle: BpmnModdle, model: ProcessModel): Drawing {
  const frames = framesOf(model)
  const opening = triggerFor(moddle, START_EVENT, model.trigger)
  const drawing: Drawing = {
    moddle,
    frames,
    nodes: new Map(),
    places: new Map(),
    flows: [],
    roots: [...opening.roots],
    start: moddle.create('bpmn:StartEvent', { id: START_EVENT, ...opening.properties }),
  }
  drawing.places.set(drawing.start, undefined)
  for (const split of frames.framed) {
    const step = model.steps.find(({ id }) => id === split)!
    const frame = moddle.create('bpmn:SubProcess', {
      ...{ id: frameId(split), 'yutu:split': split },
      ...frameMarker(moddle, step),
    })
    drawing.nodes.set(frameId(split), frame)
    drawing.places.set(frame, frames.outer.get(split))
  }
  for (const step of model.steps) {
    const { type, properties } = nodeOf(step, model)
    const present = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined))
    const { properties: more, roots } = definitionsFor(moddle, step)
    const node = moddle.create(type, { ...present, ...more })
    drawing.nodes.set(step.id, node)
    drawing.places.set(node, frames.around.get(step.id))
    drawing.roots.push(...roots)
  }
  return drawing
}

/** Puts every node and flow into the frame it is drawn in; what is left belongs to the process. */
function fillFrames({ frames, nodes, places, flows }: Drawing): BpmnElement[] {
  const placeOfFlow = ({ sourceRef }: BpmnElement) => places.get(sourceRef!)
  const inside = (frame: string | undefined) => [
    ...[...places].flatMap(([node, place]) => (place === frame ? node : [])),
    ...flows.filter((flow) => placeOfFlow(flow) === frame),
  ]
  for (const split of frames.framed) Object.assign(nodes.get(frameId(split))!, { flowElements: inside(split) })
  return inside(undefined)
}
