import type Modeler from 'bpmn-js/lib/Modeler'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../../../apps/ui/api.ts'

/** How long one may draw on before it is kept. */
const PAUSE_MS = 700

export type Saving = { state: 'saved' | 'waiting' | 'saving' } | { state: 'refused'; error: unknown }

type Kept = { revision: number }

/**
 * Keeps what is drawn a moment after each change, one save after another. After a refusal nothing more is sent: somebody
 * else has changed the design, and theirs must be seen first.
 */
export function useDraft(designId: string, first: number, contentOf: (() => Promise<string>) | null, changes: number) {
  const revision = useRef(first)
  const [saving, setSaving] = useState<Saving>({ state: 'saved' })
  const running = useRef<Promise<void> | null>(null)
  const isDirty = useRef(false)
  const save = useCallback(async () => {
    while (running.current) await running.current
    if (!contentOf || !isDirty.current) return
    isDirty.current = false
    setSaving({ state: 'saving' })
    running.current = contentOf()
      .then((content) => call<Kept>('processes.design.save', { designId, revision: revision.current, content }))
      .then((kept) => {
        revision.current = kept.revision
        setSaving({ state: isDirty.current ? 'waiting' : 'saved' })
      })
      .catch((error: unknown) => setSaving({ state: 'refused', error }))
      .finally(() => {
        running.current = null
      })
    await running.current
  }, [designId, contentOf])
  useEffect(() => {
    if (changes === 0 || !contentOf) return
    isDirty.current = true
    setSaving((before) => (before.state === 'refused' ? before : { state: 'waiting' }))
    const timer = setTimeout(() => void save(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [changes, contentOf, save])
  return { saving, save, revision }
}

export const xmlOf = async (modeler: Modeler): Promise<string> => (await modeler.saveXML({ format: true })).xml ?? ''
