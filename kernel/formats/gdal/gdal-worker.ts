import { createRequire } from 'node:module'
import { dirname, relative } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { GdalAnswer, GdalField, GdalJob } from './messages.ts'

/**
 * Runs GDAL (WebAssembly) for one job. It lives in a thread of its own because GDAL blocks, keeps its memory until the
 * thread ends, and may abort on a malformed file.
 */
type LayerInfo = {
  name: string
  geometryFields: { coordinateSystem: { wkt: string } | null }[]
  fields: GdalField[]
}
type Dataset = { info: { layers?: LayerInfo[] } }
type Gdal = {
  open(path: string): Promise<{ datasets: Dataset[]; errors: unknown[] }>
  ogr2ogr(dataset: Dataset, options: string[]): Promise<{ local: string }>
  getFileBytes(path: { local: string }): Promise<Uint8Array>
}
type Initialise = (config: {
  env: Record<string, string>
  path: string
  useWorker: false
  logHandler: () => void
  errorHandler: (text: string) => void
}) => Promise<Gdal>

/** WebAssembly here has no threads; GDAL would try and fail. */
const ONE_THREAD = { GDAL_NUM_THREADS: '1', OGR_GPKG_NUM_THREADS: '1', OGR2OGR_USE_ARROW_API: 'NO' }

const complaints: string[] = []

async function start(): Promise<Gdal> {
  const require = createRequire(import.meta.url)
  const initialise = require('gdal3.js/node.js') as Initialise
  // It puts «./» before this path, so the path must be relative to the working folder.
  const path = relative(process.cwd(), dirname(require.resolve('gdal3.js/dist/package/gdal3.node.js')))
  const errorHandler = (text: string) => complaints.push(text)
  return initialise({ path, env: ONE_THREAD, useWorker: false, logHandler: () => {}, errorHandler })
}

async function convert({ path, layer }: GdalJob): Promise<GdalAnswer> {
  const gdal = await start()
  const dataset = (await gdal.open(path)).datasets[0]
  const layers = (dataset?.info.layers ?? []).filter((info) => info.geometryFields.length > 0)
  if (!dataset || layers.length === 0) return { kind: 'failed', reason: complaints.join(' ') || 'no layer' }
  const chosen = layers.filter((info) => layer === undefined || info.name === layer)
  if (chosen.length !== 1) return { kind: 'choose', layers: layers.map((info) => info.name) }
  const { name, fields, geometryFields } = chosen[0]!
  // 15 decimals give every double back exactly from 0.1 upwards.
  const options = ['-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=15', '-lco', 'RFC7946=NO', name]
  const geojson = await gdal.getFileBytes(await gdal.ogr2ogr(dataset, options))
  return { kind: 'layer', layerName: name, wkt: geometryFields[0]?.coordinateSystem?.wkt ?? '', fields, geojson }
}

function reasonOf(error: unknown): string {
  const messages = [error].flat().map((one) => (one as { message?: string } | undefined)?.message ?? String(one))
  return [...complaints, ...messages].join(' ').trim().slice(0, 300) || 'unknown'
}

convert(workerData as GdalJob)
  .catch((error: unknown): GdalAnswer => ({ kind: 'failed', reason: reasonOf(error) }))
  .then((answer) => parentPort!.postMessage(answer))
