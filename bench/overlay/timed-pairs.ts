import type { Pairs } from './pairs.ts'

/** `seconds` for all pairs, scaled where only a `share` of them was done in the time given; `area` of those done, `failed` of them. */
export type PairsTime = { seconds: number; share: number; area: number; failed: number }

/** Area in common of subject and feature, by their places. May throw. */
export type Intersect = (subject: number, feature: number) => number

/** A pass to warm up, and one that counts, each of so many seconds at most. */
export function timePairs(pairs: Pairs, limit: number, intersect: Intersect): PairsTime {
  pass(pairs, limit, intersect)
  return pass(pairs, limit, intersect)
}

function pass({ subjects, features }: Pairs, limit: number, intersect: Intersect): PairsTime {
  let [area, failed, done] = [0, 0, 0]
  const begun = performance.now()
  const passed = () => (performance.now() - begun) / 1000
  for (; done < subjects.length && (done % 64 > 0 || passed() < limit); done++) {
    try {
      area += intersect(subjects[done]!, features[done]!)
    } catch {
      failed++
    }
  }
  const share = done / subjects.length
  return { seconds: passed() / share, share, area, failed }
}
