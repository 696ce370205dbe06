import { useMemo, useRef } from 'react'
import { useKept } from '../store/changes.ts'
import { fieldDatabase } from '../store/field-database.ts'
import { useTaskLines } from '../store/task-lines.ts'
import { type TaskIndex, withLocal } from './rules/index-tasks.ts'
import type { ListedTask } from './rules/listed-task.ts'
import { type LocalState, localStates, type RefusedRequest, refusedRequests } from './rules/local-state.ts'
import { type Counts, countsOf } from './rules/tab-counts.ts'
import { type Area, useAreaNames } from './use-area-names.ts'
import { type Base, useBase } from './use-base.ts'
import { useFirst } from './use-first.ts'

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

export const READ_REFUSALS = 'tasks/read-refusals'

type Waiting = { local: [string, LocalState][]; refused: RefusedRequest[] }

/** All tasks of a person with what this phone has for them; of a long list first what it showed last. Undefined until something is read. */
export function useTaskRows(person: string, list: string): TaskRows | undefined {
  const areas = useAreaNames(person)
  const first = useFirst(person, list, areas)
  const whole = useBase(useTaskLines(person), areas)
  const waiting = useSame(useKept(() => readWaiting(person), `waiting acts ${person}`))
  return useMemo(() => {
    const base = whole ?? first
    if (!base || !waiting) return undefined
    const rows = rowsOf(base, waiting.local)
    const isPart = !whole
    const counts = whole ? countsOf(rows.index) : first!.counts
    return { ...rows, isPart, counts, refused: waiting.refused, areas }
  }, [whole, first, waiting, areas])
}

/** The same object as long as it says the same: what was made of it then need not be made anew. */
function useSame<T>(value: T): T {
  const kept = useRef({ value, text: '' })
  const text = JSON.stringify(value) ?? ''
  if (text !== kept.current.text) kept.current = { value, text }
  return kept.current.value
}

/** What waits on this phone concerns few tasks: only those are made anew. */
function rowsOf({ index, at }: Base, local: Waiting['local']): Pick<TaskRows, 'index' | 'byId'> {
  const changed = new Map(local.flatMap(([id, state]) => (at.has(id) ? [[at.get(id)!, state] as const] : [])))
  const now = withLocal(index, changed)
  return { index: now, byId: { get: (id) => now.tasks[at.get(id) ?? -1] } }
}

async function readWaiting(person: string): Promise<Waiting> {
  const database = await fieldDatabase()
  const device = (await database.get('devices', person))?.id ?? ''
  const [waiting, aside, patches, seen] = await Promise.all([
    database.getAllFromIndex('operations', 'state', [device, 'waiting']),
    database.getAllFromIndex('operations', 'state', [device, 'aside']),
    database.getAll('patches'),
    database.get('things', [person, READ_REFUSALS]),
  ])
  const acts = [...aside, ...waiting].sort((a, b) => a.operation.sequence - b.operation.sequence)
  const drafts = patches.flatMap(({ isDraft, taskId }) => (isDraft ? [taskId] : []))
  const read = new Set((seen?.value as string[] | undefined) ?? [])
  return { local: [...localStates(acts, drafts)], refused: refusedRequests(acts, read) }
}
