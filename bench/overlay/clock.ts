import { processorSeconds } from './processor.ts'

/** Adds up seconds by what they were spent on, and of processor: of this process and of the connection that works for it. */
export class Clock {
  total = 0
  /** The process of the connection, where it is one of this machine. */
  connection: number | undefined
  #used = processorSeconds()
  readonly #parts = new Map<string, number>()
  #since = performance.now()

  lap(part: string): void {
    const seconds = (performance.now() - this.#since) / 1000
    this.#parts.set(part, (this.#parts.get(part) ?? 0) + seconds)
    this.total += seconds
    this.#since = performance.now()
  }

  /** From here on the connection counts too. */
  connect(pid: number): void {
    this.connection = pid
    this.#used = processorSeconds(pid)
  }

  processor = () => processorSeconds(this.connection) - this.#used

  parts = () => [...this.#parts].map(([part, seconds]) => `${part} ${seconds.toFixed(3)}`).join(', ')
}
