import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { withDefaults } from '../../../kernel/forms/defaults.ts'
import type { FormValues } from '../../../kernel/forms/definition.ts'
import { mayWrite } from '../../../kernel/forms/field-rights.ts'
import { call } from '../../ui/api.ts'
import type { CaseView, TaskView } from '../../ui/case-view.ts'
import { today } from '../../ui/components/day-calendar.ts'
import { asProblem } from '../../ui/problem.ts'
import { useSession } from '../../ui/session.ts'
import { beginDraft, compareDraft, type DraftNotice, type OwnDraft, readKept, sameDraft } from './draft-standing.ts'

/** Kept beside the form's fields in the draft. */
const OPINION = '_opinion'
/** Milliseconds of silence before what is typed is sent, and between tries without a line. */
const PAUSE = 1200
const RETRY = 5000

const now = () =>
  new Date().toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' })

/**
 * What is typed into a task: first the draft, else the case's data. It is sent to the server when typing pauses and when
 * the page is left; until that has worked it is also kept on this machine. Of two windows the newest revision wins,
 * and the other is told and offered its own back.
 */
export function useDraft(view: CaseView, task: TaskView) {
  // Several people may use one machine one after the other.
  const me = useSession().person?.id
  const keptUnder = `yutu.draft.${me}.${task.id}`
  const client = useQueryClient()
  const standing = {
    ...{ revision: task.revision, draft: task.draft },
    ...{ mine: task.assignee?.id === me, holder: task.assignee?.name ?? null },
  }
  const [first] = useState(() => beginDraft(standing, readKept(localStorage.getItem(keptUnder)), now()))
  const [typed, setTyped] = useState(() => partsOf(view.data, task, first.draft))
  const [notice, setNotice] = useState<DraftNotice | null>(first.notice)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [isOffline, setOffline] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const own = useRef<OwnDraft>({
    revision: task.revision,
    seen: task.draft,
    typed: first.isUnsaved ? first.draft : null,
    mine: standing.mine,
  })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const sending = useRef(false)
  const channel = useChannel(task, own, () => void client.invalidateQueries({ queryKey: ['casework.case.view'] }))

  const save = async () => {
    const draft = own.current.typed
    clearTimeout(timer.current)
    if (draft === null || sending.current) return
    sending.current = true
    try {
      const input = { taskId: task.id, draft, revision: own.current.revision }
      const { revision } = await call<{ revision: number }>('casework.task.saveDraft', input)
      const hasMore = !sameDraft(own.current.typed, draft)
      own.current = { ...own.current, revision, seen: draft, typed: hasMore ? own.current.typed : null }
      if (!hasMore) localStorage.removeItem(keptUnder)
      setSavedAt(now())
      setError(null)
      setOffline(false)
      channel.current?.postMessage({ taskId: task.id, revision })
      void client.invalidateQueries({ queryKey: ['casework.case.view'] })
      if (hasMore) wait(PAUSE)
    } catch (failure) {
      fail(failure)
    } finally {
      sending.current = false
    }
  }
  const fail = (failure: unknown) => {
    const { status } = asProblem(failure)
    if (status === 0) {
      setOffline(true)
      wait(RETRY)
      // Another window was faster: its draft comes with the case, and is told below.
    } else if (status === 409) void client.invalidateQueries({ queryKey: ['casework.case.view'] })
    else setError(failure)
  }
  const wait = (milliseconds: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void saver.current(), milliseconds)
  }
  const running = useRef<Promise<void>>(Promise.resolve())
  const saveOnce = () => {
    if (!sending.current) running.current = save()
    return running.current
  }
  const saver = useRef(saveOnce)
  saver.current = saveOnce

  const change = (values: FormValues, opinion: string) => {
    const draft = { ...values, [OPINION]: opinion }
    setTyped({ values, opinion })
    own.current.typed = draft
    localStorage.setItem(keptUnder, JSON.stringify({ revision: own.current.revision, draft, at: now() }))
    wait(PAUSE)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the server says moves a draft under one's hands
  useEffect(() => {
    const comparison = compareDraft(own.current, standing)
    if (comparison === 'known') return
    const mine = own.current.typed
    const kept = comparison === 'moved' ? mine : null
    own.current = { revision: task.revision, seen: task.draft, typed: kept, mine: standing.mine }
    if (comparison === 'moved') return mine ? wait(0) : undefined
    clearTimeout(timer.current)
    localStorage.removeItem(keptUnder)
    setTyped(partsOf(view.data, task, task.draft))
    setNotice(noticeOf(comparison, view, task, mine))
    setError(null)
  }, [task.revision, task.draft, standing.mine])
  useLeaving(saver)

  return {
    ...typed,
    // An act of one's own, claiming, has raised it before the effect above has run: what is sent next names the newer one.
    revision: Math.max(own.current.revision, task.revision),
    change,
    /** Waits for a save under way and begins no other; answers with the revision an act must name now. */
    settle: async (): Promise<number> => {
      clearTimeout(timer.current)
      await running.current
      clearTimeout(timer.current)
      return Math.max(own.current.revision, task.revision)
    },
    savedAt,
    isOffline,
    error,
    notice,
    /** Puts back what was typed here over the newer draft: by this person's own decision. */
    takeMine: () => {
      if (notice?.kind !== 'elsewhere' || !notice.mine) return
      const { values, opinion } = partsOf(view.data, task, notice.mine)
      setNotice(null)
      change(values, opinion)
    },
    closeNotice: () => setNotice(null),
  }
}

