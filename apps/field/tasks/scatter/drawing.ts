import type { Position } from '../../../../kernel/geometry/types.ts'

/** An area chosen with the thumb: corner by corner, or a box by two corners. Degrees. */
export type Drawing = { kind: 'polygon' | 'box'; points: Position[] }

/** The ring drawn so far, not closed; undefined while it encloses nothing. A third tap begins a box anew. */
export function ringOf({ kind, points }: Drawing): Position[] | undefined {
  if (kind === 'polygon') return points.length >= 3 ? points : undefined
  const whole = points.length - (points.length % 2)
  const [a, b] = points.slice(whole - 2, whole)
  if (!a || !b || points.length % 2 === 1) return undefined
  return [a, [b[0], a[1]], b, [a[0], b[1]]]
}
