import { useEffect, useRef, useState } from 'react'
import { call } from '../../../../apps/ui/api.ts'
import { asProblem, type ProblemError } from '../../../../apps/ui/problem.ts'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import type { SurveyView } from '../answers.ts'

/** A patch on the screen; degrees. */
export type DraftPatch = {
  id: string
  geometry: MultiPolygon
  DLBM: string | null
  QSXZ: string | null
  note: string | null
}
type Kept = { revision: number; patches: DraftPatch[] }
export type SaveState = 'saved' | 'changed' | 'saving' | 'refused'

/** Milliseconds after the last change. */
const PAUSE = 700

/**
 * The patches being surveyed. Every change is kept on this machine at once and sent when the hand rests; what the server
 * refuses stays on the screen with the reason until it is mended.
 */
export function useSurveyDraft(caseId: string, view: SurveyView, onSaved: () => void) {
  const keptUnder = `yutu.survey.${caseId}`
  const [{ patches, revision }, setKept] = useState<Kept>(() => firstOf(keptUnder, view))
  const [state, setState] = useState<SaveState>('saved')
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const save = async (next: Kept) => {
    setState('saving')
    try {
      const input = { caseId, revision: next.revision, patches: next.patches }
      const answer = await call<{ revision: number }>('landuse.survey.save', input)
      localStorage.removeItem(keptUnder)
      setKept((before) => ({ ...before, revision: answer.revision }))
      setProblem(null)
      setState('saved')
      onSaved()
    } catch (error) {
      setProblem(asProblem(error))
      setState('refused')
    }
  }
  const change = (changed: DraftPatch[]) => {
    const next = { revision, patches: changed }
    localStorage.setItem(keptUnder, JSON.stringify(next))
    setKept(next)
    setState('changed')
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the patches starts the pause
  useEffect(() => {
    if (state !== 'changed') return
    timer.current = setTimeout(() => void save({ revision, patches }), PAUSE)
    return () => clearTimeout(timer.current)
  }, [patches, state])
  const startOver = () => {
    localStorage.removeItem(keptUnder)
    setKept(ofServer(view))
    setProblem(null)
    setState('saved')
  }
  return { patches, change, state, problem, startOver, saveNow: () => void save({ revision, patches }) }
}

const ofServer = ({ patches, survey }: SurveyView): Kept => ({
  revision: survey?.revision ?? 0,
  patches: patches.map(({ id, geometry, DLBM, QSXZ, note }) => ({ id, geometry, DLBM, QSXZ, note })),
})

/** What could not be sent last time, unless somebody has saved the survey since. */
function firstOf(keptUnder: string, view: SurveyView): Kept {
  const server = ofServer(view)
  const text = localStorage.getItem(keptUnder)
  if (!text) return server
  const kept = JSON.parse(text) as Kept
  return kept.revision === server.revision ? kept : server
}
