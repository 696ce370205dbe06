import { useMemo } from 'react'
import { useKept } from '../store/changes.ts'
import { readFirst } from '../store/first-lines.ts'
import { isHeld } from '../store/task-lines.ts'
import { indexTasks } from './rules/index-tasks.ts'
import type { Counts } from './rules/tab-counts.ts'
import type { Area } from './use-area-names.ts'
import { type Base, listing } from './use-base.ts'

/** What a long list showed first when it was looked at last, in that order: until the whole of it is read. Undefined where nothing is known of it. */
export function useFirst(
  person: string,
  list: string,
  areas: readonly Area[],
): (Base & { counts: Counts }) | undefined {
  const read = async () => (isHeld(person) ? undefined : readFirst<Counts>(person, list))
  const first = useKept(read, `first lines ${person} ${list}`, [])
  return useMemo(() => {
    if (!first || first.lines.length === 0) return undefined
    const index = indexTasks(first.lines.map(listing(areas)))
    const asKept = Uint32Array.from(first.lines.keys())
    return {
      ...{ of: first.lines, areas, counts: first.note, at: new Map(first.lines.map(({ id }, i) => [id, i])) },
      index: { ...index, byDue: asKept, byNewest: asKept },
    }
  }, [first, areas])
}
