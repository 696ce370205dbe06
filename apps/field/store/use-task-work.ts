import { noThings, useKept } from './changes.ts'
import { fieldDatabase, type KeptOperation, type KeptPatch, type KeptPhoto, type KeptTask } from './field-database.ts'
import { taskLines } from './task-lines.ts'
import { taskState } from './task-state.ts'

export type TaskWork = { task: KeptTask; operations: KeptOperation[]; photos: KeptPhoto[]; patches: KeptPatch[] }

/** A task with all that was done for it on this phone. */
export async function readWork(task: KeptTask): Promise<TaskWork> {
  const database = await fieldDatabase()
  const [operations, photos, patches] = await Promise.all([
    database.getAllFromIndex('operations', 'task', task.id),
    database.getAllFromIndex('photos', 'task', task.id),
    database.getAllFromIndex('patches', 'task', task.id),
  ])
  const inOrder = operations.toSorted((a, b) => a.madeAt - b.madeAt || a.operation.sequence - b.operation.sequence)
  return { task, operations: inOrder, photos, patches }
}

export const stateOf = (work: TaskWork) => taskState(work)

/** Undefined: not read yet; null: this phone does not know the task. */
export const useTaskWork = (taskId: string): TaskWork | null | undefined =>
  useKept(
    async () => {
      const task = await (await fieldDatabase()).get('tasks', taskId)
      return task ? readWork(task) : null
    },
    `task ${taskId}`,
    noThings,
  )

/** What a person has found; what was handed in and is gone from the server's list since a week is left out. */
export const useFinds = (person: string): TaskWork[] | undefined =>
  useKept(async () => {
    const database = await fieldDatabase()
    const lines = (await taskLines(person)).filter(({ discovery, isDiscovered }) => discovery ?? isDiscovered)
    const tasks = await Promise.all(lines.map(({ id }) => database.get('tasks', id)))
    const all = await Promise.all(tasks.flatMap((task) => (task ? [readWork(task)] : [])))
    return all.filter(({ task, operations }) => task.isListed || operations.some(isRecent))
  }, `finds ${person}`)

const WEEK = 7 * 24 * 3600_000
const isRecent = ({ state, madeAt }: KeptOperation) => state !== 'done' || Date.now() - madeAt < WEEK
