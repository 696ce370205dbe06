import { useMemo } from 'react'
import { useTaskLines } from '../store/task-lines.ts'
import { type TaskIndex, withLocal } from './rules/index-tasks.ts'
import type { ListedTask } from './rules/listed-task.ts'
import type { RefusedRequest } from './rules/local-state.ts'
import { type Counts, countsOf } from './rules/tab-counts.ts'
import { type Area, useAreaNames } from './use-area-names.ts'
import { type Base, useBase } from './use-base.ts'
import { useFirst } from './use-first.ts'
import { useWaiting, type Waiting } from './use-waiting.ts'

/** Tasks by id. */
export type ById = { get(id: string): ListedTask | undefined }

export type TaskRows = {
  /** the first ones only: the others are being read */
  isPart: boolean
  counts: Counts
  index: TaskIndex
  byId: ById
  refused: RefusedRequest[]
  areas: readonly Area[]
}

/** All tasks of a person with what this phone has for them; of a long list first what it showed last. Undefined until something is read. */
export function useTaskRows(person: string, list: string): TaskRows | undefined {
  const areas = useAreaNames(person)
  const first = useFirst(person, list, areas)
  const whole = useBase(person, useTaskLines(person), areas)
  const waiting = useWaiting(person)
  return useMemo(() => {
    const base = whole ?? first
    if (!base || !waiting) return undefined
    const rows = rowsOf(base, waiting.local)
    const isPart = !whole
    const counts = whole ? countsOf(rows.index) : first!.counts
    return { ...rows, isPart, counts, refused: waiting.refused, areas }
  }, [whole, first, waiting, areas])
}

/** What waits on this phone concerns few tasks: only those are made anew. */
function rowsOf({ index, at }: Base, local: Waiting['local']): Pick<TaskRows, 'index' | 'byId'> {
  const changed = new Map(local.flatMap(([id, state]) => (at.has(id) ? [[at.get(id)!, state] as const] : [])))
  const now = withLocal(index, changed)
  return { index: now, byId: { get: (id) => now.tasks[at.get(id) ?? -1] } }
}
