import Flatbush from 'flatbush'
import { leftTurn } from '../arrangement/orientation.ts'
import type { Position } from '../types.ts'

/**
 * Whether the area between a stretch of border and the chord that is to replace it holds no other vertex, on the chord
 * included. If every chord is so, no two chords cross, nothing changes sides and no ring collapses on to another: a
 * border that came in over the chord would have to end in the area or leave over the chord again, and straight edges
 * cannot (de Berg, van Kreveld, Schirra 1998).
 */
export function sweptAreas(positions: Position[]): (stretch: number[], ignore?: ReadonlySet<number>) => boolean {
  const index = new Flatbush(Math.max(1, positions.length))
  for (const [x, y] of positions.length > 0 ? positions : [[0, 0] as Position]) index.add(x, y, x, y)
  index.finish()
  return (stretch, ignore) => {
    const own = new Set(stretch)
    const ring = stretch.map((vertex) => positions[vertex]!)
    const xs = ring.map(([x]) => x)
    const ys = ring.map(([, y]) => y)
    let free = true
    index.search(least(xs), least(ys), most(xs), most(ys), (vertex) => {
      if (free && !own.has(vertex) && !ignore?.has(vertex) && isSwept(ring, positions[vertex]!)) free = false
      return false
    })
    return free
  }
}

const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b))
const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b))

/** On the chord from the last to the first vertex, or gone round by stretch and chord. */
function isSwept(stretch: Position[], [x, y]: Position): boolean {
  let turns = 0
  for (let i = 0; i < stretch.length; i++) {
    const [ax, ay] = stretch[i]!
    const [bx, by] = stretch[(i + 1) % stretch.length]!
    const isChord = i === stretch.length - 1
    if (ay > y === by > y && !(isChord && ay === y && by === y)) continue
    const turn = leftTurn(ax, ay, bx, by, x, y)
    if (isChord && turn === 0) return x >= Math.min(ax, bx) && x <= Math.max(ax, bx)
    if (by > y && turn > 0) turns++
    else if (by <= y && ay > y && turn < 0) turns--
  }
  return turns !== 0
}
