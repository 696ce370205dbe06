import type { Position } from '../../../../kernel/geometry/types.ts'
import { metresToBox } from '../../../../modules/fieldwork/dispatch/rules/metres-between.ts'
import type { FieldTask } from '../../store/answers.ts'
import type { LocalState } from './local-state.ts'

/** A task of the list with what this phone adds to it. `package` and `range` are not for lists. */
export type ListedTask = Omit<FieldTask, 'range'> & { local: LocalState; areaName: string }

export type TaskTab = 'todo' | 'doing' | 'done' | 'all'
export type TaskFilter = {
  tab: TaskTab
  text: string
  /** code of an area: it and all within */
  area: string
  business: string
  due: '' | 'overdue' | 'soon' | 'later' | 'none'
  state: '' | 'free' | 'given' | 'mine' | 'others' | 'returned' | 'noSurvey' | 'waiting'
}
export const emptyFilter: TaskFilter = { tab: 'all', text: '', area: '', business: '', due: '', state: '' }
export type TaskSort = 'due' | 'distance' | 'newest'

/** Made once for a list: words folded, orders known, so that a keystroke only walks it. */
export type TaskIndex = {
  tasks: readonly ListedTask[]
  words: readonly string[]
  days: Float64Array
  byDue: Uint32Array
  byNewest: Uint32Array
  /** the order of the last place asked for */
  near: { place: string; order: Uint32Array; metres: Float64Array } | null
}

/** 2²⁰ places in an order: a key is a number, and numbers sort fast. */
const ROOM = 2 ** 20
const DAY_MS = 86_400_000
const NEVER = 10 ** 6
/** Days before its last that a task is called urgent. */
const SOON = 3

/** Capital letters, full-width letters and accents do not matter when one searches. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

export function indexTasks(tasks: readonly ListedTask[]): TaskIndex {
  if (tasks.length > ROOM) throw new RangeError(`a list holds at most ${ROOM} tasks`)
  const days = Float64Array.from(tasks, ({ due }) => (due ? Date.parse(due) / DAY_MS : NEVER))
  const opened = Float64Array.from(tasks, ({ openedAt }) => -Date.parse(openedAt) / 1000 + 2 ** 32)
  return {
    tasks,
    words: tasks.map(({ number, title, areaName, holder, stepTitle, businessTitle }) =>
      fold([number, title, areaName, holder?.name, stepTitle.zh, businessTitle.zh, businessTitle.en].join('\n')),
    ),
    days,
    byDue: orderOf(days),
    byNewest: orderOf(opened),
    near: null,
  }
}

/** Indexes in the order of their keys, which are whole and not negative when rounded. */
function orderOf(keys: Float64Array): Uint32Array {
  const packed = keys.map((key, i) => Math.round(key) * ROOM + i).sort()
  return Uint32Array.from(packed, (key) => key % ROOM)
}

/** The tasks a filter finds, sorted. `place` in degrees; without it, sorting by distance goes by the last day. */
export function pickTasks(
  index: TaskIndex,
  filter: TaskFilter,
  sort: TaskSort,
  place: Position | null,
  now = Date.now(),
): ListedTask[] {
  const words = fold(filter.text).split(/\s+/).filter(Boolean)
  const today = Math.floor((now + 8 * 3_600_000) / DAY_MS)
  const found: ListedTask[] = []
  for (const i of orderFor(index, sort, place)) {
    const task = index.tasks[i]!
    if (isIn(filter.tab, task) && fits(filter, task, index.days[i]!, today) && has(index.words[i]!, words))
      found.push(task)
  }
  return found
}

function orderFor(index: TaskIndex, sort: TaskSort, place: Position | null): Uint32Array {
  if (sort === 'newest') return index.byNewest
  return sort === 'distance' && place ? nearestFirst(index, place).order : index.byDue
}

/** The square of some fifty metres a place lies in: a few steps do not order a list anew under the thumb. */
export const squareOf = (place: Position): string => place.map((one) => Math.round(one * 2000)).join()

function nearestFirst(index: TaskIndex, place: Position): NonNullable<TaskIndex['near']> {
  const key = squareOf(place)
  if (index.near?.place === key) return index.near
  const metres = Float64Array.from(index.tasks, (task) => metresTo(task, place) ?? 10 ** 9)
  index.near = { place: key, order: orderOf(metres), metres }
  return index.near
}

/** Metres from a place to the box of a task; 0 within, null where it lies nowhere. */
export const metresTo = ({ box }: Pick<ListedTask, 'box'>, place: Position | null): number | null =>
  box && place ? metresToBox(place, box) : null

const has = (text: string, words: readonly string[]) => words.every((word) => text.includes(word))

export function isIn(tab: TaskTab, task: Pick<ListedTask, 'state' | 'mine' | 'holder' | 'local'>): boolean {
  if (tab === 'all') return true
  if (task.state === 'done') return tab === 'done'
  if (isBegun(task)) return tab === 'doing'
  return tab === 'todo' && (task.mine || (task.state === 'open' && task.holder === null))
}

/** Signed for, or worked on here before the server has heard of it. */
const isBegun = ({ state, mine, local }: Pick<ListedTask, 'state' | 'mine' | 'local'>) =>
  mine ? state === 'claimed' || local.work !== 'none' : local.work !== 'none'

function fits({ area, business, due, state }: TaskFilter, task: ListedTask, day: number, today: number): boolean {
  return (
    task.areaCode.startsWith(area) &&
    (business === '' || task.business === business) &&
    (due === '' || due === dueClass(day, today)) &&
    (state === '' || STATES[state](task))
  )
}

const dueClass = (day: number, today: number) =>
  day === NEVER ? 'none' : day < today ? 'overdue' : day <= today + SOON ? 'soon' : 'later'

/** How urgent a task is on a day. */
export const urgencyOf = (due: string | null, now = Date.now()): 'overdue' | 'soon' | 'later' | 'none' =>
  dueClass(due ? Date.parse(due) / DAY_MS : NEVER, Math.floor((now + 8 * 3_600_000) / DAY_MS))

const STATES: Record<Exclude<TaskFilter['state'], ''>, (task: ListedTask) => boolean> = {
  free: ({ state, holder }) => state === 'open' && holder === null,
  given: ({ state, mine }) => state === 'open' && mine,
  mine: ({ state, mine }) => state === 'claimed' && mine,
  others: ({ state, mine, holder }) => state !== 'done' && !mine && holder !== null,
  returned: ({ reason, state }) => state !== 'done' && reason === 'return',
  noSurvey: ({ noSurvey, local }) => noSurvey !== null || local.request === 'task.noSurvey',
  waiting: ({ local }) => local.work === 'submitting' || local.request !== null || local.unsent > 0,
}
