/** Adds up seconds by what they were spent on. */
export class Clock {
  total = 0
  readonly #parts = new Map<string, number>()
  #since = performance.now()

  lap(part: string): void {
    const seconds = (performance.now() - this.#since) / 1000
    this.#parts.set(part, (this.#parts.get(part) ?? 0) + seconds)
    this.total += seconds
    this.#since = performance.now()
  }

  parts = () => [...this.#parts].map(([part, seconds]) => `${part} ${seconds.toFixed(3)}`).join(', ')
}
