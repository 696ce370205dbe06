import type { BpmnElement, BpmnModdle } from 'bpmn-moddle'
import { frameId } from './frame.ts'
import type { Box, Layout, Point } from './layout.ts'
import { below, crosses } from './led-around.ts'
import { placeAll } from './place.ts'
import type { Drawing } from './write-flows.ts'

/** The diagram of what is drawn: as it was laid out before, or from left to right. */
export function drawDiagram(moddle: BpmnModdle, process: BpmnElement, drawing: Drawing, layout?: Layout): BpmnElement {
  const boxes = keptBoxes(drawing, layout) ?? placeAll(drawing)
  const shapes = [...drawing.places.keys()].map((element) => {
    const isExpanded = element.$type === 'bpmn:SubProcess' ? { isExpanded: true } : {}
    const bounds = moddle.create('dc:Bounds', boxes.get(element.id)!)
    return moddle.create('bpmndi:BPMNShape', { id: `${element.id}.shape`, bpmnElement: element, bounds, ...isExpanded })
  })
  const edges = drawing.flows.map((flow) => {
    const kept = layout?.edges[edgeName(flow)]
    const points = kept ?? routeOf(flow, boxes)
    const waypoint = points.map((point) => moddle.create('dc:Point', point))
    return moddle.create('bpmndi:BPMNEdge', { id: `${flow.id}.edge`, bpmnElement: flow, waypoint })
  })
  const plane = moddle.create('bpmndi:BPMNPlane', {
    id: `${process.id}.plane`,
    bpmnElement: process,
    planeElement: [...shapes, ...edges],
  })
  return moddle.create('bpmndi:BPMNDiagram', { id: `${process.id}.diagram`, plane })
}

function edgeName(flow: BpmnElement): string {
  const name = flow.get('yutu:transition') as string | undefined
  const from = flow.sourceRef!
  return name === undefined ? 'start' : `${(from.id.endsWith('.failure') && from.attachedToRef?.id) || from.id}>${name}`
}

/** Only a layout that places everything is of use: what is missing in it would be drawn over the rest. */
function keptBoxes({ places, frames }: Drawing, layout: Layout | undefined): Map<string, Box> | undefined {
  if (!layout || frames.framed.some((split) => !layout.shapes[frameId(split)])) return undefined
  const boxes = new Map<string, Box>()
  for (const { id, attachedToRef } of places.keys()) {
    const box = layout.shapes[id] ?? (attachedToRef ? onBorder(layout.shapes[attachedToRef.id]) : undefined)
    if (!box) return undefined
    boxes.set(id, box)
  }
  return boxes
}

const onBorder = (box: Box | undefined): Box | undefined =>
  box && { x: box.x + box.width - 36, y: box.y + box.height - 18, width: 36, height: 36 }

/** What would be drawn through another element is led below it. */
function routeOf({ sourceRef, targetRef }: BpmnElement, boxes: Map<string, Box>): Point[] {
  const [from, to] = [boxes.get(sourceRef!.id)!, boxes.get(targetRef!.id)!]
  const points = route(from, to)
  const crossed = [...boxes].filter(
    ([, box]) => box !== from && box !== to && !isAround(box, from) && crosses(points, box),
  )
  return crossed.length > 0
    ? below(
        from,
        to,
        crossed.map(([, box]) => box),
      )
    : points
}

/** Frames, and the host of an event on a border. */
const isAround = (box: Box, one: Box): boolean =>
  one.x + one.width > box.x && one.x < box.x + box.width && one.y + one.height > box.y && one.y < box.y + box.height

/** Forward with one bend half-way; straight down or up to a neighbour above or below; back below both. */
function route(from: Box, to: Box): Point[] {
  const [start, goal] = [middle(from), middle(to)]
  if (from.x + from.width < to.x) {
    const [left, right] = [from.x + from.width, to.x]
    const half = (left + right) / 2
    const bend = [
      { x: half, y: start.y },
      { x: half, y: goal.y },
    ]
    return [{ x: left, y: start.y }, ...(start.y === goal.y ? [] : bend), { x: right, y: goal.y }]
  }
  if (start.x === goal.x && start.y !== goal.y) {
    const isDown = start.y < goal.y
    return [
      { x: start.x, y: isDown ? from.y + from.height : from.y },
      { x: goal.x, y: isDown ? to.y : to.y + to.height },
    ]
  }
  return below(from, to, [])
}

const middle = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
