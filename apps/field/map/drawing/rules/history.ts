/** What can be taken back and done again. */
export type History<T> = { past: readonly T[]; now: T; future: readonly T[] }

const MOST = 100

export const begin = <T>(now: T): History<T> => ({ past: [], now, future: [] })

export const step = <T>({ past, now }: History<T>, next: T): History<T> =>
  next === now ? { past, now, future: [] } : { past: [...past, now].slice(-MOST), now: next, future: [] }

export function undo<T>(history: History<T>): History<T> {
  const { past, now, future } = history
  return past.length === 0 ? history : { past: past.slice(0, -1), now: past.at(-1)!, future: [now, ...future] }
}

export function redo<T>(history: History<T>): History<T> {
  const { past, now, future } = history
  return future.length === 0 ? history : { past: [...past, now], now: future[0]!, future: future.slice(1) }
}
