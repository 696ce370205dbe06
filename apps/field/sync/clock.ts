import { useSyncExternalStore } from 'react'

/** A clock is off from here: milliseconds. Less is not told, for it says little of a photo. */
const OFF_MS = 3 * 60_000

let minutes = 0
const listeners = new Set<() => void>()

/** By how many minutes the phone's clock is off (to whole ones); 0: it is right, or nobody knows. */
export const useClockOff = (): number =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => minutes,
  )

/** How far off the phone's clock is, as the server sees it; the answer was on its way for some of `from` to `to`. */
export function minutesOff(served: string | null, from: number, to: number): number {
  const at = Date.parse(served ?? '')
  if (Number.isNaN(at) || (at > from - OFF_MS && at < to + OFF_MS)) return 0
  return Math.round(Math.abs((from + to) / 2 - at) / 60_000)
}

/** Asks the server what time it is. What cannot be asked changes nothing. */
export async function lookAtClock(): Promise<void> {
  const from = Date.now()
  const answer = await fetch('/api/session', { method: 'HEAD', cache: 'no-store' }).catch(() => undefined)
  if (!answer) return
  minutes = minutesOff(answer.headers.get('date'), from, Date.now())
  for (const tell of listeners) tell()
}
