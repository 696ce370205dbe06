// The judging thread: rows in, issues out.
import { parentPort } from 'node:worker_threads'
import { toMultiPolygon } from '../../layers/feature.ts'
import { layerNamed } from '../../layers/registry.ts'
import { judgeBlock } from './judge-block.ts'
import type { ThreadAnswer, ThreadJob } from './judge-thread.ts'

function answer({ layer, rules, rows }: ThreadJob): ThreadAnswer {
  try {
    const own = rows.own.map(({ geom, ...feature }) => ({ ...feature, geometry: toMultiPolygon(geom) }))
    const around = rows.around.map(({ geom, ...feature }) => ({ ...feature, geometry: toMultiPolygon(geom) }))
    return { issues: judgeBlock(layerNamed(layer), rules, { own, around }) }
  } catch (error) {
    return { failed: String((error as Error).stack ?? error) }
  }
}

parentPort!.on('message', (job: ThreadJob) => parentPort!.postMessage(answer(job)))
