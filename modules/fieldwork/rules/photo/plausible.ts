import type { Position } from '../../../../kernel/geometry/types.ts'
import type { How } from './real-time.ts'

/**
 * One photo of a device, in the order it took them. `takenAt`, `placedAt` (when the receiver measured the place): by the server's clock where
 * the phone's was measured (real-time.ts says `how`); `place` in metres, EPSG:4524, `degrees` as it was told; `receivedAt`,
 * `taskOpenedAt`: by the server's clock.
 */
export type TakenShot = {
  takenAt: Date
  place: Position | null
  degrees?: Position | null
  placedAt?: Date | null
  accuracy: number | null
  altitude?: number | null
  receivedAt: Date
  how?: How | undefined
  taskOpenedAt?: Date
}

/**
 * Signs of a position that was not measured. A web page is not told of mock positions, so the server looks at what is
 * hardly possible: none of these refuses a photo, each is shown to who reviews it. How often real tracks raise them by chance:
 * tracks.test.ts.
 */
export type PlaceDoubt =
  | 'too-fast'
  | 'frozen'
  | 'too-exact'
  | 'no-noise'
  | 'round-place'
  | 'stale-place'
  | 'from-the-future'
  | 'clock-went-back'
  | 'before-task'
  | 'clock-set'

/** m/s: nobody surveys from a train. */
const FASTEST = 45
const CLOCK_MS = 5 * 60_000
/** A page shows a place as old after a minute; the camera takes none with an older one. */
const STALE_MS = 90_000

/** The doubts about the last of these photos. */
export function doubtsOf(shots: readonly TakenShot[]): PlaceDoubt[] {
  const last = shots.at(-1)
  if (!last) return []
  const before = shots.at(-2)
  const fixes = fixesOf(shots)
  const doubts: [PlaceDoubt, boolean][] = [
    ['too-fast', before !== undefined && speed(before, last) > FASTEST],
    ['frozen', isFrozen(fixes.slice(-FROZEN))],
    ['too-exact', last.accuracy !== null && last.accuracy <= 0],
    ['no-noise', hasNoNoise(fixes.slice(-QUIET))],
    ['round-place', isRound(last.degrees ?? null)],
    ['stale-place', last.placedAt != null && Math.abs(last.takenAt.getTime() - last.placedAt.getTime()) > STALE_MS],
    ['from-the-future', last.takenAt.getTime() - last.receivedAt.getTime() > CLOCK_MS],
    ['before-task', last.taskOpenedAt !== undefined && last.taskOpenedAt.getTime() - last.takenAt.getTime() > CLOCK_MS],
    ['clock-set', last.how === 'unsure'],
    ['clock-went-back', before !== undefined && before.takenAt.getTime() - last.takenAt.getTime() > CLOCK_MS],
  ]
  return doubts.flatMap(([doubt, isSo]) => (isSo ? [doubt] : []))
}

const away = (a: Position, b: Position) => Math.hypot(b[0] - a[0], b[1] - a[1])

/** Metres a second; within both positions' uncertainty nobody has moved. */
function speed(a: TakenShot, b: TakenShot): number {
  if (!a.place || !b.place) return 0
  const way = away(a.place, b.place) - (a.accuracy ?? 0) - (b.accuracy ?? 0)
  const seconds = Math.max(1, Math.abs(b.takenAt.getTime() - a.takenAt.getTime()) / 1000)
  return Math.max(0, way) / seconds
}

type Fix = TakenShot & { place: Position; measured: number }

/** Several photos may be taken with one measurement: a phone at rest falls silent. That is one fix, and no sign of anything. */
function fixesOf(shots: readonly TakenShot[]): Fix[] {
  const fixes = new Map<number, Fix>()
  for (const shot of shots) {
    const measured = (shot.placedAt ?? shot.takenAt).getTime()
    if (shot.place) fixes.set(measured, { ...shot, place: shot.place, measured })
  }
  return [...fixes.values()]
}

/** Consecutive measurements with the very same coordinates; a receiver at rest still trembles. */
const FROZEN = 4
/** Where the phone does not say when it measured: so long it hears of itself even at rest (apps/field/device/use-place.ts asks anew). */
const SILENT_MS = 180_000

function isFrozen(fixes: readonly Fix[]): boolean {
  const [first] = fixes
  if (!first || fixes.length < FROZEN) return false
  const span = fixes.at(-1)!.measured - first.measured
  const isKnown = fixes.every(({ placedAt }) => placedAt != null)
  return span > (isKnown ? 10_000 : SILENT_MS) && fixes.every(({ place }) => away(place, first.place) === 0)
}

/** So many measurements on the move that agree where real ones scatter. */
const QUIET = 5
/** m: a receiver that claims more than this may round it; and so far one has moved for it to count. */
const GOOD = 20
const MOVED = 15
/** m: farther off the line, or off even steps, real positions always lie. */
const DRAWN = 0.02

/** Accuracy and height to the decimal the same while one walks, or places that lie on a drawn line at even steps. */
function hasNoNoise(fixes: readonly Fix[]): boolean {
  const [first] = fixes
  if (!first || fixes.length < QUIET || away(first.place, fixes.at(-1)!.place) < MOVED) return false
  const isSame = (of: (fix: Fix) => number | null) => fixes.every((fix) => of(fix) === of(first))
  const isGood = first.accuracy !== null && first.accuracy <= GOOD
  return (isGood && isSame(({ accuracy }) => accuracy) && isSame(({ altitude }) => altitude ?? null)) || isDrawn(fixes)
}

/** Each at its share of the way from the first to the last, by time. */
function isDrawn(fixes: readonly Fix[]): boolean {
  const [a, b] = [fixes[0]!, fixes.at(-1)!]
  return fixes.every(({ place, measured }) => {
    const share = (measured - a.measured) / (b.measured - a.measured)
    const wanted: Position = [0, 1].map((k) => a.place[k]! + (b.place[k]! - a.place[k]!) * share) as [number, number]
    return away(place, wanted) < DRAWN
  })
}

/** Longitude and latitude with four decimals or fewer: typed in, or set by a pin. Of real ones one in a million looks so. */
function isRound(degrees: Position | null): boolean {
  return degrees?.every((angle) => Math.abs(angle * 1e4 - Math.round(angle * 1e4)) < 1e-5) ?? false
}
