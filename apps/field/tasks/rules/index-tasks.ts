import type { ListedTask } from './listed-task.ts'
import type { LocalState } from './local-state.ts'
import { orderOf } from './orders.ts'
import { type Coded, coded, flagsOf, replaced, type Searched, startsOf, textOf } from './task-columns.ts'

const DAY_MS = 86_400_000
/** The day of what is never due. */
export const NEVER = 10 ** 6

/** Made once for a list: words folded, orders and boxes known, all in columns, so that a keystroke only compares numbers. */
export type TaskIndex = {
  tasks: readonly ListedTask[]
  words: Searched
  /** task-columns.ts */
  flags: Uint32Array
  areas: Coded
  businesses: Coded
  days: Uint32Array
  /** seconds before the latest instant there is: the newest first */
  ages: Uint32Array
  byDue: Uint32Array
  byNewest: Uint32Array
  /** west, south, east, north of each; NaN where it lies nowhere */
  boxes: Float64Array
}

/**
 * Capital letters, full-width letters and accents do not matter when one searches, nor which brackets a number is in: not every keyboard has
 * those of documents. Round ones are also found three times sooner: half of 〔 and of 〕 is what every 0 consists of.
 */
export const fold = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(OPENING, '(').replace(CLOSING, ')')
const OPENING = /[〔【[]/g
const CLOSING = /[〕】\]]/g

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
  const columns = emptyColumns(tasks.length)
  const words: string[] = []
  const texts: string[] = []
  // Plain loops: a hundred thousand calls of a function are felt on a phone.
  for (let i = 0; i < tasks.length; i++) {
    setColumns(columns, tasks[i]!, i)
    words.push(wordsOf(tasks[i]!))
    if (i % AT_ONCE !== AT_ONCE - 1) continue
    texts.push(textOf(words.slice(i + 1 - AT_ONCE)))
    yield
  }
  texts.push(textOf(words.slice(texts.length * AT_ONCE)))
  return yield* ordered(tasks, columns, { text: texts.join(''), starts: startsOf(words) })
}

type Columns = Pick<TaskIndex, 'days' | 'ages' | 'boxes' | 'flags'>

const emptyColumns = (count: number): Columns => ({
  days: new Uint32Array(count),
  ages: new Uint32Array(count),
  boxes: new Float64Array(count * 4).fill(Number.NaN),
  flags: new Uint32Array(count),
})

function setColumns({ days, ages, boxes, flags }: Columns, task: ListedTask, i: number): void {
  days[i] = task.due ? Math.max(0, Date.parse(task.due) / DAY_MS) : NEVER
  ages[i] = 2 ** 32 - 1 - Date.parse(task.openedAt) / 1000
  flags[i] = flagsOf(task)
  if (task.box) boxes.set(task.box, i * 4)
  else boxes.fill(Number.NaN, i * 4, i * 4 + 4)
}

function* ordered(tasks: readonly ListedTask[], columns: Columns, words: Searched): Generator<void, TaskIndex, void> {
  yield
  const byDue = orderOf(columns.days)
  yield
  const byNewest = orderOf(columns.ages)
  yield
  const areas = coded(tasks.length, (i) => tasks[i]!.areaCode)
  yield
  const businesses = coded(tasks.length, (i) => tasks[i]!.business)
  yield
  return { tasks, ...columns, byDue, byNewest, areas, businesses, words }
}

/** The same list where some tasks have changed, by their place; the others are not folded again. */
export function* amending(
  index: TaskIndex,
  changed: ReadonlyMap<number, ListedTask>,
): Generator<void, TaskIndex, void> {
  const tasks = [...index.tasks]
  const { days, ages, boxes, flags } = index
  const columns = { days: days.slice(), ages: ages.slice(), boxes: boxes.slice(), flags: flags.slice() }
  for (const [i, task] of changed) {
    tasks[i] = task
    setColumns(columns, task, i)
  }
  yield
  const words = replaced(index.words, new Map([...changed].map(([i, task]) => [i, wordsOf(task)])))
  return yield* ordered(tasks, columns, words)
}

/** The same list where what waits on this phone has changed of some, by their place. */
export function withLocal(index: TaskIndex, changed: ReadonlyMap<number, LocalState>): TaskIndex {
  if (changed.size === 0) return index
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
