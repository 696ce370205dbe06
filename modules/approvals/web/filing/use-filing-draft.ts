import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { call } from '../../../../apps/ui/api.ts'
import { instant } from '../../../../apps/ui/format.ts'
import type { Filed } from './filed.ts'

const PAUSE = 1000
/** What is sent at the same time, several papers, is told as a function of what is there then. */
export type ChangeFiled = (part: Partial<Filed> | ((before: Filed) => Partial<Filed>)) => void

type Kept = { id: string; revision: number }

/** What is typed, sent to the server when typing pauses; the draft's id stands in the address, so that a reload goes on with it. */
export function useFilingDraft(item: string, first: Filed, kept: Kept | null) {
  const [filed, setFiled] = useState(first)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [, setParams] = useSearchParams()
  const draft = useRef(kept)
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const sending = useRef(Promise.resolve())
  useEffect(() => () => clearTimeout(waiting.current), [])
  const save = async (content: Filed) => {
    try {
      const answer = await call<Kept>('approvals.draft.save', { item, content, ...draft.current })
      if (!draft.current)
        setParams((before) => new URLSearchParams([...before, ['draft', answer.id]]), { replace: true })
      draft.current = answer
      setSavedAt(instant(new Date().toISOString()))
      setError(null)
    } catch (failure) {
      setError(failure)
    }
  }
  const change: ChangeFiled = (part) =>
    setFiled((before) => {
      const next = { ...before, ...(typeof part === 'function' ? part(before) : part) }
      clearTimeout(waiting.current)
      // One after the other: the second save names the revision the first has made.
      waiting.current = setTimeout(() => {
        sending.current = sending.current.then(() => save(next))
      }, PAUSE)
      return next
    })
  /** Nothing of it is saved any more; answers with the draft to be dropped with the filing. */
  const settle = async (): Promise<string | undefined> => {
    clearTimeout(waiting.current)
    await sending.current
    return draft.current?.id
  }
  return { filed, change, settle, savedAt, error }
}
