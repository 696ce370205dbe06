import { useEffect } from 'react'
import { keepFirst } from '../store/first-lines.ts'
import type { ListedTask } from './rules/listed-task.ts'
import type { TaskRows } from './use-task-rows.ts'

/** More than a screen shows. */
const FIRST = 20

/** Remembers what a whole list shows first; null while it is narrowed by what is looked for. */
export function useKeepFirst(
  person: string,
  list: string,
  { isPart, counts }: Pick<TaskRows, 'isPart' | 'counts'>,
  tasks: readonly ListedTask[] | null,
): void {
  useEffect(() => {
    if (isPart || !tasks) return
    const ids = tasks.slice(0, FIRST).map(({ id }) => id)
    // Without it the list is right as well, only slower to open.
    void keepFirst(person, list, { note: counts, ids, count: counts.all }).catch(() => undefined)
  }, [person, list, isPart, counts, tasks])
}
