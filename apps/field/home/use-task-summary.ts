import { useKept } from '../store/changes.ts'
import { fieldDatabase, type KeptTask } from '../store/field-database.ts'

export type TaskSummary = {
  todo: number
  doing: number
  done: number
  /** open ones by business */
  openBy: ReadonlyMap<string, number>
  /** the open ones that are due first */
  next: KeptTask[]
}

const NEXT = 3

/** To-do, doing, done of all businesses (SH100), as this phone knows them. */
export const useTaskSummary = (person: string): TaskSummary | undefined =>
  useKept(
    async () => summaryOf(await (await fieldDatabase()).getAllFromIndex('tasks', 'person', person)),
    `summary ${person}`,
  )

function summaryOf(tasks: KeptTask[]): TaskSummary {
  const listed = tasks.filter(({ isListed }) => isListed)
  // What a colleague holds is on the list only so that it can be taken over.
  const open = listed.filter(({ state, mine }) => state === 'open' || (state !== 'done' && mine))
  const openBy = new Map<string, number>()
  for (const { business } of open) openBy.set(business, (openBy.get(business) ?? 0) + 1)
  const doing = open.filter(({ state }) => state !== 'open').length
  return {
    ...{ todo: open.length - doing, doing, done: listed.filter(({ state }) => state === 'done').length, openBy },
    next: open
      .filter(({ due }) => due !== null)
      .sort((a, b) => (a.due! < b.due! ? -1 : 1))
      .slice(0, NEXT),
  }
}
