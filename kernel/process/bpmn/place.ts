import type { BpmnElement } from 'bpmn-moddle'
import { frameId } from './frame.ts'
import type { Box } from './layout.ts'
import type { Drawing } from './write-flows.ts'

/** Pixels between the middles of neighbouring columns and rows, and around what lies in a frame. */
const COLUMN = 170
const ROW = 120
const MARGIN = 40
const SIZES: [kind: RegExp, width: number, height: number][] = [
  [/Event$/, 36, 36],
  [/Gateway$/, 50, 50],
  [/./, 100, 80],
]

/**
 * Columns by distance from the start, rows in the order found, and rows of its own for each frame: plain, but every element
 * is seen, none lies on another, and all can be moved.
 */
export function placeAll(drawing: Drawing): Map<string, Box> {
  const columns = columnsOf(drawing)
  const boxes = new Map<string, Box>()
  placeGroup(drawing, undefined, columns, 0, boxes)
  placeBoundaries(drawing, boxes)
  return boxes
}

/** Places the nodes of a frame (or of the process), then the frames in it below one another; gives the next free row. */
function placeGroup(
  drawing: Drawing,
  frame: string | undefined,
  columns: Map<string, number>,
  firstRow: number,
  boxes: Map<string, Box>,
): number {
  const filled = new Map<number, number>()
  for (const node of nodesIn(drawing, frame)) {
    const column = columns.get(node.id) ?? 0
    const row = filled.get(column) ?? firstRow
    filled.set(column, row + 1)
    boxes.set(node.id, boxAt(node, column, row))
  }
  let next = Math.max(firstRow, ...filled.values())
  for (const inner of drawing.frames.framed.filter((one) => drawing.frames.outer.get(one) === frame)) {
    const below = placeGroup(drawing, inner, columns, next, boxes)
    boxes.set(frameId(inner), around(nodesIn(drawing, inner, true).map(({ id }) => boxes.get(id)!)))
    next = below + 1
  }
  return next
}

function nodesIn({ places }: Drawing, frame: string | undefined, frames = false): BpmnElement[] {
  const isShape = ({ $type }: BpmnElement) => $type !== 'bpmn:BoundaryEvent' && (frames || $type !== 'bpmn:SubProcess')
  return [...places].flatMap(([node, place]) => (place === frame && isShape(node) ? node : []))
}

function boxAt({ $type }: BpmnElement, column: number, row: number): Box {
  const [, width, height] = SIZES.find(([kind]) => kind.test($type))!
  return { x: 100 + column * COLUMN - width / 2, y: 100 + row * ROW - height / 2, width, height }
}

function around(boxes: Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x)) - MARGIN
  const y = Math.min(...boxes.map((box) => box.y)) - MARGIN
  const width = Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN - x
  return { x, y, width, height: Math.max(...boxes.map((box) => box.y + box.height)) + MARGIN - y }
}

/** On the lower border of their host, from the right. */
function placeBoundaries({ places }: Drawing, boxes: Map<string, Box>): void {
  const used = new Map<string, number>()
  for (const { id, attachedToRef } of places.keys()) {
    if (!attachedToRef) continue
    const host = boxes.get(attachedToRef.id)!
    const before = used.get(attachedToRef.id) ?? 0
    used.set(attachedToRef.id, before + 1)
    boxes.set(id, { x: host.x + host.width - 36 - before * 42, y: host.y + host.height - 18, width: 36, height: 36 })
  }
}

/** By the longest way from the start, ways back left out; into a frame by its start, out of it behind its end. */
function columnsOf({ start, flows, places }: Drawing): Map<string, number> {
  const next = Map.groupBy(flows.map(passage), ([from]) => from)
  const order: string[] = []
  const back = new Set<string>()
  const seen = new Map<string, 'open' | 'done'>()
  const path = [{ id: start.id, ways: [...(next.get(start.id) ?? [])] }]
  seen.set(start.id, 'open')
  for (let at = path.at(-1); at; at = path.at(-1)) {
    const [, to] = at.ways.shift() ?? []
    if (to === undefined) {
      seen.set(at.id, 'done')
      order.push(at.id)
      path.pop()
    } else if (seen.get(to) === 'open') back.add(`${at.id}>${to}`)
    else if (!seen.has(to)) {
      seen.set(to, 'open')
      path.push({ id: to, ways: [...(next.get(to) ?? [])] })
    }
  }
  order.reverse()
  const columns = new Map([[start.id, 0]])
  for (const id of order)
    for (const [, to] of next.get(id) ?? [])
      if (!back.has(`${id}>${to}`)) columns.set(to, Math.max(columns.get(to) ?? 0, columns.get(id)! + 1))
  const frameOf = (id: string) => id.replace(/\.(start|end)$/, '')
  for (const { id } of places.keys()) if (!columns.has(id)) columns.set(id, (columns.get(frameOf(id)) ?? 0) + 1)
  return columns
}

/** Between which columns a flow leads. */
function passage({ sourceRef, targetRef }: BpmnElement): [from: string, to: string] {
  const host = sourceRef!.attachedToRef ?? sourceRef!
  const isFrame = host.$type === 'bpmn:SubProcess'
  const comes = isFrame ? `${host.id}.${sourceRef!.attachedToRef ? 'start' : 'end'}` : host.id
  return [comes, targetRef!.$type === 'bpmn:SubProcess' ? `${targetRef!.id}.start` : targetRef!.id]
}
