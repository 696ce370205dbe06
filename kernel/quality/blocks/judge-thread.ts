import { Worker } from 'node:worker_threads'
import type { Issue } from '../judge.ts'
import type { BlockRows } from './read-block.ts'

export type ThreadJob = { layer: string; rules: readonly string[] | null; rows: BlockRows }
export type ThreadAnswer = { issues: Issue[] } | { failed: string }

/** Judges blocks beside the thread that answers people; one block at a time. */
export class JudgeThread {
  readonly #worker = new Worker(new URL('./judge-worker.ts', import.meta.url))
  #waiting: PromiseWithResolvers<Issue[]> | undefined

  constructor() {
    this.#worker.on('message', (answer: ThreadAnswer) => {
      if ('failed' in answer) this.#waiting?.reject(new Error(answer.failed))
      else this.#waiting?.resolve(answer.issues)
    })
    this.#worker.on('error', (error) => this.#waiting?.reject(error))
    this.#worker.on('exit', (code) => this.#waiting?.reject(new Error(`the judging thread ended (${code})`)))
  }

  judge(job: ThreadJob): Promise<Issue[]> {
    this.#waiting = Promise.withResolvers()
    this.#worker.postMessage(job)
    return this.#waiting.promise
  }

  async close(): Promise<void> {
    this.#waiting = undefined
    await this.#worker.terminate()
  }
}
