/**
 * One number of a benchmark. `aim`: not more than this is wanted, of what is counted a second not less; null where the number
 * only explains another. `does`: what a peer does for it.
 */
export type Measure = {
  work: string
  value: number | null
  unit: 's' | 'ms' | 'GB' | 'MB' | 'kB' | 'rows' | 'devices' | '/s'
  aim: number | null
  does?: string
  failed?: string
}

/** The value below which `share` (0–1) of the values lie, by nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}

/** Numbers between 0 and 1 that are the same in every run (Park and Miller). */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
