import { useMemo } from 'react'
import { useKept } from '../store/changes.ts'
import { fieldDatabase, type KeptTask } from '../store/field-database.ts'
import { localStates, nothingLocal, type RefusedRequest, refusedRequests } from './rules/local-state.ts'
import { indexTasks, type ListedTask, type TaskIndex, withLocal } from './rules/task-index.ts'
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

type Found = { tasks: readonly KeptTask[]; version: string } & Pick<TaskRows, 'refused'> & {
    local: ReturnType<typeof localStates>
  }

/** All tasks of a person with what this phone has for them. Undefined until they are read. */
export function useTaskRows(person: string): TaskRows | undefined {
  const found = useKept(() => read(person), `task rows ${person}`)
  const areas = useAreaNames(person)
  const named = areas.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: areas come once; folding a hundred thousand tasks is for new ones only
  const base = useMemo(() => found && baseOf(found.tasks, areas), [found?.tasks, named])
  return useMemo(
    () => found && base && { ...rowsOf(base, found.local), refused: found.refused, areas },
    [found, base, areas],
  )
}

type Base = { index: TaskIndex; at: Map<string, number> }

function baseOf(tasks: readonly KeptTask[], areas: readonly Area[]): Base {
  const names = new Map(areas.map(({ code, name }) => [code, name]))
  const rows = tasks.map(({ package: _, range: __, ...task }): ListedTask => {
    const areaName = names.get(task.areaCode) ?? names.get(task.areaCode.slice(0, 9)) ?? task.areaCode
    return { ...task, areaName, local: nothingLocal }
  })
  return { index: indexTasks(rows), at: new Map(rows.map(({ id }, i) => [id, i])) }
}

/** What waits on this phone concerns few tasks: only those are made anew. */
function rowsOf({ index, at }: Base, local: Found['local']): Pick<TaskRows, 'index' | 'byId'> {
  const changed = new Map([...local].flatMap(([id, state]) => (at.has(id) ? [[at.get(id)!, state] as const] : [])))
  const now = withLocal(index, changed)
  return { index: now, byId: { get: (id) => now.tasks[at.get(id) ?? -1] } }
}

async function read(person: string): Promise<Found> {
  const database = await fieldDatabase()
  const { tasks, version } = await tasksOf(person)
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
  return { tasks, version, local: localStates(acts, drafts), refused: refusedRequests(acts, read) }
}

const held = new Map<string, { tasks: KeptTask[]; version: string }>()

/** A hundred thousand rows are read again only when some of them have changed. */
async function tasksOf(person: string): Promise<{ tasks: KeptTask[]; version: string }> {
  const database = await fieldDatabase()
  const pull = await database.get('pulls', person)
  const count = await database.countFromIndex('tasks', 'person', person)
  const version = `${pull?.changes ?? pull?.cursor ?? ''} ${count}`
  const known = held.get(person)
  if (known?.version === version) return known
  const all = await database.getAllFromIndex('tasks', 'person', person)
  const tasks = all.filter(({ isListed, state }) => isListed || state !== 'done')
  held.set(person, { tasks, version })
  return { tasks, version }
}
