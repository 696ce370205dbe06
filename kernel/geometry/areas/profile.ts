import { type PolygonSet, vertexStart } from '../flat/polygon-set.ts'

/**
 * A subject as seen from below: A(x, y) = how much of it lies under y at x. Its edges, without the vertical ones, run
 * left to right with a sign, + for a top and − for a bottom, in metres from (`originX`, `originY`), the lower left
 * corner of its box; A(x, y) is then Σ sign · min(edge(x), y). Edges are listed in buckets of equal width along x, so
 * that whoever comes with a short edge meets few. The arrays are used again for the next subject.
 */
export class Profile {
  originX = 0
  originY = 0
  width = 0
  height = 0
  count = 0
  /** Left end, height there, right end, rise per x, first bucket and sign of each edge. */
  x1 = new Float64Array(64)
  y1 = new Float64Array(64)
  x2 = new Float64Array(64)
  slope = new Float64Array(64)
  sign = new Float64Array(64)
  firstBucket = new Int32Array(64)
  buckets = 1
  /** Buckets per x. */
  perX = 0
  /** `edgesIn[bucketStart[k]…bucketStart[k + 1]]` are the edges that meet bucket k. */
  bucketStart = new Int32Array(16)
  edgesIn = new Int32Array(128)

  load(set: PolygonSet, feature: number): this {
    const { boxes } = set
    this.originX = boxes[4 * feature]!
    this.originY = boxes[4 * feature + 1]!
    this.width = boxes[4 * feature + 2]! - this.originX
    this.height = boxes[4 * feature + 3]! - this.originY
    const from = vertexStart(set, feature)
    const to = vertexStart(set, feature + 1)
    if (this.x1.length < to - from) this.#grow(to - from)
    this.#readEdges(set, feature)
    this.#fillBuckets()
    return this
  }

  bucketOf(x: number): number {
    const k = Math.floor(x * this.perX)
    return k < 0 ? 0 : k >= this.buckets ? this.buckets - 1 : k
  }

  #grow(edges: number): void {
    const size = Math.ceil(edges * 1.5)
    for (const name of ['x1', 'y1', 'x2', 'slope', 'sign'] as const) this[name] = new Float64Array(size)
    this.firstBucket = new Int32Array(size)
  }

  #readEdges(set: PolygonSet, feature: number): void {
    const { coordinates, ringStart, partStart, featureStart } = set
    const { originX, originY, x1, y1, x2, slope, sign } = this
    const lastRing = partStart[featureStart[feature + 1]!]!
    let count = 0
    for (let r = partStart[featureStart[feature]!]!; r < lastRing; r++) {
      const end = ringStart[r + 1]!
      let v = ringStart[r]!
      let px = coordinates[2 * v]! - originX
      let py = coordinates[2 * v + 1]! - originY
      for (v++; v < end; v++) {
        const x = coordinates[2 * v]! - originX
        const y = coordinates[2 * v + 1]! - originY
        if (x > px) {
          x1[count] = px
          y1[count] = py
          x2[count] = x
          slope[count] = (y - py) / (x - px)
          sign[count++] = -1
        } else if (x < px) {
          x1[count] = x
          y1[count] = y
          x2[count] = px
          slope[count] = (py - y) / (px - x)
          sign[count++] = 1
        }
        px = x
        py = y
      }
    }
    this.count = count
  }

  /** As many buckets as keep the lists about twice as long as the edges are many. */
  #fillBuckets(): void {
    const { count, x1, x2, firstBucket, width } = this
    let reach = 0
    for (let e = 0; e < count; e++) reach += x2[e]! - x1[e]!
    this.buckets = count < 12 ? 1 : Math.max(1, Math.floor((count * width) / reach))
    this.perX = this.buckets / width
    if (this.bucketStart.length < this.buckets + 2) this.bucketStart = new Int32Array(2 * this.buckets + 2)
    // Counted two places further on, filled one place further on: what is left are the beginnings.
    const starts = this.bucketStart.fill(0, 0, this.buckets + 2)
    for (let e = 0; e < count; e++) {
      firstBucket[e] = this.bucketOf(x1[e]!)
      for (let k = firstBucket[e]!, last = this.bucketOf(x2[e]!); k <= last; k++) starts[k + 2]!++
    }
    for (let k = 2; k <= this.buckets + 1; k++) starts[k]! += starts[k - 1]!
    if (this.edgesIn.length < starts[this.buckets + 1]!) this.edgesIn = new Int32Array(2 * starts[this.buckets + 1]!)
    for (let e = 0; e < count; e++) {
      for (let k = firstBucket[e]!, last = this.bucketOf(x2[e]!); k <= last; k++) this.edgesIn[starts[k + 1]!++] = e
    }
  }
}
