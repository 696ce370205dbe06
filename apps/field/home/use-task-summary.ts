import { useEffect, useMemo } from 'react'
import { useKept } from '../store/changes.ts'
import type { TaskLine } from '../store/task-line.ts'
import { isHeld, LONG, useTaskLines } from '../store/task-lines.ts'
import { keepThing, readThing } from '../store/things.ts'

export type TaskSummary = {
  todo: number
  doing: number
  done: number
  /** open ones by business */
  openBy: ReadonlyMap<string, number>
  /** the open ones that are due first */
  next: TaskLine[]
}

const NEXT = 3

const NAME = 'home/summary'
type Kept = Omit<TaskSummary, 'openBy'> & { openBy: [string, number][] }

/** To-do, doing, done of all businesses (SH100), as this phone knows them; of a long list, until it is read, as they were last. */
export function useTaskSummary(person: string): TaskSummary | undefined {
  const lines = useTaskLines(person)
  const now = useMemo(() => lines && summaryOf(lines), [lines])
  const last = useKept(
    async () => (isHeld(person) ? undefined : readThing<Kept>(person, NAME)),
    `${NAME} ${person}`,
    [],
  )
  const isLong = lines !== undefined && lines.length >= LONG
  useEffect(() => {
    const kept: Kept | undefined = now && { ...now, openBy: [...now.openBy] }
    // Without it the page is right as well, only slower to say so.
    if (isLong) void keepThing(person, NAME, kept).catch(() => undefined)
  }, [person, isLong, now])
  return now ?? (last && { ...last, openBy: new Map(last.openBy) })
}

function summaryOf(tasks: readonly TaskLine[]): TaskSummary {
  const summary = { todo: 0, doing: 0, done: 0, openBy: new Map<string, number>(), next: [] as TaskLine[] }
  for (const task of tasks) {
    if (!task.isListed) continue
    if (task.state === 'done') summary.done += 1
    // What a colleague holds is on the list only so that it can be taken over.
    if (task.state === 'done' || (task.state !== 'open' && !task.mine)) continue
    summary[task.state === 'open' ? 'todo' : 'doing'] += 1
    summary.openBy.set(task.business, (summary.openBy.get(task.business) ?? 0) + 1)
    addNext(summary.next, task)
  }
  return summary
}

/** A few are kept in order: sorting them all would be felt where there are many. */
function addNext(next: TaskLine[], task: TaskLine): void {
  if (task.due === null || (next.length === NEXT && next.at(-1)!.due! <= task.due)) return
  const at = next.findIndex(({ due }) => due! > task.due!)
  next.splice(at < 0 ? next.length : at, 0, task)
  next.length = Math.min(next.length, NEXT)
}
