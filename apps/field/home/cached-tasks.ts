import { tellChange } from '../store/changes.ts'
import { fieldDatabase } from '../store/field-database.ts'
import { taskLines, touchTasks } from '../store/task-lines.ts'

/** What lies here to work on a task without a network: range, form with its dictionaries, template, what was done before. */
export type CachedTask = { taskId: string; number: string; title: string; bytes: number; isNeeded: boolean }

/** Largest first. `isNeeded`: it is in this person's hands, or something of it is still to be sent. */
export async function cachedTasks(person: string): Promise<CachedTask[]> {
  const database = await fieldDatabase()
  const rows: CachedTask[] = []
  for (const { id: taskId, number, title, mine, state, isPacked } of await taskLines(person)) {
    const task = isPacked ? await database.get('tasks', taskId) : undefined
    if (!task?.package) continue
    const bytes = new TextEncoder().encode(JSON.stringify(task.package)).length
    const isNeeded = (mine && state !== 'done') || (await isUnsent(taskId))
    rows.push({ taskId, number, title, bytes, isNeeded })
  }
  return rows.sort((a, b) => b.bytes - a.bytes)
}

const isUnsent = async (taskId: string) => {
  const acts = await (await fieldDatabase()).getAllFromIndex('operations', 'task', taskId)
  return acts.some(({ state }) => state !== 'done')
}

/** Of those that are not needed. Opened again, a task fetches it anew. Gives how many went. */
export async function clearCached(person: string, tasks: readonly CachedTask[]): Promise<number> {
  const ids = tasks.flatMap(({ taskId, isNeeded }) => (isNeeded ? [] : [taskId]))
  const work = (await fieldDatabase()).transaction(['tasks', 'pulls'], 'readwrite', { durability: 'strict' })
  for (const id of ids) {
    const task = await work.objectStore('tasks').get(id)
    if (task) await work.objectStore('tasks').put({ ...task, package: null })
  }
  await touchTasks(work.objectStore('pulls'), person, ids)
  await work.done
  tellChange()
  return ids.length
}
