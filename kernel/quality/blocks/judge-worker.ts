// The judging thread: rows in, issues out.
import { parentPort } from 'node:worker_threads'
import { placesToJoin } from '../../geometry/coverage/check-blocks.ts'
import { toMultiPolygon } from '../../layers/feature.ts'
import { layerNamed } from '../../layers/registry.ts'
import { unpackLeft } from './block-left.ts'
import { borderOf, boxesOf, joinPlaces, type Places } from './join-places.ts'
import { judgeBlock } from './judge-block.ts'
import type { ThreadAnswer, ThreadJob, ThreadWork } from './judge-thread.ts'
import { uncoveredGround } from './uncovered-ground.ts'

let places: Places = []

const drawn = <Row extends { geom: Uint8Array }>(rows: Row[]) =>
  rows.map(({ geom, ...feature }) => ({ ...feature, geometry: toMultiPolygon(geom) }))

function work(job: ThreadJob): ThreadWork[keyof ThreadWork]['answer'] {
  if (job.ask === 'judge') {
    const features = {
      own: drawn(job.rows.own),
      around: drawn(job.rows.around),
      wholes: job.rows.wholes && drawn(job.rows.wholes),
    }
    return judgeBlock(layerNamed(job.layer), job.rules, features)
  }
  if (job.ask === 'places') {
    const border = drawn(job.border).map(({ geometry }) => geometry)
    places = placesToJoin([...job.left.map(unpackLeft), borderOf(border)])
    return places.map(boxesOf)
  }
  if (job.ask === 'cover') return uncoveredGround(toMultiPolygon(job.whole), job.parts.map(toMultiPolygon))
  const some = job.places.map((place) => places[place]!)
  return joinPlaces(some, drawn(job.rows), job.rules)
}

function answer(job: ThreadJob): ThreadAnswer {
  try {
    return { answer: work(job) }
  } catch (error) {
    return { failed: String((error as Error).stack ?? error) }
  }
}

parentPort!.on('message', (job: ThreadJob) => parentPort!.postMessage(answer(job)))
