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

  finish(): AreaRows {
    return {
      subjects: this.#subjects.slice(0, this.count),
      features: this.#features.slice(0, this.count),
      planar: this.#planar.slice(0, this.count),
      ellipsoidal: this.#ellipsoidal?.slice(0, this.count),
    }
  }
}

/** Blocks of rows as one, in order of their subjects, whatever order those came in; rows of one subject stay as they are. */
export function bySubject(blocks: readonly AreaRows[], subjectCount: number): AreaRows {
  const next = new Uint32Array(subjectCount + 1)
  for (const { subjects } of blocks) for (const subject of subjects) next[subject + 1]!++
  for (let k = 1; k < next.length; k++) next[k]! += next[k - 1]!
  const count = next[subjectCount]!
  const rows: AreaRows = {
    subjects: new Uint32Array(count),
    features: new Uint32Array(count),
    planar: new Float64Array(count),
    ellipsoidal: blocks[0]?.ellipsoidal && new Float64Array(count),
  }
  for (const { subjects, features, planar, ellipsoidal } of blocks) {
    for (let i = 0; i < subjects.length; i++) {
      const at = next[subjects[i]!]!++
      rows.subjects[at] = subjects[i]!
      rows.features[at] = features[i]!
      rows.planar[at] = planar[i]!
      if (rows.ellipsoidal) rows.ellipsoidal[at] = ellipsoidal![i]!
    }
  }
  return rows
}
