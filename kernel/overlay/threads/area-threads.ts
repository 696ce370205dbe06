import { Worker } from 'node:worker_threads'
import type { AreaRows } from '../../geometry/areas/area-rows.ts'
import type { PreparedLayer } from '../../geometry/areas/prepared-layer.ts'
import { featureCount, type PolygonSet } from '../../geometry/flat/polygon-set.ts'
import type { Zone } from '../../geometry/projection/gauss-kruger.ts'
import type { AreaReply, AreaRequest } from './area-worker.ts'

/** Blocks of subjects a thread is given in turn: enough that all end at about the same time. */
const BLOCKS_EACH = 16

/**
 * `tabulateSets` on several threads, which are kept until `close`. Sets and layers must lie in shared memory; nothing is
 * copied. The rows are those of one thread, bit for bit.
 */
export class AreaThreads {
  readonly #workers: Worker[]

  constructor(threads: number) {
    this.#workers = Array.from({ length: threads }, () => new Worker(new URL('./area-worker.ts', import.meta.url)))
  }

  /** One call at a time. Rejects with what a thread threw. */
  async tabulate(subjects: PolygonSet, layer: PreparedLayer, zone?: Zone): Promise<AreaRows> {
    const count = featureCount(subjects)
    const size = Math.max(1, Math.ceil(count / (this.#workers.length * BLOCKS_EACH)))
    const blocks = Array.from({ length: Math.ceil(count / size) }, (_, k) => k * size)
    const done: { from: number; rows: AreaRows }[] = []
    const index = layer.index?.data as SharedArrayBuffer | undefined
    const send = (worker: Worker, request: AreaRequest) => worker.postMessage(request)
    await Promise.all(
      this.#workers.map(async (worker) => {
        send(worker, { work: { subjects, set: layer.set, chunks: layer.chunks, index, zone } })
        for (let from = blocks.shift(); from !== undefined; from = blocks.shift()) {
          send(worker, { from, to: Math.min(from + size, count) })
          const reply = await replyOf(worker)
          if ('error' in reply) throw new Error(reply.error)
          done.push(reply)
        }
      }),
    )
    return joined(done.sort((a, b) => a.from - b.from).map(({ rows }) => rows))
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()))
  }
}

function replyOf(worker: Worker): Promise<AreaReply> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      worker.off('message', answered)
      worker.off('error', failed)
    }
    const answered = (reply: AreaReply) => {
      settle()
      resolve(reply)
    }
    const failed = (error: Error) => {
      settle()
      reject(error)
    }
    worker.on('message', answered)
    worker.on('error', failed)
  })
}

function joined(blocks: AreaRows[]): AreaRows {
  const count = blocks.reduce((sum, { planar }) => sum + planar.length, 0)
  const rows: AreaRows = {
    subjects: new Uint32Array(count),
    features: new Uint32Array(count),
    planar: new Float64Array(count),
    ellipsoidal: blocks[0]?.ellipsoidal && new Float64Array(count),
  }
  let at = 0
  for (const block of blocks) {
    rows.subjects.set(block.subjects, at)
    rows.features.set(block.features, at)
    rows.planar.set(block.planar, at)
    if (block.ellipsoidal) rows.ellipsoidal?.set(block.ellipsoidal, at)
    at += block.planar.length
  }
  return rows
}
