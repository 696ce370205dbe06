import { parentPort } from 'node:worker_threads'
import Flatbush from 'flatbush'
import type { AreaRows } from '../../geometry/areas/area-rows.ts'
import { tabulateSome } from '../../geometry/areas/tabulate-sets.ts'
import type { PolygonSet } from '../../geometry/flat/polygon-set.ts'
import type { Zone } from '../../geometry/projection/gauss-kruger.ts'

/** All arrays lie in shared memory. */
export type AreaWork = {
  subjects: PolygonSet
  set: PolygonSet
  chunks: Float64Array
  index: SharedArrayBuffer | undefined
  zone: Zone | undefined
}
export type AreaRequest = { work: AreaWork } | { places: Uint32Array }
export type AreaReply = { rows: AreaRows } | { error: string }

let work: AreaWork | undefined
let index: Flatbush | undefined

parentPort?.on('message', (request: AreaRequest) => {
  if ('work' in request) {
    work = request.work
    index = work.index && Flatbush.from(work.index)
    return
  }
  try {
    parentPort?.postMessage(answer(request))
  } catch (error) {
    parentPort?.postMessage({ error: (error as Error).message } satisfies AreaReply)
  }
})

function answer({ places }: { places: Uint32Array }): AreaReply {
  const { subjects, set, chunks, zone } = work!
  return { rows: tabulateSome(subjects, places, { set, index, chunks }, zone) }
}
