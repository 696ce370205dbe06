import type Modeler from 'bpmn-js/lib/Modeler'
import type { BpmnElement } from 'bpmn-moddle'

/** What of an element of the drawing the page works with. */
export type Shape = {
  id: string
  type: string
  x: number
  y: number
  width: number
  height: number
  businessObject: BpmnElement & { set(name: string, value: unknown): void }
  outgoing?: Shape[]
  incoming?: Shape[]
  source?: Shape
  target?: Shape
  attachers?: Shape[]
  label?: Shape
  labelTarget?: Shape
  parent?: Shape
  waypoints?: { x: number; y: number }[]
}

type Properties = Record<string, unknown>
type Point = { x: number; y: number }
type Box = { x: number; y: number; width: number; height: number }
type Start = (event: unknown, shape: Shape, context?: { source: Shape }) => void

/** The services of the modeler that are called; the library types none of them by name. */
export type Services = {
  modeling: {
    updateProperties(element: Shape, properties: Properties): void
    updateModdleProperties(element: Shape, part: BpmnElement, properties: Properties): void
    createShape(shape: Properties, position: { x: number; y: number }, host: Shape, hints?: { attach: boolean }): Shape
    updateWaypoints(connection: Shape, waypoints: { x: number; y: number }[]): void
    moveShape(shape: Shape, by: Point): void
    removeElements(elements: Shape[]): void
  }
  moddle: { create(type: string, properties?: Properties): BpmnElement }
  elementFactory: { createShape(properties: Properties): Shape }
  autoPlace: { append(source: Shape, shape: Shape): Shape }
  create: { start: Start }
  connect: { start(event: unknown, source: Shape): void }
  globalConnect: { start(event: unknown): void }
  lassoTool: { activateSelection(event: unknown): void }
  handTool: { activateHand(event: unknown): void }
  spaceTool: { activateSelection(event: unknown): void }
  selection: { get(): Shape[]; select(element: Shape | Shape[] | null): void }
  elementRegistry: {
    get(id: string): Shape | undefined
    filter(wanted: (element: Shape) => boolean): Shape[]
    getGraphics(id: string): SVGElement
  }
  canvas: {
    addMarker(id: string, marker: string): void
    removeMarker(id: string, marker: string): void
    scrollToElement(id: string): void
    zoom(level: 'fit-viewport' | number, center?: 'auto'): number
    getRootElement(): Shape
    viewbox(box?: Box): Box & { inner: Box; outer: { width: number; height: number } }
  }
  overlays: {
    add(id: string, kind: string, overlay: { position: Properties; html: HTMLElement }): string
    remove(filter: { type: string }): void
  }
  editorActions: { trigger(action: string): void }
  clipboard: { isEmpty(): boolean }
  commandStack: { undo(): void; redo(): void; canUndo(): boolean; canRedo(): boolean }
  eventBus: {
    on(event: string | string[], priority: number, heard: (event: { context: Properties }) => void): void
    on(event: 'autoPlace', priority: number, heard: (event: { source: Shape; shape: Shape }) => Point): void
    off(event: string | string[], heard: (event: { context: Properties }) => void): void
  }
  contextPad: { registerProvider(provider: unknown): void }
}

export const service = <N extends keyof Services>(modeler: Modeler, name: N): Services[N] => modeler.get(name)
