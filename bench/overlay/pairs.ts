import { featureCount, type PolygonSet } from '../../kernel/geometry/flat/polygon-set.ts'
import { indexSet } from '../../kernel/geometry/flat/set-index.ts'
import { numbersFrom } from '../measure.ts'
import type { Work } from './work.ts'

/** Places of subjects and features whose boxes meet, in an order by chance, so that the first part of them is like the whole. */
export type Pairs = { subjects: Uint32Array; features: Uint32Array }

export function pairsOf({ subjects, layer }: Pick<Work, 'subjects' | 'layer'>): Pairs {
  const index = indexSet(layer)
  const found = Array.from({ length: featureCount(subjects) }, (_, s) => [
    s,
    ...(index?.search(...boxOf(subjects, s)) ?? []),
  ])
  const random = numbersFrom(3)
  const order = found.map((each) => ({ each, key: random() })).sort((a, b) => a.key - b.key)
  const pairs = order.flatMap(({ each: [s, ...features] }) => features.map((f) => [s!, f] as const))
  return { subjects: Uint32Array.from(pairs, ([s]) => s), features: Uint32Array.from(pairs, ([, f]) => f) }
}

function boxOf({ boxes }: PolygonSet, feature: number): [number, number, number, number] {
  const [minX, minY, maxX, maxY] = boxes.subarray(4 * feature, 4 * feature + 4)
  return [minX!, minY!, maxX!, maxY!]
}
