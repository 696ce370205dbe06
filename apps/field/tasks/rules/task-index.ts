import type { Position } from '../../../../kernel/geometry/types.ts'
import { metresToBox } from '../../../../modules/fieldwork/dispatch/rules/metres-between.ts'
import { fold, NEVER, type TaskIndex } from './index-tasks.ts'
import type { ListedTask } from './listed-task.ts'
import { nearestFirst } from './orders.ts'
import { fitting, flagsWanted, holding, type StateName, type TabName } from './task-columns.ts'

export type TaskTab = TabName | 'all'
export type TaskFilter = {
  tab: TaskTab
  text: string
  /** code of an area: it and all within */
  area: string
  /** several divided by commas; '': all */
  business: string
  due: '' | 'overdue' | 'soon' | 'later' | 'none'
  state: StateName | ''
}
export const emptyFilter: TaskFilter = { tab: 'all', text: '', area: '', business: '', due: '', state: '' }
export type TaskSort = 'due' | 'distance' | 'newest'

const DAY_MS = 86_400_000
/** Days before its last that a task is called urgent. */
const SOON = 3
/** More words than this are no search. */
const MOST_WORDS = 20

/** The tasks a filter finds, sorted. `place` in degrees; without it, sorting by distance goes by the last day. */
export function pickTasks(
  index: TaskIndex,
  filter: TaskFilter,
  sort: TaskSort,
  place: Position | null,
  now = Date.now(),
): ListedTask[] {
  const order = sort === 'distance' && place ? nearestFirst(index, place) : orderBy(index, sort)
  const found = placesOf(index, filter, order, now)
  const picked = new Array<ListedTask>(found.length)
  for (let k = 0; k < found.length; k++) picked[k] = index.tasks[found[k]!]!
  return picked
}

const orderBy = ({ byNewest, byDue }: TaskIndex, sort: TaskSort) => (sort === 'newest' ? byNewest : byDue)

/** Where those lie that the filter finds, in the order given. */
function placesOf(index: TaskIndex, filter: TaskFilter, order: Uint32Array, now: number): Uint32Array {
  const { flags, areas, businesses, days } = index
  const words = fold(filter.text).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
  const held = words.length > 0 ? holding(index.words, words) : null
  const wanted = flagsWanted(filter)
  const area = filter.area ? fitting(areas, (code) => code.startsWith(filter.area)) : null
  const named = new Set(filter.business.split(','))
  const business = filter.business ? fitting(businesses, (one) => named.has(one)) : null
  const [from, until] = daysOf(filter.due, today(now))
  const found = new Uint32Array(order.length)
  let count = 0
  for (let k = 0; k < order.length; k++) {
    const i = order[k]!
    // First what keeps most away, and lies closest together.
    if ((held && !held[i]) || (flags[i]! & wanted) !== wanted) continue
    if (days[i]! < from || days[i]! >= until) continue
    if ((area && !area[areas.of[i]!]) || (business && !business[businesses.of[i]!])) continue
    found[count++] = i
  }
  return found.subarray(0, count)
}

const today = (now: number) => Math.floor((now + 8 * 3_600_000) / DAY_MS)

/** From which day, and before which one, the last day of a task is called so. */
function daysOf(due: TaskFilter['due'], day: number): [from: number, until: number] {
  if (due === 'overdue') return [Number.NEGATIVE_INFINITY, day]
  if (due === 'soon') return [day, day + SOON + 1]
  if (due === 'later') return [day + SOON + 1, NEVER]
  return due === 'none' ? [NEVER, NEVER + 1] : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
}

/** The square of some fifty metres a place lies in: a few steps do not order a list anew under the thumb. */
export const squareOf = (place: Position): string => place.map((one) => Math.round(one * 2000)).join()

/** Metres from a place to the box of a task; 0 within, null where it lies nowhere. */
export const metresTo = ({ box }: Pick<ListedTask, 'box'>, place: Position | null): number | null =>
  box && place ? metresToBox(place, box) : null

/** How urgent a task is on a day. */
export function urgencyOf(due: string | null, now = Date.now()): 'overdue' | 'soon' | 'later' | 'none' {
  if (!due) return 'none'
  const days = Date.parse(due) / DAY_MS - today(now)
  return days < 0 ? 'overdue' : days <= SOON ? 'soon' : 'later'
}
