import { useSyncExternalStore } from 'react'
import type { Measure, ShotClock } from '../../../modules/fieldwork/rules/photo/real-time.ts'
import { isErasing } from '../store/field-database.ts'

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

/** Whole seconds are all an answer tells of the time: half of one is what it may be off. */
const HALF_SECOND = 500

/** The phone's clock against the server's; the answer was on its way for some of `from` to `to` (by the phone's clock, milliseconds). */
export function measureOf(served: string | null, from: number, to: number): Measure | undefined {
  const at = Date.parse(served ?? '')
  if (Number.isNaN(at)) return undefined
  const offset = Math.round(at + HALF_SECOND - (from + to) / 2)
  return { offset, within: Math.ceil((to - from) / 2) + HALF_SECOND, at: new Date(to).toISOString() }
}

/** How far off the phone's clock is, in minutes; what the way to the server may have taken is no difference. */
export function minutesOff(measure: Measure | undefined): number {
  if (!measure || Math.abs(measure.offset) < OFF_MS + measure.within) return 0
  return Math.round(Math.abs(measure.offset) / 60_000)
}

const KEPT_UNDER = 'yutu.field.clock'
/** What the clock told when the steady one stood at 0, at the last measure of this page. */
let lead: number | undefined

const leadNow = () => Date.now() - performance.now()

/** The last measure: also one of a page before, for a page opened without a network has none of its own. */
export function lastMeasure(): Measure | undefined {
  const kept = globalThis.localStorage?.getItem(KEPT_UNDER)
  return kept ? (JSON.parse(kept) as Measure) : undefined
}

/** For a shot: the last measure, and by how much the clock has moved since against the steady one. */
export function clockNow(): ShotClock | undefined {
  const measure = lastMeasure()
  return measure && (lead === undefined ? measure : { ...measure, moved: Math.round(leadNow() - lead) })
}

/** Asks the server what time it is. What cannot be asked changes nothing. */
export async function lookAtClock(): Promise<void> {
  const from = Date.now()
  const answer = await fetch('/api/session', { method: 'HEAD', cache: 'no-store' }).catch(() => undefined)
  const measure = answer && measureOf(answer.headers.get('date'), from, Date.now())
  if (!measure || isErasing()) return
  lead = leadNow()
  localStorage.setItem(KEPT_UNDER, JSON.stringify(measure))
  minutes = minutesOff(measure)
  for (const tell of listeners) tell()
}

/** Whether this page has measured yet. */
export const isMeasured = (): boolean => lead !== undefined
