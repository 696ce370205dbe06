import { Worker } from 'node:worker_threads'
import { type AreaRows, bySubject } from '../../geometry/areas/area-rows.ts'
import type { PreparedLayer } from '../../geometry/areas/prepared-layer.ts'
import type { PolygonSet } from '../../geometry/flat/polygon-set.ts'
import { spatialOrder } from '../../geometry/flat/spatial-order.ts'
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
    const order = spatialOrder(subjects)
    const size = Math.max(1, Math.ceil(order.length / (this.#workers.length * BLOCKS_EACH)))
    const waiting = Array.from({ length: Math.ceil(order.length / size) }, (_, k) =>
      order.slice(k * size, (k + 1) * size),
    )
    const done: AreaRows[] = []
    const index = layer.index?.data as SharedArrayBuffer | undefined
    const send = (worker: Worker, request: AreaRequest) => worker.postMessage(request)
    await Promise.all(
      this.#workers.map(async (worker) => {
        send(worker, { work: { subjects, set: layer.set, chunks: layer.chunks, index, zone } })
        for (let places = waiting.shift(); places; places = waiting.shift()) {
          send(worker, { places })
          const reply = await replyOf(worker)
          if ('error' in reply) throw new Error(reply.error)
          done.push(reply.rows)
        }
      }),
    )
    return bySubject(done, order.length)
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
