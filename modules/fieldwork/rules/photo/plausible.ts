import type { Position } from '../../../../kernel/geometry/types.ts'
import type { How } from './real-time.ts'

/**
 * One photo of a device, in the order it took them. `takenAt`: by the server's clock where the phone's was measured (real-time.ts says
 * `how`); `place` in metres, EPSG:4524; `receivedAt`, `taskOpenedAt`: by the server's clock.
 */
export type TakenShot = {
  takenAt: Date
  place: Position | null
  accuracy: number | null
  receivedAt: Date
  how?: How | undefined
  taskOpenedAt?: Date
}

/**
 * Signs of a position that was not measured. A web page is not told of mock positions, so the server looks at what is
 * hardly possible: none of these refuses a photo, each is shown to who reviews it.
 */
export type Doubt =
  | 'too-fast'
  | 'frozen'
  | 'too-exact'
  | 'from-the-future'
  | 'clock-went-back'
  | 'before-task'
  | 'clock-set'

/** m/s: nobody surveys from a train. */
const FASTEST = 45
/** Consecutive photos with the very same coordinates; a receiver at rest still trembles. */
const FROZEN = 4
const CLOCK_MS = 5 * 60_000

/** The doubts about the last of these photos. */
export function doubtsOf(shots: readonly TakenShot[]): Doubt[] {
  const last = shots.at(-1)
  if (!last) return []
  const before = shots.at(-2)
  const doubts: [Doubt, boolean][] = [
    ['too-fast', before !== undefined && speed(before, last) > FASTEST],
    ['frozen', isFrozen(shots.slice(-FROZEN))],
    ['too-exact', last.accuracy !== null && last.accuracy <= 0],
    ['from-the-future', last.takenAt.getTime() - last.receivedAt.getTime() > CLOCK_MS],
    ['before-task', last.taskOpenedAt !== undefined && last.taskOpenedAt.getTime() - last.takenAt.getTime() > CLOCK_MS],
    ['clock-set', last.how === 'unsure'],
    ['clock-went-back', before !== undefined && before.takenAt.getTime() - last.takenAt.getTime() > CLOCK_MS],
  ]
  return doubts.flatMap(([doubt, isSo]) => (isSo ? [doubt] : []))
}

/** Metres a second; within both positions' uncertainty nobody has moved. */
function speed(a: TakenShot, b: TakenShot): number {
  if (!a.place || !b.place) return 0
  const way = Math.hypot(b.place[0] - a.place[0], b.place[1] - a.place[1]) - (a.accuracy ?? 0) - (b.accuracy ?? 0)
  const seconds = Math.max(1, Math.abs(b.takenAt.getTime() - a.takenAt.getTime()) / 1000)
  return Math.max(0, way) / seconds
}

function isFrozen(shots: readonly TakenShot[]): boolean {
  const [first] = shots
  if (shots.length < FROZEN || !first?.place) return false
  const moments = new Set(shots.map(({ takenAt }) => Math.floor(takenAt.getTime() / 10_000)))
  return moments.size > 1 && shots.every(({ place }) => place?.[0] === first.place![0] && place[1] === first.place![1])
}
