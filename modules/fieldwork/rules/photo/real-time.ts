/** A phone's clock as it was measured against the server's: milliseconds; `offset`: server minus phone; `at`: ISO, by the phone. */
export type Measure = { offset: number; within: number; at: string }

/**
 * The last measure before a shot. `moved`: by how much the phone's clock has moved since then against its steady one, which a person
 * cannot set; left out where the page was loaded anew in between, for the steady one begins with the page.
 */
export type ShotClock = Measure & { moved?: number }

/**
 * shot: measured before the shot, and the clock was left alone. reset: it was set in between, by so much as was seen.
 * arrival: measured when the photo was handed in. unsure: it was set at some time between both measures.
 */
export type How = 'shot' | 'reset' | 'arrival' | 'unsure'

/** When a photo was taken by the server's clock, and how that is known. */
export type RealTime = { at: Date; offset: number; within: number; how: How; measuredAt: string }

/** Clocks drift; a difference below this is none. */
const DRIFT_MS = 3000

/**
 * The phone's time and the measured difference. A steady clock that stands while the phone sleeps looks like a clock set forward: which of the
 * two it was, the measure at handing in tells. Undefined where nobody has measured. Pure.
 */
export function realTimeOf(takenAt: Date, shot?: ShotClock, arrival?: Measure): RealTime | undefined {
  if (!shot) return arrival && corrected(takenAt, arrival, arrival.offset, 'arrival')
  const { offset, moved = 0 } = shot
  const isLike = (expected: number) => arrival !== undefined && Math.abs(arrival.offset - expected) <= DRIFT_MS + arrival.within + shot.within // biome-ignore format: one row
  if (isLike(offset)) return corrected(takenAt, shot, offset, 'shot')
  if (moved < -DRIFT_MS || (moved > DRIFT_MS && isLike(offset - moved)))
    return corrected(takenAt, shot, offset - moved, 'reset')
  const isSteady = shot.moved !== undefined && moved <= DRIFT_MS
  if (isSteady || !arrival) return corrected(takenAt, shot, offset, 'shot')
  const between = { ...shot, within: Math.abs(arrival.offset - offset) }
  return corrected(takenAt, between, offset, 'unsure')
}

const corrected = (takenAt: Date, { within, at }: Measure, offset: number, how: How): RealTime => ({
  ...{ at: new Date(takenAt.getTime() + offset), offset, within, how, measuredAt: at },
})
