/** For tests only. Numbers that are the same on every machine for the same seed (mulberry32). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }

  real(min: number, max: number): number {
    return min + (max - min) * this.next()
  }

  /** A whole number, both ends included. */
  whole(min: number, max: number): number {
    return Math.floor(this.real(min, max + 1))
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)]!
  }

  chance(share: number): boolean {
    return this.next() < share
  }
}

/** The seed of the n-th case of a run; a failing case is shown with it, and made again from it alone. */
export const caseSeed = (run: number, n: number): number => Math.imul(run * 1_000_003 + n, 2654435761) >>> 0
