import type { FieldTask } from '../../store/answers.ts'
import type { LocalState } from './local-state.ts'

export type TabName = 'todo' | 'doing' | 'done'
export type StateName = 'free' | 'given' | 'mine' | 'others' | 'returned' | 'noSurvey' | 'waiting'
type Marked = Pick<FieldTask, 'state' | 'mine' | 'holder' | 'reason' | 'noSurvey'> & { local: LocalState }

const TABS: Record<TabName, (task: Marked) => boolean> = {
  done: ({ state }) => state === 'done',
  doing: (task) => task.state !== 'done' && isBegun(task),
  todo: (task) =>
    task.state !== 'done' && !isBegun(task) && (task.mine || (task.state === 'open' && task.holder === null)),
}

/** Signed for, or worked on here before the server has heard of it. */
const isBegun = ({ state, mine, local }: Marked) => (mine && state === 'claimed') || local.work !== 'none'

const STATES: Record<StateName, (task: Marked) => boolean> = {
  free: ({ state, holder }) => state === 'open' && holder === null,
  given: ({ state, mine }) => state === 'open' && mine,
  mine: ({ state, mine }) => state === 'claimed' && mine,
  others: ({ state, mine, holder }) => state !== 'done' && !mine && holder !== null,
  returned: ({ reason, state }) => state !== 'done' && reason === 'return',
  noSurvey: ({ noSurvey, local }) => noSurvey !== null || local.request === 'task.noSurvey',
  waiting: ({ local }) => local.work === 'submitting' || local.request !== null || local.unsent > 0,
}

const tests = { ...TABS, ...STATES }
const names = Object.keys(tests) as (keyof typeof tests)[]
const bits = Object.fromEntries(names.map((name, k) => [name, 1 << k])) as Record<keyof typeof tests, number>

/** Everything a tab or a state asks of a task, a bit each: a filter then compares numbers. */
export function flagsOf(task: Marked): number {
  let flags = 0
  for (let k = 0; k < names.length; k++) if (tests[names[k]!](task)) flags |= 1 << k
  return flags
}

/** The bits a task must have to be on a tab and in a state. */
export const flagsWanted = ({ tab, state }: { tab: TabName | 'all'; state: StateName | '' }): number =>
  (tab === 'all' ? 0 : bits[tab]) | (state === '' ? 0 : bits[state])

/** Words that few tasks have of their own, as numbers: an area, a business. */
export type Coded = { values: string[]; of: Uint32Array }

export function coded(count: number, valueAt: (i: number) => string): Coded {
  const numbers = new Map<string, number>()
  const of = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    const value = valueAt(i)
    const number = numbers.get(value) ?? numbers.size
    if (number === numbers.size) numbers.set(value, number)
    of[i] = number
  }
  return { values: [...numbers.keys()], of }
}

/** Which of the values fit, 1 each. */
export const fitting = ({ values }: Coded, fits: (value: string) => boolean): Uint8Array =>
  Uint8Array.from(values, (value) => (fits(value) ? 1 : 0))

/** The words of all tasks one behind the other, and where each begins: searched in one go by what the browser is fastest at. */
export type Searched = { text: string; starts: Uint32Array }

export function searched(words: readonly string[]): Searched {
  const starts = new Uint32Array(words.length + 1)
  for (let i = 0; i < words.length; i++) starts[i + 1] = starts[i]! + words[i]!.length + 1
  return { text: words.map((one) => `${one}\0`).join(''), starts }
}

/** How many of the words each task has. */
export function hitsOf({ text, starts }: Searched, words: readonly string[]): Uint8Array {
  const hits = new Uint8Array(starts.length - 1)
  for (const word of words) {
    let i = 0
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[++i])) {
      while (starts[i + 1]! <= at) i += 1
      hits[i]! += 1
    }
  }
  return hits
}
