import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'

/** place → place → metres of common border. */
export type Borders = Map<number, Map<number, number>>

/** Which geometries of one arrangement lie side by side: they run along equal edges. Corners do not count. */
export function sharedBorders(geometries: readonly MultiPolygon[]): Borders {
  const owner = new Map<string, number>()
  const borders: Borders = new Map(geometries.map((_, i) => [i, new Map()]))
  geometries.forEach((geometry, i) => {
    for (const ring of geometry.flat()) {
      for (let k = 1; k < ring.length; k++) {
        const [a, b] = [ring[k - 1]!, ring[k]!]
        const name = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? `${a}|${b}` : `${b}|${a}`
        const other = owner.get(name)
        if (other === undefined) owner.set(name, i)
        else if (other !== i) addBorder(borders, other, i, Math.hypot(b[0] - a[0], b[1] - a[1]))
      }
    }
  })
  return borders
}

function addBorder(borders: Borders, a: number, b: number, length: number): void {
  const [ofA, ofB] = [borders.get(a)!, borders.get(b)!]
  ofA.set(b, (ofA.get(b) ?? 0) + length)
  ofB.set(a, (ofB.get(a) ?? 0) + length)
}
