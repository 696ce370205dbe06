import Flatbush from 'flatbush'
import { leftTurn } from '../arrangement/orientation.ts'
import type { Position, Ring } from '../types.ts'

/** Where two edges of one ring that are not neighbours cross or touch; exact. At most `limit` are looked for. */
export function selfContacts(ring: Ring, limit: number): Position[] {
  const edges = ring.length - 1
  if (edges < 3) return []
  const index = new Flatbush(edges)
  const box = (i: number): [number, number, number, number] => {
    const [ax, ay] = ring[i]!
    const [bx, by] = ring[i + 1]!
    return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]
  }
  for (let i = 0; i < edges; i++) index.add(...box(i))
  index.finish()
  const contacts: Position[] = []
  for (let i = 0; i < edges && contacts.length < limit; i++) {
    index.search(...box(i), (j) => {
      const neighbours = j - i === 1 || (i === 0 && j === edges - 1)
      if (j > i && !neighbours && contacts.length < limit) {
        const contact = contactOf(ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!)
        if (contact) contacts.push(contact)
      }
      return false
    })
  }
  return contacts
}

function contactOf(a: Position, b: Position, c: Position, d: Position): Position | undefined {
  const atC = Math.sign(leftTurn(...a, ...b, ...c))
  const atD = Math.sign(leftTurn(...a, ...b, ...d))
  const atA = Math.sign(leftTurn(...c, ...d, ...a))
  const atB = Math.sign(leftTurn(...c, ...d, ...b))
  if (atC === 0 && within(a, b, c)) return c
  if (atD === 0 && within(a, b, d)) return d
  if (atA === 0 && within(c, d, a)) return a
  if (atB === 0 && within(c, d, b)) return b
  if (atC * atD >= 0 || atA * atB >= 0) return undefined
  const ux = b[0] - a[0]
  const uy = b[1] - a[1]
  const vx = d[0] - c[0]
  const vy = d[1] - c[1]
  const t = ((c[0] - a[0]) * vy - (c[1] - a[1]) * vx) / (ux * vy - uy * vx)
  return Number.isFinite(t) ? [a[0] + t * ux, a[1] + t * uy] : a
}

function within(a: Position, b: Position, p: Position): boolean {
  return (
    Math.min(a[0], b[0]) <= p[0] &&
    p[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= p[1] &&
    p[1] <= Math.max(a[1], b[1])
  )
}
