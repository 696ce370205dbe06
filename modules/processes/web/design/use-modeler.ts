import type Modeler from 'bpmn-js/lib/Modeler'
import { useEffect, useRef, useState } from 'react'
import { type Shape, service } from './canvas/canvas-types.ts'
import { fitWhole } from './canvas/fit-whole.ts'
import { newModeler } from './canvas/new-modeler.ts'

/** A modeler in `container` with the drawing loaded; null until it is there. Loaded once: later contents are its own. */
export function useModeler(container: HTMLElement | null, content: string, say: (key: string) => string) {
  const [modeler, setModeler] = useState<Modeler | null>(null)
  const first = useRef({ content, say })
  useEffect(() => {
    if (!container) return
    const made = newModeler(container, first.current.say)
    let isGone = false
    void made.importXML(first.current.content).then(() => {
      if (isGone) return
      fit(made)
      setModeler(made)
    })
    return () => {
      isGone = true
      setModeler(null)
      made.destroy()
    }
  }, [container])
  return modeler
}

/** Counts the changes of the drawing, so that what depends on it is computed anew. */
export function useChanges(modeler: Modeler | null): number {
  const [changes, setChanges] = useState(0)
  useEffect(() => {
    if (!modeler) return
    const bus = service(modeler, 'eventBus')
    const count = () => setChanges((before) => before + 1)
    bus.on('commandStack.changed', 100, count)
    return () => bus.off('commandStack.changed', count)
  }, [modeler])
  return changes
}

/** The one selected element; the process itself when there is none, undefined when there are several. */
export function useSelected(modeler: Modeler | null): Shape | undefined {
  const [selected, setSelected] = useState<Shape[]>([])
  useEffect(() => {
    if (!modeler) return
    const bus = service(modeler, 'eventBus')
    const look = () => setSelected([...service(modeler, 'selection').get()])
    bus.on(['selection.changed', 'elements.changed'], 100, look)
    return () => bus.off(['selection.changed', 'elements.changed'], look)
  }, [modeler])
  if (!modeler || selected.length > 1) return undefined
  const [one] = selected
  return one?.labelTarget ?? one ?? service(modeler, 'canvas').getRootElement()
}

/** All of the drawing; a small one at its own size, with room to the right where it goes on. */
export function fit(modeler: Modeler): void {
  const canvas = service(modeler, 'canvas')
  canvas.zoom(1)
  const { inner, outer } = canvas.viewbox()
  if (inner.width + 2 * MARGIN > outer.width || inner.height + 2 * MARGIN > outer.height) {
    fitWhole(canvas)
    return
  }
  const y = inner.y + inner.height / 2 - outer.height / 2
  canvas.viewbox({ x: inner.x - MARGIN, y, width: outer.width, height: outer.height })
}

const MARGIN = 80
