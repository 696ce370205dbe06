import type { Profile } from './profile.ts'

/**
 * As `PlanarSum`, and beside the area (m²) its moments about the lower left corner of the subject's box: ∫x, ∫x² and
 * ∫y over it. From these the area on the ellipsoid follows (`areal-scale.ts`).
 */
export class MomentSum {
  sum = 0
  x = 0
  xx = 0
  y = 0
  #profile!: Profile
  /** The four sums of what lies left of each bucket, and at the end of the whole subject. */
  #before = new Float64Array(64)

  begin(profile: Profile): void {
    this.#profile = profile
    const { buckets, perX, width } = profile
    if (this.#before.length < 4 * buckets + 4) this.#before = new Float64Array(8 * buckets + 4)
    const before = this.#before
    this.clear()
    before.fill(0, 0, 4)
    for (let k = 0; k < buckets; k++) {
      this.#addSlab(k, k + 1 === buckets ? width : (k + 1) / perX, 1)
      before[4 * k + 4] = this.sum
      before[4 * k + 5] = this.x
      before[4 * k + 6] = this.xx
      before[4 * k + 7] = this.y
    }
    this.clear()
  }

  clear(): void {
    this.sum = 0
    this.x = 0
    this.xx = 0
    this.y = 0
  }

  addLeft(x: number, times: number): void {
    if (x <= 0) return
    const { width, buckets } = this.#profile
    const k = x >= width ? buckets : this.#profile.bucketOf(x)
    this.sum += times * this.#before[4 * k]!
    this.x += times * this.#before[4 * k + 1]!
    this.xx += times * this.#before[4 * k + 2]!
    this.y += times * this.#before[4 * k + 3]!
    if (k < buckets) this.#addSlab(k, x, times)
  }

  /** What lies in bucket k left of x. */
  #addSlab(k: number, x: number, times: number): void {
    const { perX, bucketStart, edgesIn, x1, y1, x2, slope, sign } = this.#profile
    const left = k / perX
    for (let i = bucketStart[k]!; i < bucketStart[k + 1]!; i++) {
      const e = edgesIn[i]!
      const lo = Math.max(x1[e]!, left)
      const hi = Math.min(x2[e]!, x)
      if (lo < hi) this.#addTrapezoid(lo, y1[e]! + slope[e]! * (lo - x1[e]!), hi, y1[e]! + slope[e]! * (hi - x1[e]!), times * sign[e]!) // biome-ignore format: one row
    }
  }

  addUnder(xl: number, yl: number, rise: number, from: number, to: number, times: number): void {
    const { bucketStart, edgesIn, x1, y1, x2, slope, sign, firstBucket } = this.#profile
    const first = this.#profile.bucketOf(from)
    const last = this.#profile.bucketOf(to)
    for (let k = first; k <= last; k++) {
      for (let i = bucketStart[k]!; i < bucketStart[k + 1]!; i++) {
        const e = edgesIn[i]!
        if (k > first && firstBucket[e]! < k) continue
        const lo = Math.max(x1[e]!, from)
        const hi = Math.min(x2[e]!, to)
        if (lo >= hi) continue
        const edgeLo = y1[e]! + slope[e]! * (lo - x1[e]!)
        const edgeHi = y1[e]! + slope[e]! * (hi - x1[e]!)
        this.#addLower(lo, edgeLo, yl + rise * (lo - xl), hi, edgeHi, yl + rise * (hi - xl), times * sign[e]!)
      }
    }
  }

  /** Under the lower of two lines from x = lo to x = hi. */
  #addLower(lo: number, aLo: number, bLo: number, hi: number, aHi: number, bHi: number, times: number): void {
    const atLo = bLo - aLo
    const atHi = bHi - aHi
    if (atLo >= 0 && atHi >= 0) {
      this.#addTrapezoid(lo, aLo, hi, aHi, times)
      return
    }
    if (atLo <= 0 && atHi <= 0) {
      this.#addTrapezoid(lo, bLo, hi, bHi, times)
      return
    }
    const t = atLo / (atLo - atHi)
    const x = lo + t * (hi - lo)
    const y = aLo + t * (aHi - aLo)
    this.#addTrapezoid(lo, atLo < 0 ? bLo : aLo, x, y, times)
    this.#addTrapezoid(x, y, hi, atHi < 0 ? bHi : aHi, times)
  }

  #addTrapezoid(xa: number, ya: number, xb: number, yb: number, times: number): void {
    const width = times * (xb - xa)
    this.sum += (width * (ya + yb)) / 2
    this.x += (width * (ya * (2 * xa + xb) + yb * (xa + 2 * xb))) / 6
    this.xx += (width * (ya * (3 * xa * xa + 2 * xa * xb + xb * xb) + yb * (xa * xa + 2 * xa * xb + 3 * xb * xb))) / 12
    this.y += (width * (ya * ya + ya * yb + yb * yb)) / 6
  }
}
