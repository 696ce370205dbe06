import { fieldDatabase } from './field-database.ts'
import type { TaskLine } from './task-line.ts'
import { taskLines } from './task-lines.ts'

/** The tasks of a person that photos lie here of, found by the keys alone: a list may be a hundred thousand long, few of it have any. */
export async function tasksWithPhotos(person: string): Promise<TaskLine[]> {
  const index = (await fieldDatabase()).transaction('photos').store.index('task')
  const ids = new Set<unknown>()
  for (let at = await index.openKeyCursor(null, 'nextunique'); at; at = await at.continue()) ids.add(at.key)
  return (await taskLines(person)).filter(({ id }) => ids.has(id))
}
