import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../../../apps/ui/api.ts'
import type { AnswerOf } from '../../../../apps/ui/api-types.ts'
import { asProblem } from '../../../../apps/ui/problem.ts'
import type { FormDefinition } from '../../../../kernel/forms/definition.ts'

export type FormView = AnswerOf<'forms.form.view'>

/** Milliseconds of silence before what is drawn is sent, and between tries without a line. */
const PAUSE = 900
const RETRY = 5000
/** Steps that can be taken back. */
const STEPS = 100

export type Saving = 'saved' | 'saving' | 'offline' | 'refused'

/** The draft as it is drawn: kept on the server when drawing pauses, with steps back and forth. */
export function useDesign(view: FormView) {
  const client = useQueryClient()
  const [definition, setDefinition] = useState(view.draft!.definition as FormDefinition)
  const [saving, setSaving] = useState<Saving>('saved')
  const [error, setError] = useState<unknown>(null)
  const [past, setPast] = useState<FormDefinition[]>([])
  const [future, setFuture] = useState<FormDefinition[]>([])
  const kept = useRef({ revision: view.draft!.revision, definition, drawn: definition })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const isSending = useRef(false)

  const save = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    const { drawn, definition: known, revision } = kept.current
    if (isSending.current || drawn === known) return !isSending.current
    isSending.current = true
    setSaving('saving')
    try {
      const answer = await call<{ revision: number }>('forms.draft.save', { definition: drawn, revision })
      kept.current = { ...kept.current, revision: answer.revision, definition: drawn }
      setSaving('saved')
      setError(null)
      void client.invalidateQueries({ queryKey: ['forms.form.view'] })
      return true
    } catch (failure) {
      const isOffline = asProblem(failure).status === 0
      setSaving(isOffline ? 'offline' : 'refused')
      if (isOffline) timer.current = setTimeout(() => void save(), RETRY)
      else setError(failure)
      return false
    } finally {
      isSending.current = false
      if (kept.current.drawn !== drawn) timer.current = setTimeout(() => void save(), PAUSE)
    }
  }, [client])

  const draw = (next: FormDefinition) => {
    kept.current.drawn = next
    setDefinition(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), PAUSE)
  }
  const change = (next: FormDefinition) => {
    setPast((steps) => [...steps, definition].slice(-STEPS))
    setFuture([])
    draw(next)
  }
  const undo = () => {
    const before = past.at(-1)
    if (!before) return
    setPast(past.slice(0, -1))
    setFuture([definition, ...future])
    draw(before)
  }
  const redo = () => {
    const [next, ...rest] = future
    if (!next) return
    setFuture(rest)
    setPast([...past, definition])
    draw(next)
  }
  useEffect(() => () => void save(), [save])
  return {
    definition,
    change,
    undo: past.length > 0 ? undo : undefined,
    redo: future.length > 0 ? redo : undefined,
    saving,
    error,
    save,
    revisionOf: () => kept.current.revision,
  }
}

export type Design = ReturnType<typeof useDesign>
