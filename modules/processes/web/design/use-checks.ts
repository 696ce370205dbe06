import type Modeler from 'bpmn-js/lib/Modeler'
import { useEffect, useState } from 'react'
import type { CaseProcess } from '../../../../kernel/cases/case-process.ts'
import { checkDrawing } from '../../rules/check-design.ts'
import type { Finding } from '../../rules/finding.ts'
import type { KnownNames } from '../../rules/known.ts'
import { type Shape, service } from './canvas/canvas-types.ts'
import { xmlOf } from './use-draft.ts'

export type Checked = { process?: CaseProcess; findings: Finding[] }

/** The drawing as the server would see it, checked anew after every change. */
export function useChecks(modeler: Modeler | null, changes: number, known: KnownNames, shipped: CaseProcess | null) {
  const [checked, setChecked] = useState<Checked>({ findings: [] })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changes` is why it is checked again
  useEffect(() => {
    if (!modeler) return
    let isOld = false
    void xmlOf(modeler)
      .then((xml) => checkDrawing(xml, known, shipped ?? undefined))
      .then((found) => {
        if (!isOld) setChecked(found)
      })
    return () => {
      isOld = true
    }
  }, [modeler, changes, known, shipped])
  return checked
}

/** The element a finding speaks of; steps that stand for a part of an element carry its id before a dot. */
export function elementOf(modeler: Modeler, step: string | undefined): Shape | undefined {
  const registry = service(modeler, 'elementRegistry')
  for (let id = step; id; id = id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : undefined) {
    const found = registry.get(id)
    if (found) return found
  }
  return undefined
}

/** Marks what has findings on the drawing: a red or amber edge, and how many. */
export function useMarks(modeler: Modeler | null, findings: Finding[]): void {
  useEffect(() => {
    if (!modeler) return
    const canvas = service(modeler, 'canvas')
    const marked = new Map<Shape, Finding[]>()
    for (const one of findings) {
      const element = elementOf(modeler, one.step)
      if (element && element.type !== 'bpmn:Process') marked.set(element, [...(marked.get(element) ?? []), one])
    }
    const markers = [...marked].map(([{ id }, found]) => {
      const marker = found.some(({ level }) => level === 'error') ? 'has-error' : 'has-warning'
      canvas.addMarker(id, marker)
      const html = document.createElement('div')
      html.className = `finding-badge ${marker}`
      html.textContent = String(found.length)
      service(modeler, 'overlays').add(id, 'finding', { position: { top: -10, right: 12 }, html })
      return [id, marker] as const
    })
    return () => {
      service(modeler, 'overlays').remove({ type: 'finding' })
      for (const [id, marker] of markers)
        if (service(modeler, 'elementRegistry').get(id)) canvas.removeMarker(id, marker)
    }
  }, [modeler, findings])
}
