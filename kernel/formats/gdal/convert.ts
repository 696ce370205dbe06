import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { invalid, Refusal } from '../../problems/problem.ts'
import type { GdalAnswer, GdalJob } from './messages.ts'

/** Ten minutes: half a million polygons take about three. */
const TIME_LIMIT_MS = 600_000

/** One file to lay out for GDAL, by its path below a folder of its own. */
export type GdalFile = { path: string; bytes: Uint8Array }

function runWorker(job: GdalJob): Promise<GdalAnswer> {
  const worker = new Worker(new URL('./gdal-worker.ts', import.meta.url), {
    workerData: job,
    stdout: true,
    stderr: true,
  })
  let timer: NodeJS.Timeout | undefined
  const answer = new Promise<GdalAnswer>((resolve) => {
    const fail = (reason: string) => resolve({ kind: 'failed', reason })
    worker.once('message', resolve)
    worker.once('error', (error: Error) => fail(error.message.slice(0, 300)))
    worker.once('exit', () => fail('ended'))
    timer = setTimeout(() => fail('time limit'), TIME_LIMIT_MS)
  })
  return answer.finally(async () => {
    clearTimeout(timer)
    await worker.terminate()
  })
}

/**
 * Opens `open` (a file or folder among `files`) with GDAL in a thread that ends with the job, and gives one layer as
 * GeoJSON. Refuses what GDAL cannot read, and several layers when none is named.
 */
export async function convertWithGdal(
  files: GdalFile[],
  open: string,
  layer: string | undefined,
): Promise<Extract<GdalAnswer, { kind: 'layer' }>> {
  const folder = await mkdtemp(join(tmpdir(), 'yutu-gdal-'))
  try {
    for (const file of files) {
      const path = join(folder, file.path)
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, file.bytes)
    }
    const answer = await runWorker({ path: join(folder, open).replaceAll('\\', '/'), layer })
    if (answer.kind === 'layer') return answer
    if (answer.kind === 'failed') throw new Refusal(invalid('formats.gdal.unreadable', { reason: answer.reason }))
    const layers = answer.layers.join(', ')
    if (layer !== undefined && !answer.layers.includes(layer))
      throw new Refusal(invalid('formats.layer.not-found', { layer, layers }))
    throw new Refusal(invalid('formats.layer.several', { layers }))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
