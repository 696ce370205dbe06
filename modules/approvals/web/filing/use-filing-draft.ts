import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { call } from '../../../../apps/ui/api.ts'
import { instant } from '../../../../apps/ui/format.ts'
import type { Filed } from './filed.ts'

const PAUSE = 1000
/** What is sent at the same time, several papers, is told as a function of what is there then. */
export type ChangeFiled = (part: Partial<Filed> | ((before: Filed) => Partial<Filed>)) => void

type Kept = { id: string; revision: number }

/**
 * What is typed, sent to the server when typing pauses and when the page is left; the draft's id stands in the address, so that a
 * reload goes on with it. `savedAt` is null as long as something is not kept.
 */
export function useFilingDraft(item: string, first: Filed, kept: Kept | null) {
  const [filed, setFiled] = useState(first)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [, setParams] = useSearchParams()
  const draft = useRef(kept)
  const unsaved = useRef<Filed | null>(null)
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const sending = useRef(Promise.resolve())
  const save = async (content: Filed) => {
    try {
      const answer = await call<Kept>('approvals.draft.save', { item, content, ...draft.current })
      if (!draft.current && isHere.current)
        setParams((before) => new URLSearchParams([...before, ['draft', answer.id]]), { replace: true })
      draft.current = answer
      if (!unsaved.current) setSavedAt(instant(new Date().toISOString()))
      setError(null)
    } catch (failure) {
      unsaved.current ??= content
      setError(failure)
    }
  }
  const flush = () => {
    clearTimeout(waiting.current)
    const content = unsaved.current
    unsaved.current = null
    // One after the other: the second save names the revision the first has made.
    if (content) sending.current = sending.current.then(() => save(content))
  }
  const isHere = useLeaving(flush)
  const change: ChangeFiled = (part) => {
    setSavedAt(null)
    setFiled((before) => {
      const next = { ...before, ...(typeof part === 'function' ? part(before) : part) }
      clearTimeout(waiting.current)
      unsaved.current = next
      waiting.current = setTimeout(flush, PAUSE)
      return next
    })
  }
  /** Nothing of it is saved any more; answers with the draft to be dropped with the filing. */
  const settle = async (): Promise<string | undefined> => {
    clearTimeout(waiting.current)
    unsaved.current = null
    await sending.current
    return draft.current?.id
  }
  return { filed, change, settle, savedAt, error }
}

/** `flush` when the page is hidden, left or followed by another; tells whether it is still here. */
function useLeaving(flush: () => void): { current: boolean } {
  const latest = useRef(flush)
  latest.current = flush
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    const hidden = () => document.visibilityState === 'hidden' && latest.current()
    document.addEventListener('visibilitychange', hidden)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      isHere.current = false
      latest.current()
    }
  }, [])
  return isHere
}
