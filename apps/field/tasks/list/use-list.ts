import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Position } from '../../../../kernel/geometry/types.ts'
import type { TaskIndex } from '../rules/index-tasks.ts'
import type { ListedTask } from '../rules/listed-task.ts'
import { emptyFilter, pickTasks, squareOf, type TaskFilter, type TaskSort, type TaskTab } from '../rules/task-index.ts'
import { leaveList, leftList } from './left-list.ts'

export const tabs = ['todo', 'doing', 'done', 'all'] as const satisfies TaskTab[]

export type ListState = {
  /** whose list of what: under this it is left and found again (left-list.ts) */
  name: string
  filter: TaskFilter
  sort: TaskSort
  setFilter: (filter: TaskFilter) => void
  setSort: (sort: TaskSort) => void
}

const KEPT_UNDER = 'yutu.field.list'

/** Filter and order of the list; the order is remembered, the filter belongs to this list alone, as long as the page is open. */
export function useListState(person: string, tab: TaskTab, business: string): ListState {
  const name = `${person} ${tab} ${business}`
  const [filter, setFilter] = useState<TaskFilter>(() => leftList(name).filter ?? { ...emptyFilter, tab, business })
  useEffect(() => leaveList(name, {}), [name])
  const [sort, setSort] = useState<TaskSort>(() => (localStorage.getItem(KEPT_UNDER) as TaskSort | null) ?? 'distance')
  return {
    filter: { ...filter, tab },
    sort,
    name,
    setFilter: (next) => {
      leaveList(name, { filter: next, first: undefined })
      setFilter(next)
    },
    setSort: (next) => {
      localStorage.setItem(KEPT_UNDER, next)
      setSort(next)
    },
  }
}

/** The tasks found; typing is never held up by a long list. */
export function usePicked(
  index: TaskIndex | undefined,
  { filter, sort }: ListState,
  place: Position | null,
): ListedTask[] {
  const asked = useDeferredValue(JSON.stringify(filter))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place counts by the square it lies in
  const from = useMemo(() => place, [place && squareOf(place)])
  return useMemo(
    () => (index ? pickTasks(index, JSON.parse(asked) as TaskFilter, sort, from) : []),
    [index, asked, sort, from],
  )
}
