import type { Attributes } from '../layers/feature.ts'
import type { AreaRow } from './area-row.ts'

export const keyText = (key: Attributes) => JSON.stringify(key)

/** Largest first, then by values, what is not covered last: the same whatever order features came in. */
export function sortRows(rows: AreaRow[]): AreaRow[] {
  return rows.sort(
    (a, b) =>
      Number(b.covered) - Number(a.covered) || b.planar - a.planar || (keyText(a.key) < keyText(b.key) ? -1 : 1),
  )
}

/** Equal values have the same class, numbered as they first appear. */
export function classesOf(keys: Attributes[]): Uint32Array {
  const known = new Map<string, number>()
  return Uint32Array.from(keys, (key) => {
    const name = keyText(key)
    const class_ = known.get(name) ?? known.size
    known.set(name, class_)
    return class_
  })
}
