import type { BpmnElement } from 'bpmn-moddle'

/** Where the elements of a model are drawn, in the diagram's pixels. Kept beside the model: it says nothing about the flow. */
export type Layout = {
  /** by step, and the start event under its id */
  shapes: Record<string, Box>
  /** by `step>transition`, and `start` for the flow out of the start event */
  edges: Record<string, Point[]>
}
export type Point = { x: number; y: number }
export type Box = Point & { width: number; height: number }

type Drawn = { bpmnElement?: BpmnElement; bounds?: Box; waypoint?: Point[] }

/** `flows`: which transition a flow stands for. */
export function readLayout(definitions: BpmnElement, flows: Map<string, string>): Layout {
  const diagrams = (definitions.get('diagrams') ?? []) as { plane?: { planeElement?: Drawn[] } }[]
  const drawn = diagrams.flatMap(({ plane }) => plane?.planeElement ?? [])
  const shapes = drawn.flatMap(({ bpmnElement, bounds }) =>
    bpmnElement && bounds ? [[bpmnElement.id, boxOf(bounds)] as const] : [],
  )
  const edges = drawn.flatMap(({ bpmnElement, waypoint }) => {
    const flow = bpmnElement && flows.get(bpmnElement.id)
    return flow && waypoint ? [[flow, waypoint.map(({ x, y }) => ({ x, y }))] as const] : []
  })
  return { shapes: Object.fromEntries(shapes), edges: Object.fromEntries(edges) }
}

const boxOf = ({ x, y, width, height }: Box): Box => ({ x, y, width, height })
