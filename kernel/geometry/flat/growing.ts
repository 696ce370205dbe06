/** A typed array that grows; `view()` is what is filled. */
export class Growing<T extends Float64Array | Uint32Array> {
  length = 0
  #make: (size: number) => T
  #data: T

  constructor(make: (size: number) => T, size: number) {
    this.#make = make
    this.#data = make(Math.max(16, Math.ceil(size)))
  }

  /** Room for `more` values after the last; what is written there counts once `length` is raised. */
  room(more: number): T {
    if (this.length + more > this.#data.length) {
      const larger = this.#make(Math.max(this.length + more, Math.ceil(this.#data.length * 1.5)))
      larger.set(this.#data.subarray(0, this.length) as never)
      this.#data = larger
    }
    return this.#data
  }

  push(value: number): void {
    this.room(1)[this.length++] = value
  }

  /** The filled part, copied so that nothing of the spare room is kept. */
  view(): T {
    const exact = this.#make(this.length)
    exact.set(this.#data.subarray(0, this.length) as never)
    return exact
  }
}
