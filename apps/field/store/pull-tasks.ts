import { ask } from '../../ui/api.ts'
import type { FieldTask, TaskPackage } from './answers.ts'
import { tellChange } from './changes.ts'
import { fieldDatabase, type KeptTask } from './field-database.ts'

/**
 * Fetches the task list and, for tasks of this person, the package to work without a network. Tasks that are no longer
 * listed stay here: their photos may still be on the way.
 */
export async function pullTasks(person: string): Promise<void> {
  const { tasks } = await ask<{ tasks: FieldTask[] }>('fieldwork.task.list')
  const database = await fieldDatabase()
  const kept = new Map((await database.getAllFromIndex('tasks', 'person', person)).map((task) => [task.id, task]))
  const listed = new Set(tasks.map(({ id }) => id))
  const gone = [...kept.values()].filter(({ id }) => !listed.has(id))
  const rows: KeptTask[] = [
    ...tasks.map((task) => ({ ...task, person, package: kept.get(task.id)?.package ?? null, isListed: true })),
    ...gone.map((task) => ({ ...task, isListed: false })),
  ]
  const work = database.transaction('tasks', 'readwrite')
  await Promise.all([...rows.map((row) => work.store.put(row)), work.done])
  tellChange()
  for (const { id, mine } of tasks) if (mine) await pullPackage(id)
}

/** Everything to work on one task without a network. Throws ProblemError. */
export async function pullPackage(taskId: string): Promise<void> {
  const fetched = await ask<TaskPackage>('fieldwork.task.view', { taskId })
  const database = await fieldDatabase()
  const task = await database.get('tasks', taskId)
  if (task) await database.put('tasks', { ...task, package: fetched })
  tellChange()
}
