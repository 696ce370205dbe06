import { AsyncLocalStorage } from 'node:async_hooks'

const inside = new AsyncLocalStorage<true>()

/** Runs `work` marked as being inside a transaction, so that the turnstile can tell a deadlock from a queue. */
export const insideTransaction = <T>(work: () => Promise<T>): Promise<T> => inside.run(true, work)

/** First come, first served: one holder at a time. */
export class Turnstile {
  #held = false
  readonly #queue: (() => void)[] = []

  async enter(): Promise<void> {
    // One connection only: asking for it again from inside a transaction would wait for itself for ever.
    if (inside.getStore()) throw new Error('a query went to db inside a transaction: pass trx on instead')
    if (!this.#held) {
      this.#held = true
      return
    }
    await new Promise<void>((resolve) => this.#queue.push(resolve))
  }

  leave(): void {
    const next = this.#queue.shift()
    if (next) next()
    else this.#held = false
  }
}
