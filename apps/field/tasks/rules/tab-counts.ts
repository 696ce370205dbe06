import type { TaskIndex } from './index-tasks.ts'
import { flagsWanted, type TabName } from './task-columns.ts'

export type Counts = Record<TabName | 'all', number>

/** How many there are behind each tab. */
export function countsOf({ flags }: Pick<TaskIndex, 'flags'>): Counts {
  const [todo, doing, done] = (['todo', 'doing', 'done'] as const).map((tab) => flagsWanted({ tab, state: '' }))
  const counts = { todo: 0, doing: 0, done: 0, all: flags.length }
  for (let i = 0; i < flags.length; i++) {
    if (flags[i]! & todo!) counts.todo += 1
    if (flags[i]! & doing!) counts.doing += 1
    if (flags[i]! & done!) counts.done += 1
  }
  return counts
}