/** What the person is told when the draft before them has changed; put back into the pool, or back from there, is no news. */
function noticeOf(
  change: 'newer' | 'inherited' | 'lost',
  view: CaseView,
  task: TaskView,
  mine: FormValues | null,
): DraftNotice | null {
  if (change === 'newer') return { kind: 'elsewhere', at: now(), mine }
  const by = change === 'lost' ? task.assignee?.name : heldBefore(view, task)
  return by ? { kind: change, by } : null
}

const heldBefore = ({ history }: CaseView, { id }: TaskView): string | null =>
  history.findLast(({ taskId, detail }) => taskId === id && typeof detail.heldBy === 'string')?.detail.heldBy as
    | string
    | null

/** Windows of one browser tell each other at once; those of others are met when they save. */
function useChannel(task: TaskView, own: React.RefObject<OwnDraft>, onNewer: () => void) {
  const channel = useRef<BroadcastChannel | null>(null)
  const listener = useRef(onNewer)
  listener.current = onNewer
  useEffect(() => {
    const opened = new BroadcastChannel('yutu.drafts')
    opened.onmessage = ({ data }: MessageEvent<{ taskId: string; revision: number }>) => {
      if (data.taskId === task.id && data.revision > own.current.revision) listener.current()
    }
    channel.current = opened
    return () => opened.close()
  }, [task.id, own])
  return channel
}

/** Sends what is typed when the page is hidden or left, when the line is back, and once for what was kept from before. */
function useLeaving(saver: React.RefObject<() => Promise<void>>): void {
  useEffect(() => {
    const send = () => void saver.current()
    const hidden = () => document.visibilityState === 'hidden' && send()
    document.addEventListener('visibilitychange', hidden)
    addEventListener('online', send)
    send()
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      removeEventListener('online', send)
      send()
    }
  }, [saver])
}

/** Of what is in the form, the fields this step may write: all that is its own to submit. */
export function writtenHere(values: FormValues, { form, writable, hidden }: TaskView): FormValues {
  const own = new Set(form?.fields.filter((field) => mayWrite({ writable, hidden }, field)).map(({ name }) => name))
  return Object.fromEntries(Object.entries(values).filter(([name]) => own.has(name)))
}

/**
 * The form's own fields and the opinion; what nobody has touched has its default. A draft speaks only for fields of its
 * own step: the others are what the case says now, which another branch or another handler may have changed since.
 */
function partsOf(data: FormValues, task: TaskView, draft: FormValues | null) {
  const { form, writable, hidden } = task
  const { [OPINION]: opinion = '', ...values } = draft ?? {}
  const own = new Set(form?.fields.map(({ name }) => name))
  const all = Object.entries({ ...data, ...writtenHere(values, task) })
  const known = Object.fromEntries(all.filter(([name]) => own.has(name)))
  const fields = form?.fields.filter((field) => mayWrite({ writable, hidden }, field)) ?? []
  return { values: form ? withDefaults({ ...form, fields }, known, today()) : known, opinion: String(opinion) }
}
