import { Worker } from 'node:worker_threads'
import type { Statement } from './embedded-statements.ts'
import type { StatementResult, WorkerOptions, WorkerReply, WorkerRequest } from './embedded-worker.ts'

type Answered = { resolve(reply: WorkerReply): void; reject(error: Error): void; error: Error }
type Ask = WorkerRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never

/** A database error with PostgreSQL's fields, as `pg` throws it. */
export class DatabaseError extends Error {
  code?: string
  detail?: string
  constraint?: string
}

/** One PGlite with PostGIS in a worker thread; statements are answered in the order they are sent. */
export class EmbeddedEngine {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Answered>()
  readonly #listeners = new Set<(channel: string, payload: string) => void>()
  #next = 1
  #ended: Error | undefined

  private constructor(worker: Worker) {
    this.#worker = worker
    worker.on('message', (reply: WorkerReply) => this.#settle(reply))
    worker.on('error', (error) => this.#end(error instanceof Error ? error : new Error(String(error))))
    worker.on('exit', () => this.#end(new Error('the embedded database has ended')))
  }

  static async open(options: WorkerOptions): Promise<EmbeddedEngine> {
    const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: options })
    const engine = new EmbeddedEngine(worker)
    await new Promise<WorkerReply>((resolve, reject) => engine.#waiting.set(0, { resolve, reject, error: new Error() }))
    return engine
  }

  async query(sql: string, parameters: readonly unknown[] = []): Promise<StatementResult> {
    const [result] = await this.queryAll([{ sql, parameters: [...parameters] }])
    return result!
  }

  /** One after the other in one message to the thread; the first that fails ends it. */
  async queryAll(queries: Statement[]): Promise<StatementResult[]> {
    const reply = await this.#ask({ kind: 'query', queries })
    return reply.results ?? []
  }

  /** A script of several statements; returns the rows of the last one that has any. */
  async exec(sql: string): Promise<Record<string, unknown>[]> {
    const reply = await this.#ask({ kind: 'exec', sql })
    return reply.rows ?? []
  }

  /** The whole database as a gzipped tar of its folder: the snapshot a next start can begin from. */
  async dump(): Promise<Uint8Array> {
    const reply = await this.#ask({ kind: 'dump' })
    return reply.bytes ?? new Uint8Array()
  }

  /** Calls with whatever is heard on a channel this database listens to, after the statement that made it known. Returns the end of it. */
  onNotification(listener: (channel: string, payload: string) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    if (!this.#ended) await this.#ask({ kind: 'close' })
    await this.#worker.terminate()
  }

  #ask(request: Ask): Promise<WorkerReply> {
    if (this.#ended) return Promise.reject(this.#ended)
    const id = this.#next++
    // The stack is taken here: an error that comes back from the thread would not say who asked.
    const error = new DatabaseError()
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, error })
      this.#worker.ref()
      this.#worker.postMessage({ ...request, id })
    })
  }

  #settle(reply: WorkerReply): void {
    if (reply.heard) {
      this.#tell(reply.heard)
      return
    }
    const waiting = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    // An idle engine keeps nobody alive: a command that fails half-way still ends.
    if (this.#waiting.size === 0) this.#worker.unref()
    if (reply.error) waiting?.reject(Object.assign(waiting.error, reply.error))
    else waiting?.resolve(reply)
  }

  #tell({ channel, payload }: NonNullable<WorkerReply['heard']>): void {
    for (const listener of this.#listeners) listener(channel, payload)
  }

  /** The thread is gone: whoever waits, and whoever asks later, is told instead of waiting for ever. */
  #end(error: Error): void {
    this.#ended ??= error
    for (const waiting of this.#waiting.values()) waiting.reject(error)
    this.#waiting.clear()
  }
}
