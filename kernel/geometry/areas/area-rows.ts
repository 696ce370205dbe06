/**
 * Rows of an area table in flat arrays: `areas[i]` of subject `subjects[i]` lies in feature `features[i]` (places in
 * their sets). Rows come by subject, then by feature.
 */
export type AreaRows = {
  subjects: Uint32Array
  features: Uint32Array
  planar: Float64Array
  ellipsoidal?: Float64Array
}

/** Rows that are still being added. */
export class RowBuilder {
  count = 0
  #subjects = new Uint32Array(1024)
  #features = new Uint32Array(1024)
  #planar = new Float64Array(1024)
  #ellipsoidal: Float64Array | undefined

  constructor(withEllipsoidal: boolean) {
    if (withEllipsoidal) this.#ellipsoidal = new Float64Array(1024)
  }

  add(subject: number, feature: number, planar: number, ellipsoidal: number): void {
    if (this.count === this.#planar.length) this.#grow()
    this.#subjects[this.count] = subject
    this.#features[this.count] = feature
    this.#planar[this.count] = planar
    if (this.#ellipsoidal) this.#ellipsoidal[this.count] = ellipsoidal
    this.count++
  }

  #grow(): void {
    const copy = <T extends Uint32Array | Float64Array>(from: T, to: T) => {
      to.set(from as never)
      return to
    }
    const size = 2 * this.count
    this.#subjects = copy(this.#subjects, new Uint32Array(size))
    this.#features = copy(this.#features, new Uint32Array(size))
    this.#planar = copy(this.#planar, new Float64Array(size))
    if (this.#ellipsoidal) this.#ellipsoidal = copy(this.#ellipsoidal, new Float64Array(size))
  }

  /** The rows in order of the subjects from … to, whatever order those came in; rows of one stay as they were added. */
  finish(from: number, to: number): AreaRows {
    const next = new Uint32Array(to - from + 1)
    for (let i = 0; i < this.count; i++) next[this.#subjects[i]! - from + 1]!++
    for (let k = 1; k < next.length; k++) next[k]! += next[k - 1]!
    const rows: AreaRows = {
      subjects: new Uint32Array(this.count),
      features: new Uint32Array(this.count),
      planar: new Float64Array(this.count),
      ellipsoidal: this.#ellipsoidal && new Float64Array(this.count),
    }
    for (let i = 0; i < this.count; i++) {
      const at = next[this.#subjects[i]! - from]!++
      rows.subjects[at] = this.#subjects[i]!
      rows.features[at] = this.#features[i]!
      rows.planar[at] = this.#planar[i]!
      if (rows.ellipsoidal) rows.ellipsoidal[at] = this.#ellipsoidal![i]!
    }
    return rows
  }
}
