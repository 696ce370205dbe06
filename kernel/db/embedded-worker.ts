import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { EmbeddedStatements, type Statement, whole } from './embedded-statements.ts'
import { repackPostgis } from './repack-postgis.ts'
import { parsers } from './value-types.ts'

/** Where the embedded engine lives: a thread of its own, so that a long statement never blocks the server's event loop. */
export type WorkerOptions = { folder?: string; snapshotPath?: string; cacheFolder: string }

export type StatementResult = { rows: Record<string, unknown>[]; affected: number }

export type WorkerRequest =
  | { id: number; kind: 'query'; queries: Statement[] }
  | { id: number; kind: 'exec'; sql: string }
  | { id: number; kind: 'dump' | 'close' }

export type WorkerReply = {
  id: number
  /** nobody's answer: what was heard on a channel */
  heard?: { channel: string; payload: string }
  rows?: Record<string, unknown>[]
  results?: StatementResult[]
  bytes?: Uint8Array
  error?: { message: string; code?: string; detail?: string; constraint?: string }
}

const options = workerData as WorkerOptions
const bundlePath = pathToFileURL(repackPostgis(options.cacheFolder))
const postgis = {
  name: 'postgis',
  setup: async (_pg: unknown, emscriptenOpts: { PGLITE_ENV: Record<string, string> }) => {
    emscriptenOpts.PGLITE_ENV.PROJ_DATA = '/pglite/share/proj'
    return { emscriptenOpts, bundlePath }
  },
}

const database = await PGlite.create({
  ...(options.folder ? { dataDir: options.folder } : {}),
  ...(options.snapshotPath ? { loadDataDir: new Blob([new Uint8Array(readFileSync(options.snapshotPath))]) } : {}),
  extensions: { postgis },
  parsers,
  postgresqlconf: ['shared_buffers = 16MB', "timezone = 'UTC'", 'work_mem = 16MB'],
})
await database.exec("set timezone = 'UTC'")
database.onNotification((channel, payload) => {
  parentPort?.postMessage({ id: -1, heard: { channel, payload } } satisfies WorkerReply)
})
const statements = new EmbeddedStatements(database)
parentPort?.postMessage({ id: 0 } satisfies WorkerReply)

async function answer(request: WorkerRequest): Promise<WorkerReply> {
  if (request.kind === 'query') {
    const results: StatementResult[] = []
    for (const query of request.queries) {
      const { rows, affectedRows = 0 } = await statements.run(query)
      results.push({ rows, affected: affectedRows })
    }
    return { id: request.id, results }
  }
  if (request.kind === 'exec') {
    const results = await database.exec(request.sql)
    for (const result of results as { command?: string }[]) whole(result)
    return {
      id: request.id,
      rows: (results.findLast((result) => result.rows.length > 0)?.rows ?? []) as Record<string, unknown>[],
    }
  }
  if (request.kind === 'close') await database.close()
  if (request.kind !== 'dump') return { id: request.id }
  const file = await database.dumpDataDir('gzip')
  return { id: request.id, bytes: new Uint8Array(await file.arrayBuffer()) }
}

function failure(id: number, error: unknown): WorkerReply {
  const { message, code, detail, constraint } = error as NonNullable<WorkerReply['error']>
  return { id, error: { message, code, detail, constraint } }
}

parentPort?.on('message', (request: WorkerRequest) => {
  answer(request).then(
    (reply) => parentPort?.postMessage(reply),
    (error) => parentPort?.postMessage(failure(request.id, error)),
  )
})
