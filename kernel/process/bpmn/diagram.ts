import type { BpmnElement, BpmnModdle } from 'bpmn-moddle'

type Point = { x: number; y: number }
type Box = Point & { width: number; height: number }
type Parts = { shapes: BpmnElement[]; boundaries: BpmnElement[]; flows: BpmnElement[] }

/** Pixels between the middles of neighbouring columns and rows. */
const COLUMN = 170
const ROW = 120
const SIZES: Record<string, [width: number, height: number]> = { Event: [36, 36], Gateway: [50, 50], Task: [100, 80] }

/** Columns by distance from the start, rows in the order found: plain, but every element is seen and can be moved. */
export function drawDiagram(
  moddle: BpmnModdle,
  process: BpmnElement,
  { shapes, boundaries, flows }: Parts,
): BpmnElement {
  const boxes = placeAll(shapes, flows)
  for (const event of boundaries) boxes.set(event.id, onBorder(boxes.get(event.attachedToRef!.id)!))
  const drawn = [...shapes, ...boundaries].map((element) =>
    moddle.create('bpmndi:BPMNShape', {
      id: `${element.id}.shape`,
      bpmnElement: element,
      bounds: moddle.create('dc:Bounds', boxes.get(element.id)!),
    }),
  )
  const edges = flows.map((flow) => {
    const points = route(boxes.get(flow.sourceRef!.id)!, boxes.get(flow.targetRef!.id)!)
    const waypoint = points.map((point) => moddle.create('dc:Point', point))
    return moddle.create('bpmndi:BPMNEdge', { id: `${flow.id}.edge`, bpmnElement: flow, waypoint })
  })
  const plane = moddle.create('bpmndi:BPMNPlane', {
    id: `${process.id}.plane`,
    bpmnElement: process,
    planeElement: [...drawn, ...edges],
  })
  return moddle.create('bpmndi:BPMNDiagram', { id: `${process.id}.diagram`, plane })
}

function placeAll(shapes: BpmnElement[], flows: BpmnElement[]): Map<string, Box> {
  const columns = columnsOf(shapes[0]!.id, flows)
  const filled = new Map<number, number>()
  return new Map(
    shapes.map(({ id, $type }) => {
      const column = columns.get(id) ?? 0
      const row = filled.get(column) ?? 0
      filled.set(column, row + 1)
      const [width, height] = Object.entries(SIZES).find(([kind]) => $type.endsWith(kind))![1]
      return [id, { x: 100 + column * COLUMN - width / 2, y: 100 + row * ROW - height / 2, width, height }]
    }),
  )
}

/** Steps from the start by the shortest way. */
function columnsOf(start: string, flows: BpmnElement[]): Map<string, number> {
  const columns = new Map([[start, 0]])
  for (const [id, column] of columns) {
    for (const { sourceRef, targetRef } of flows) {
      const from = sourceRef!.attachedToRef?.id ?? sourceRef!.id
      if (from === id && !columns.has(targetRef!.id)) columns.set(targetRef!.id, column + 1)
    }
  }
  return columns
}

const onBorder = (box: Box): Box => ({ x: box.x + box.width - 36, y: box.y + box.height - 18, width: 36, height: 36 })

/** Forward with one bend half-way; back below both. */
function route(from: Box, to: Box): Point[] {
  const [start, goal] = [middle(from), middle(to)]
  if (from.x + from.width < to.x) {
    const [left, right] = [from.x + from.width, to.x]
    const half = (left + right) / 2
    const bend =
      start.y === goal.y
        ? []
        : [
            { x: half, y: start.y },
            { x: half, y: goal.y },
          ]
    return [{ x: left, y: start.y }, ...bend, { x: right, y: goal.y }]
  }
  const below = Math.max(from.y + from.height, to.y + to.height) + 15
  return [
    { x: start.x, y: from.y + from.height },
    { x: start.x, y: below },
    { x: goal.x, y: below },
    { x: goal.x, y: to.y + to.height },
  ]
}

const middle = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
