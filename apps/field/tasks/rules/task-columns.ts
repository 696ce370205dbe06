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

export const textOf = (words: readonly string[]): string => words.map((one) => `${one}\0`).join('')

export function startsOf(words: readonly string[]): Uint32Array {
  const starts = new Uint32Array(words.length + 1)
  for (let i = 0; i < words.length; i++) starts[i + 1] = starts[i]! + words[i]!.length + 1
  return starts
}

/** With other words for some tasks. */
export function replaced({ text, starts }: Searched, changed: ReadonlyMap<number, string>): Searched {
  const parts: string[] = []
  const moved = new Int32Array(starts.length)
  let done = 0
  for (const [i, words] of [...changed].sort(([a], [b]) => a - b)) {
    parts.push(text.slice(done, starts[i]), `${words}\0`)
    done = starts[i + 1]!
    moved[i + 1] = words.length + 1 - (done - starts[i]!)
  }
  for (let i = 1; i < moved.length; i++) moved[i]! += moved[i - 1]!
  return { text: [...parts, text.slice(done)].join(''), starts: starts.map((start, i) => start + moved[i]!) }
}

type Found = { words: readonly string[]; places: Uint32Array }
const lastFound = new WeakMap<Searched, Found>()
/** Of so many tasks one: then what was found before is looked through by itself. */
const FEW = 4

/** 1 for each task that has all the words. What goes on with a word typed before is looked for only where that was found. */
export function holding(all: Searched, words: readonly string[]): Uint8Array {
  const before = lastFound.get(all)
  const isWithin = before?.words.every((word) => words.some((longer) => longer.includes(word)))
  const held = isWithin ? heldOf(all, words, before!.places) : hitsOf(all, words)
  lastFound.delete(all)
  const places = placesIn(held)
  if (places) lastFound.set(all, { words, places })
  return held
}

function heldOf({ text, starts }: Searched, words: readonly string[], places: Uint32Array): Uint8Array {
  const held = new Uint8Array(starts.length - 1)
  for (const i of places) {
    const own = text.slice(starts[i], starts[i + 1])
    held[i] = words.every((word) => own.includes(word)) ? 1 : 0
  }
  return held
}

/** Undefined: more than few. */
function placesIn(held: Uint8Array): Uint32Array | undefined {
  const most = Math.floor(held.length / FEW)
  const places = new Uint32Array(most)
  let count = 0
  for (let i = held.indexOf(1); i >= 0; i = held.indexOf(1, i + 1)) {
    if (count === most) return undefined
    places[count++] = i
  }
  return places.slice(0, count)
}

/** A task counts only where it had the words before: in the end those that have the last. */
function hitsOf({ text, starts }: Searched, words: readonly string[]): Uint8Array {
  let held = new Uint8Array(starts.length - 1).fill(1)
  for (const word of words) {
    const before = held
    held = new Uint8Array(before.length)
    let i = 0
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[++i])) {
      while (starts[i + 1]! <= at) i += 1
      held[i] = before[i]!
    }
  }
  return held
}
