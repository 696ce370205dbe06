import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

export type HashJob = { id: number; path: string }
export type HashAnswer = { id: number; digest: string } | { id: number; failed: string }

/** One processor is left to the thread that answers people. */
const THREADS = Math.min(4, Math.max(1, availableParallelism() - 1))
const threads: HashThread[] = []

/**
 * SM3 of what lies at a path, computed beside the thread that answers people: for a photo of 5 MB OpenSSL works 20 to 30 ms, in which
 * nobody else would be heard.
 */
export function hashFile(path: string): Promise<string> {
  if (threads.length < THREADS && threads.every(({ waiting }) => waiting > 0)) threads.push(new HashThread())
  const idlest = threads.reduce((least, thread) => (thread.waiting < least.waiting ? thread : least))
  return idlest.hash(path)
}

class HashThread {
  readonly #worker = new Worker(new URL('./hash-worker.ts', import.meta.url))
  readonly #asked = new Map<number, PromiseWithResolvers<string>>()
  #last = 0

  constructor() {
    this.#worker.on('message', (answer: HashAnswer) => this.#settle(answer))
    this.#worker.on('error', (error) => this.#end(error))
    this.#worker.on('exit', (code) => this.#end(new Error(`the hashing thread ended (${code})`)))
    this.#worker.unref()
  }

  get waiting(): number {
    return this.#asked.size
  }

  hash(path: string): Promise<string> {
    const asked = Promise.withResolvers<string>()
    this.#asked.set(++this.#last, asked)
    // Only what is asked for keeps the program alive.
    this.#worker.ref()
    this.#worker.postMessage({ id: this.#last, path } satisfies HashJob)
    return asked.promise
  }

  #settle(answer: HashAnswer): void {
    const asked = this.#asked.get(answer.id)
    this.#asked.delete(answer.id)
    if (this.#asked.size === 0) this.#worker.unref()
    if ('digest' in answer) asked?.resolve(answer.digest)
    else asked?.reject(new Error(answer.failed))
  }

  /** Who comes next begins a new one. */
  #end(error: Error): void {
    const at = threads.indexOf(this)
    if (at >= 0) threads.splice(at, 1)
    for (const asked of this.#asked.values()) asked.reject(error)
    this.#asked.clear()
  }
}
