import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { FormValues } from '../../../kernel/forms/definition.ts'
import { call } from '../../ui/api.ts'
import type { CaseView, TaskView } from '../../ui/case-view.ts'

/** Kept beside the form's fields in the draft. */
const OPINION = '_opinion'
const PAUSE = 1200

const now = () =>
  new Date().toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' })

/**
 * What is typed into a task: first the draft, else the case's data. It is sent to the server when typing pauses, and at
 * once when the page is left; until that has worked it is also kept on this machine.
 */
export function useDraft({ data }: CaseView, task: TaskView) {
  const keptUnder = `yutu.draft.${task.id}`
  const client = useQueryClient()
  const [{ values, opinion }, setTyped] = useState(() => firstOf(keptUnder, task, data))
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const revision = useRef(task.revision)
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => {
    revision.current = Math.max(revision.current, task.revision)
  }, [task.revision])
  const save = async (draft: FormValues) => {
    try {
      const answer = await call<{ revision: number }>('casework.task.saveDraft', {
        taskId: task.id,
        draft,
        revision: revision.current,
      })
      revision.current = answer.revision
      localStorage.removeItem(keptUnder)
      setSavedAt(now())
      setError(null)
      void client.invalidateQueries({ queryKey: ['casework.case.view'] })
    } catch (failure) {
      setError(failure)
    }
  }
  const change = (next: FormValues, text: string) => {
    const draft = { ...next, [OPINION]: text }
    setTyped({ values: next, opinion: text })
    localStorage.setItem(keptUnder, JSON.stringify(draft))
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => void save(draft), PAUSE)
  }
  return { values, opinion, revision: revision.current, change, savedAt, error }
}

function firstOf(keptUnder: string, task: TaskView, data: FormValues): { values: FormValues; opinion: string } {
  const local = localStorage.getItem(keptUnder)
  const { [OPINION]: opinion = '', ...values } = local ? (JSON.parse(local) as FormValues) : (task.draft ?? {})
  const own = new Set(task.form?.fields.map(({ name }) => name))
  const known = Object.fromEntries(Object.entries({ ...data, ...values }).filter(([name]) => own.has(name)))
  return { values: known, opinion: String(opinion) }
}
