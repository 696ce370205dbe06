import type Modeler from 'bpmn-js/lib/Modeler'
import { useEffect, useState } from 'react'
import { ProblemError } from '../../../../apps/ui/problem.ts'
import type { CaseProcess } from '../../../../kernel/cases/case-process.ts'
import type { Facts } from '../../../../kernel/process/state.ts'
import type { KnownNames } from '../../rules/known.ts'
import { back, begin, go, type Place, placesOf, type Walk } from '../../rules/simulation.ts'
import { service } from './canvas/canvas-types.ts'
import { elementOf } from './use-checks.ts'

/** A sample case walked through the drawing as it was when the walk began. */
export function useSimulation(modeler: Modeler | null, known: KnownNames) {
  const [walk, setWalk] = useState<Walk | null>(null)
  const [error, setError] = useState<ProblemError | null>(null)
  const take = (next: ReturnType<typeof go>) => {
    if ('code' in next) {
      setError(new ProblemError(next.code, next.status, next.params ?? {}))
      return
    }
    setError(null)
    setWalk(next)
  }
  useTokens(modeler, walk)
  return {
    walk,
    error,
    start: (process: CaseProcess, facts: Facts) =>
      take(
        begin(
          process,
          known.decisions.flatMap(({ versions }) => versions.map(({ table }) => table)),
          facts,
        ),
      ),
    act: (one: Place['acts'][number]) => walk && take(go(walk, one)),
    back: () => walk && take(back(walk)),
    setFacts: (facts: Facts) => setWalk(walk && { ...walk, facts }),
    stop: () => {
      setWalk(null)
      setError(null)
    },
  }
}

/** Tokens stand on the drawing as blue discs with their number; what has been passed is tinted. */
function useTokens(modeler: Modeler | null, walk: Walk | null): void {
  useEffect(() => {
    if (!modeler || !walk) return
    const canvas = service(modeler, 'canvas')
    const here = Map.groupBy(placesOf(walk), ({ step }) => step.id)
    const passed = new Set(walk.past.flatMap(({ state }) => state.tokens.map(({ step }) => step)))
    const marked: [id: string, marker: string][] = []
    const mark = (step: string, marker: string) => {
      const element = elementOf(modeler, step)
      if (!element) return undefined
      canvas.addMarker(element.id, marker)
      marked.push([element.id, marker])
      return element
    }
    for (const step of passed) if (!here.has(step)) mark(step, 'sim-passed')
    for (const [step, places] of here) {
      const element = mark(step, 'sim-here')
      if (!element) continue
      const html = document.createElement('div')
      html.className = 'sim-token'
      html.textContent = String(places.length)
      service(modeler, 'overlays').add(element.id, 'token', { position: { bottom: 12, left: -12 }, html })
    }
    return () => {
      service(modeler, 'overlays').remove({ type: 'token' })
      for (const [id, marker] of marked)
        if (service(modeler, 'elementRegistry').get(id)) canvas.removeMarker(id, marker)
    }
  }, [modeler, walk])
}
