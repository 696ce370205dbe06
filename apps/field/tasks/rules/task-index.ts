import type { Position } from '../../../../kernel/geometry/types.ts'
import { metresToBox, metresToSides } from '../../../../modules/fieldwork/dispatch/rules/metres-between.ts'
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

/** Made once for a list: words folded, orders and boxes known, so that a keystroke only walks it. */
export type TaskIndex = {
  tasks: readonly ListedTask[]
  words: readonly string[]
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

/** Capital letters, full-width letters and accents do not matter when one searches. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

export function indexTasks(tasks: readonly ListedTask[]): TaskIndex {
  if (tasks.length > ROOM) throw new RangeError(`a list holds at most ${ROOM} tasks`)
  const days = new Float64Array(tasks.length)
  const opened = new Float64Array(tasks.length)
  const boxes = new Float64Array(tasks.length * 4).fill(Number.NaN)
  const words: string[] = []
  // Plain loops: a hundred thousand calls of a function are felt on a phone.
  for (let i = 0; i < tasks.length; i++) {
    const task = tasks[i]!
    days[i] = task.due ? Date.parse(task.due) / DAY_MS : NEVER
    opened[i] = 2 ** 32 - Date.parse(task.openedAt) / 1000
    if (task.box) boxes.set(task.box, i * 4)
    words.push(wordsOf(task))
  }
  return { tasks, words, days, byDue: orderOf(days), byNewest: orderOf(opened), boxes }
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
  const words = fold(filter.text).split(/\s+/).filter(Boolean)
  const today = Math.floor((now + 8 * 3_600_000) / DAY_MS)
  const found: number[] = []
  for (const i of sort === 'newest' ? index.byNewest : index.byDue) {
    const task = index.tasks[i]!
    if (isIn(filter.tab, task) && fits(filter, task, index.days[i]!, today) && has(index.words[i]!, words))
      found.push(i)
  }
  const sorted = sort === 'distance' && place ? nearestFirst(index, found, place) : found
  return sorted.map((i) => index.tasks[i]!)
}

/** The square of some fifty metres a place lies in: a few steps do not order a list anew under the thumb. */
export const squareOf = (place: Position): string => place.map((one) => Math.round(one * 2000)).join()

const FAR = 10 ** 9

/** Only what was found is measured. What lies nowhere comes last. */
function nearestFirst({ boxes }: TaskIndex, found: readonly number[], [x, y]: Position): number[] {
  const metres = new Float64Array(found.length)
  for (let n = 0; n < found.length; n++) {
    const at = found[n]! * 4
    const far = metresToSides(x, y, boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!)
    metres[n] = Number.isNaN(far) ? FAR : far
  }
  const sorted: number[] = []
  for (const n of orderOf(metres)) sorted.push(found[n]!)
  return sorted
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
