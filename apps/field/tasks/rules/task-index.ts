import type { Position } from '../../../../kernel/geometry/types.ts'
import { metresToBox, metresToSides } from '../../../../modules/fieldwork/dispatch/rules/metres-between.ts'
import type { FieldTask } from '../../store/answers.ts'
import type { LocalState } from './local-state.ts'
import {
  type Coded,
  coded,
  fitting,
  flagsOf,
  flagsWanted,
  hitsOf,
  type Searched,
  type StateName,
  searched,
  type TabName,
} from './task-columns.ts'

/** A task of the list with what this phone adds to it. `package` and `range` are not for lists. */
export type ListedTask = Omit<FieldTask, 'range'> & { local: LocalState; areaName: string }

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

/** Made once for a list: words folded, orders and boxes known, all in columns, so that a keystroke only compares numbers. */
export type TaskIndex = {
  tasks: readonly ListedTask[]
  words: Searched
  /** task-columns.ts */
  flags: Uint32Array
  areas: Coded
  businesses: Coded
  days: Float64Array
  byDue: Uint32Array
  byNewest: Uint32Array
  /** west, south, east, north of each; NaN where it lies nowhere */
  boxes: Float64Array
}

/** 2²⁰ places in an order: a key is a number, and numbers sort fast. */
const ROOM = 2 ** 20
const DAY_MS = 86_400_000
const NEVER = 10 ** 6
/** Days before its last that a task is called urgent. */
const SOON = 3
/** More words than this are no search. */
const MOST_WORDS = 20

/** Capital letters, full-width letters and accents do not matter when one searches. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

export function indexTasks(tasks: readonly ListedTask[]): TaskIndex {
  const making = indexing(tasks)
  for (;;) {
    const { done, value } = making.next()
    if (done) return value
  }
}

/** Tasks between two pauses: some ten milliseconds at a phone's speed. */
const AT_ONCE = 1000

/** The same, a little at a time: between two steps a page can answer a thumb. */
export function* indexing(tasks: readonly ListedTask[]): Generator<void, TaskIndex, void> {
  if (tasks.length > ROOM) throw new RangeError(`a list holds at most ${ROOM} tasks`)
  const days = new Float64Array(tasks.length)
  const opened = new Float64Array(tasks.length)
  const boxes = new Float64Array(tasks.length * 4).fill(Number.NaN)
  const flags = new Uint32Array(tasks.length)
  const words: string[] = []
  // Plain loops: a hundred thousand calls of a function are felt on a phone.
  for (let i = 0; i < tasks.length; i++) {
    const task = tasks[i]!
    days[i] = task.due ? Date.parse(task.due) / DAY_MS : NEVER
    opened[i] = 2 ** 32 - Date.parse(task.openedAt) / 1000
    flags[i] = flagsOf(task)
    if (task.box) boxes.set(task.box, i * 4)
    words.push(wordsOf(task))
    if (i % AT_ONCE === AT_ONCE - 1) yield
  }
  const byDue = orderOf(days)
  yield
  const byNewest = orderOf(opened)
  yield
  const areas = coded(tasks.length, (i) => tasks[i]!.areaCode)
  const businesses = coded(tasks.length, (i) => tasks[i]!.business)
  yield
  return { tasks, flags, days, boxes, byDue, byNewest, areas, businesses, words: searched(words) }
}

/** The same list where what waits on this phone has changed of some, by their place. */
export function withLocal(index: TaskIndex, changed: ReadonlyMap<number, LocalState>): TaskIndex {
  const tasks = [...index.tasks]
  const flags = index.flags.slice()
  for (const [i, local] of changed) {
    tasks[i] = { ...tasks[i]!, local }
    flags[i] = flagsOf(tasks[i]!)
  }
  return { ...index, tasks, flags }
}

const wordsOf = ({ number, title, areaName, holder, stepTitle, businessTitle }: ListedTask): string =>
  fold(
    `${number}\n${title}\n${areaName}\n${holder?.name ?? ''}\n${stepTitle.zh}\n${businessTitle.zh}\n${businessTitle.en}`,
  )

/** Places 0 to n − 1 in the order of their keys, which are whole and not negative when rounded. */
function orderOf(keys: Float64Array): Uint32Array {
  const packed = new Float64Array(keys.length)
  for (let i = 0; i < keys.length; i++) packed[i] = Math.round(keys[i]!) * ROOM + i
  packed.sort()
  const order = new Uint32Array(keys.length)
  for (let i = 0; i < order.length; i++) order[i] = packed[i]! % ROOM
  return order
}

/** The tasks a filter finds, sorted. `place` in degrees; without it, sorting by distance goes by the last day. */
export function pickTasks(
  index: TaskIndex,
  filter: TaskFilter,
  sort: TaskSort,
  place: Position | null,
  now = Date.now(),
): ListedTask[] {
  const found = placesOf(index, filter, sort === 'newest' ? index.byNewest : index.byDue, now)
  const sorted = sort === 'distance' && place ? nearestFirst(index, found, place) : found
  const picked: ListedTask[] = []
  for (const i of sorted) picked.push(index.tasks[i]!)
  return picked
}

/** Where those lie that the filter finds, in the order given. */
function placesOf(index: TaskIndex, filter: TaskFilter, order: Uint32Array, now: number): Uint32Array {
  const { flags, areas, businesses, days } = index
  const words = fold(filter.text).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
  const hits = words.length > 0 ? hitsOf(index.words, words) : null
  const wanted = flagsWanted(filter)
  const area = filter.area ? fitting(areas, (code) => code.startsWith(filter.area)) : null
  const named = new Set(filter.business.split(','))
  const business = filter.business ? fitting(businesses, (one) => named.has(one)) : null
  const [from, until] = daysOf(filter.due, today(now))
  const found = new Uint32Array(order.length)
  let count = 0
  for (let k = 0; k < order.length; k++) {
    const i = order[k]!
    if ((flags[i]! & wanted) !== wanted || (hits && hits[i] !== words.length)) continue
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

const FAR = 10 ** 9

/** Only what was found is measured. What lies nowhere comes last. */
function nearestFirst({ boxes }: TaskIndex, found: Uint32Array, [x, y]: Position): Uint32Array {
  const metres = new Float64Array(found.length)
  for (let n = 0; n < found.length; n++) {
    const at = found[n]! * 4
    const far = metresToSides(x, y, boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!)
    metres[n] = Number.isNaN(far) ? FAR : far
  }
  return orderOf(metres).map((n) => found[n]!)
}

/** Metres from a place to the box of a task; 0 within, null where it lies nowhere. */
export const metresTo = ({ box }: Pick<ListedTask, 'box'>, place: Position | null): number | null =>
  box && place ? metresToBox(place, box) : null

/** How urgent a task is on a day. */
export function urgencyOf(due: string | null, now = Date.now()): 'overdue' | 'soon' | 'later' | 'none' {
  if (!due) return 'none'
  const days = Date.parse(due) / DAY_MS - today(now)
  return days < 0 ? 'overdue' : days <= SOON ? 'soon' : 'later'
}
