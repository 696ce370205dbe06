import { invalid, Refusal } from './problem.ts'

/** Milliseconds. An expression of a rule or form takes a few; one that takes seconds would keep everybody waiting. */
const MOST = 2000

/** Absent in a browser: there the reader's own page waits, and nobody else. */
const vm = globalThis.process?.getBuiltinModule?.('node:vm')
const room = vm?.createContext({ work: undefined as unknown })
const script = vm && new vm.Script('work()')

/**
 * Work that an author's text decides the length of (an expression over a long list, a pattern that tries every way): it is
 * stopped when it takes too long, and refused by that text.
 */
export function withinTime<T>(text: string, work: () => T): T {
  if (!script || !room) return work()
  room.work = work
  try {
    return script.runInContext(room, { timeout: MOST }) as T
  } catch (error) {
    if ((error as { code?: string } | undefined)?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    throw new Refusal(invalid('kernel.takes-too-long', { text: text.slice(0, 200), seconds: MOST / 1000 }))
  }
}
