import { useEffect, useMemo, useState } from 'react'
import { breath, useKept } from '../store/changes.ts'
import { fieldDatabase } from '../store/field-database.ts'
import type { TaskLine } from '../store/task-line.ts'
import { useTaskLines } from '../store/task-lines.ts'
import { localStates, nothingLocal, type RefusedRequest, refusedRequests } from './rules/local-state.ts'
import { indexing, type ListedTask, type TaskIndex, withLocal } from './rules/task-index.ts'
import { type Area, useAreaNames } from './use-area-names.ts'

/** Tasks by id. */
export type ById = { get(id: string): ListedTask | undefined }

export type TaskRows = {
  index: TaskIndex
  byId: ById
  refused: RefusedRequest[]
  areas: readonly Area[]
}

export const READ_REFUSALS = 'tasks/read-refusals'

type Waiting = { local: ReturnType<typeof localStates>; refused: RefusedRequest[] }

/** All tasks of a person with what this phone has for them. Undefined until they are read. */
export function useTaskRows(person: string): TaskRows | undefined {
  const areas = useAreaNames(person)
  const base = useBase(useTaskLines(person), areas)
  const waiting = useKept(() => readWaiting(person), `waiting acts ${person}`)
  return useMemo(
    () => base && waiting && { ...rowsOf(base, waiting.local), refused: waiting.refused, areas },
    [base, waiting, areas],
  )
}

type Base = { index: TaskIndex; at: Map<string, number> }

/** Made little by little, while the list there was goes on being shown. */
function useBase(lines: readonly TaskLine[] | undefined, areas: readonly Area[]): Base | undefined {
  const [base, setBase] = useState<Base>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: areas come once; folding a hundred thousand tasks is for new ones only
  useEffect(() => {
    const stop = new AbortController()
    if (lines) void baseOf(lines, areas, stop.signal).then((made) => made && setBase(made))
    return () => stop.abort()
  }, [lines, areas.length])
  return base
}

/** Undefined when it was stopped. */
async function baseOf(
  lines: readonly TaskLine[],
  areas: readonly Area[],
  stop: AbortSignal,
): Promise<Base | undefined> {
  const names = new Map(areas.map(({ code, name }) => [code, name]))
  const rows: ListedTask[] = []
  for (const line of lines) {
    if (!line.isListed && line.state === 'done') continue
    const areaName = names.get(line.areaCode) ?? names.get(line.areaCode.slice(0, 9)) ?? line.areaCode
    rows.push({ ...line, areaName, local: nothingLocal })
  }
  const making = indexing(rows)
  for (;;) {
    const { done, value } = making.next()
    if (done) return { index: value, at: new Map(rows.map(({ id }, i) => [id, i])) }
    await breath()
    if (stop.aborted) return undefined
  }
}

/** What waits on this phone concerns few tasks: only those are made anew. */
function rowsOf({ index, at }: Base, local: Waiting['local']): Pick<TaskRows, 'index' | 'byId'> {
  const changed = new Map([...local].flatMap(([id, state]) => (at.has(id) ? [[at.get(id)!, state] as const] : [])))
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
  return { local: localStates(acts, drafts), refused: refusedRequests(acts, read) }
}
