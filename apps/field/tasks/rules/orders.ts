import type { Position } from '../../../../kernel/geometry/types.ts'
import { metresToSides } from '../../../../modules/fieldwork/dispatch/rules/metres-between.ts'

const DIGITS = 2 ** 16

/**
 * Places 0 to n − 1 in the order of their keys; equal ones stay as they were. Two passes over half of each key: a third of the time that
 * sorting takes.
 */
export function orderOf(keys: Uint32Array): Uint32Array {
  const byLow = passOf(keys, null, 0)
  return passOf(keys, byLow, 16)
}

function passOf(keys: Uint32Array, before: Uint32Array | null, shift: number): Uint32Array {
  const next = new Uint32Array(DIGITS + 1)
  for (let i = 0; i < keys.length; i++) next[((keys[i]! >>> shift) & 0xffff) + 1]! += 1
  for (let digit = 0; digit < DIGITS; digit++) next[digit + 1]! += next[digit]!
  const order = new Uint32Array(keys.length)
  for (let k = 0; k < keys.length; k++) {
    const i = before ? before[k]! : k
    order[next[(keys[i]! >>> shift) & 0xffff]!++] = i
  }
  return order
}

/** What lies nowhere comes last. */
const FAR = 10 ** 9

type Lying = { boxes: Float64Array; byDue: Uint32Array }
const nearest = new WeakMap<Float64Array, { from: string; order: Uint32Array }>()

/** All of them, nearest first, those equally far by their last day. Made once for a place: keystrokes only choose from it. */
export function nearestFirst({ boxes, byDue }: Lying, [x, y]: Position): Uint32Array {
  const from = `${x} ${y}`
  const known = nearest.get(boxes)
  if (known?.from === from) return known.order
  const metres = new Uint32Array(byDue.length)
  for (let k = 0; k < byDue.length; k++) {
    const at = byDue[k]! * 4
    const far = metresToSides(x, y, boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!)
    metres[k] = Number.isNaN(far) ? FAR : far + 0.5
  }
  const order = orderOf(metres)
  for (let k = 0; k < order.length; k++) order[k] = byDue[order[k]!]!
  nearest.set(boxes, { from, order })
  return order
}
