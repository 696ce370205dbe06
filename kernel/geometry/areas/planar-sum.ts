import type { Profile } from './profile.ts'

/** ∫ A(x, y(x)) dx in the plane, see `Profile`: the area of the subject under a line. */
export class PlanarSum {
  sum = 0
  #profile!: Profile
  /** What lies left of each bucket, and at the end the whole subject. */
  #before = new Float64Array(16)

  /** Starts on a subject. */
  begin(profile: Profile): void {
    this.#profile = profile
    const { buckets, perX, bucketStart, edgesIn, x1, y1, x2, slope, sign } = profile
    if (this.#before.length <= buckets) this.#before = new Float64Array(2 * buckets)
    const before = this.#before
    before[0] = 0
    for (let k = 0; k < buckets; k++) {
      const left = k / perX
      const right = k + 1 === buckets ? profile.width : (k + 1) / perX
      let sum = 0
      for (let i = bucketStart[k]!; i < bucketStart[k + 1]!; i++) {
        const e = edgesIn[i]!
        const lo = Math.max(x1[e]!, left)
        const hi = Math.min(x2[e]!, right)
        if (lo < hi) sum += sign[e]! * (hi - lo) * (y1[e]! + slope[e]! * ((lo + hi) / 2 - x1[e]!))
      }
      before[k + 1] = before[k]! + sum
    }
  }

  /** The area of the subject. */
  whole(): number {
    return this.#before[this.#profile.buckets]!
  }

  /** Adds `times` × what lies left of x, for 0 ≤ x ≤ width. */
  addLeft(x: number, times: number): void {
    if (x <= 0) return
    const { width, perX, bucketStart, edgesIn, x1, y1, x2, slope, sign } = this.#profile
    if (x >= width) {
      this.sum += times * this.whole()
      return
    }
    const k = this.#profile.bucketOf(x)
    const left = k / perX
    let sum = this.#before[k]!
    for (let i = bucketStart[k]!; i < bucketStart[k + 1]!; i++) {
      const e = edgesIn[i]!
      const lo = Math.max(x1[e]!, left)
      const hi = Math.min(x2[e]!, x)
      if (lo < hi) sum += sign[e]! * (hi - lo) * (y1[e]! + slope[e]! * ((lo + hi) / 2 - x1[e]!))
    }
    this.sum += times * sum
  }

  /** Adds `times` × what lies under the line through (xl, yl) with this rise, from x = from to x = to. */
  addUnder(xl: number, yl: number, rise: number, from: number, to: number, times: number): void {
    const { bucketStart, edgesIn, x1, y1, x2, slope, sign, firstBucket } = this.#profile
    const first = this.#profile.bucketOf(from)
    const last = this.#profile.bucketOf(to)
    let sum = 0
    for (let k = first; k <= last; k++) {
      for (let i = bucketStart[k]!; i < bucketStart[k + 1]!; i++) {
        const e = edgesIn[i]!
        // An edge that runs through several buckets is met in the first of those asked for.
        if (k > first && firstBucket[e]! < k) continue
        const lo = Math.max(x1[e]!, from)
        const hi = Math.min(x2[e]!, to)
        if (lo >= hi) continue
        const width = hi - lo
        const edgeLo = y1[e]! + slope[e]! * (lo - x1[e]!)
        const edgeHi = y1[e]! + slope[e]! * (hi - x1[e]!)
        const atLo = yl + rise * (lo - xl) - edgeLo
        const atHi = yl + rise * (hi - xl) - edgeHi
        let area = (edgeLo + edgeHi) / 2
        if (atLo < 0) area += (atHi <= 0 ? atLo + atHi : (atLo * atLo) / (atLo - atHi)) / 2
        else if (atHi < 0) area -= (atHi * atHi) / (atLo - atHi) / 2
        sum += sign[e]! * width * area
      }
    }
    this.sum += times * sum
  }
}
