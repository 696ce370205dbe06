import { Worker } from 'node:worker_threads'
import type { Box } from '../../geometry/types.ts'
import type { BlockLeft } from './block-left.ts'
import type { Joined } from './join-places.ts'
import type { JudgedBlock } from './judge-block.ts'
import type { BlockRows } from './read-block.ts'
import type { Uncovered } from './uncovered-ground.ts'

type Rules = readonly string[] | null

/** What the thread can be asked, and what it answers. */
export type ThreadWork = {
  judge: { job: { layer: string; rules: Rules; rows: BlockRows }; answer: JudgedBlock }
  /** The boxes of each place where features have to be looked for; the thread keeps the places. */
  places: { job: { left: NonNullable<BlockLeft>[]; border: BlockRows['around'] }; answer: Box[][] }
  /** Overlaps and gaps at some of these places, from the features near them. */
  join: { job: { places: number[]; rows: BlockRows['around']; rules: Rules }; answer: Joined[] }
  /** Where features leave a whole open along its border; geometries as EWKB. */
  cover: { job: { whole: Uint8Array; parts: Uint8Array[] }; answer: Uncovered[] }
}
export type ThreadJob = { [K in keyof ThreadWork]: { ask: K } & ThreadWork[K]['job'] }[keyof ThreadWork]
export type ThreadAnswer = { answer: ThreadWork[keyof ThreadWork]['answer'] } | { failed: string }

/** Judges beside the thread that answers people; one job at a time. */
export class JudgeThread {
  readonly #worker = new Worker(new URL('./judge-worker.ts', import.meta.url))
  #waiting: PromiseWithResolvers<unknown> | undefined

  constructor() {
    this.#worker.on('message', (message: ThreadAnswer) => {
      if ('failed' in message) this.#waiting?.reject(new Error(message.failed))
      else this.#waiting?.resolve(message.answer)
    })
    this.#worker.on('error', (error) => this.#waiting?.reject(error))
    this.#worker.on('exit', (code) => this.#waiting?.reject(new Error(`the judging thread ended (${code})`)))
  }

  judge = (job: ThreadWork['judge']['job']) => this.#ask<'judge'>({ ask: 'judge', ...job })
  places = (job: ThreadWork['places']['job']) => this.#ask<'places'>({ ask: 'places', ...job })
  join = (job: ThreadWork['join']['job']) => this.#ask<'join'>({ ask: 'join', ...job })
  cover = (job: ThreadWork['cover']['job']) => this.#ask<'cover'>({ ask: 'cover', ...job })

  #ask<K extends keyof ThreadWork>(job: ThreadJob): Promise<ThreadWork[K]['answer']> {
    this.#waiting = Promise.withResolvers()
    this.#worker.postMessage(job)
    return this.#waiting.promise as Promise<ThreadWork[K]['answer']>
  }

  async close(): Promise<void> {
    this.#waiting = undefined
    await this.#worker.terminate()
  }
}
