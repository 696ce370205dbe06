import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { embeddedDialect } from './embedded-dialect.ts'
import { EmbeddedEngine } from './embedded-engine.ts'
import { type Heard, listenOn } from './listen.ts'
import { holdFolder } from './lock-file.ts'
import { PacketSocket } from './packet-socket.ts'
import { postgresDialect } from './postgres-dialect.ts'
import { parserOf } from './postgres-values.ts'
import { insideTransaction } from './turnstile.ts'

/** No table is known here; each folder names its own: `db.withTables<LayerTables>()`. */
// biome-ignore lint/complexity/noBannedTypes: Kysely asks for an object type of tables, and the kernel has none of its own
export type Tables = {}
export type Db = Kysely<Tables>
export type Trx = Transaction<Tables>

export type RunScript = (script: string) => Promise<Record<string, unknown>[]>

export type Database = {
  db: Db
  engine: 'embedded' | 'postgres'
  /** A script of several statements, without parameters; returns the rows of the last one that has any. */
  exec: RunScript
  /** One connection for several scripts in a row: session locks and open transactions last from one to the next. */
  hold<T>(work: (exec: RunScript) => Promise<T>): Promise<T>
  /** One plain statement with positional parameters, for libraries that bring their own SQL. */
  query(text: string, parameters?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[]; affected: number }>
  /**
   * Calls with what any transaction gave to pg_notify on `channel`, once it has committed, whichever server it was on; with
   * null when the line was down and something may have been missed. Returns what ends it.
   */
  listen(channel: string, heard: Heard): Promise<() => Promise<void>>
  /** The embedded database as a snapshot; undefined on PostgreSQL, which has its own backups. */
  dump?: () => Promise<Uint8Array>
  close(): Promise<void>
}

/**
 * `url`: a PostgreSQL 15+ with PostGIS 3.3+. Otherwise the embedded engine, in `folder` (in memory without one),
 * begun from `snapshotPath` when the folder is new.
 */
export type DatabaseOptions = {
  url?: string
  schema?: string
  folder?: string
  snapshotPath?: string
  cacheFolder: string
}

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url ? openPostgres(options.url, options.schema) : openEmbedded(options)
}

async function openEmbedded({ folder, snapshotPath, cacheFolder }: DatabaseOptions): Promise<Database> {
  const letGo = folder ? holdFolder(folder) : () => {}
  const dataFolder = folder && join(folder, 'pgdata')
  const isNew = !dataFolder || !existsSync(dataFolder)
  const engine = await EmbeddedEngine.open({
    folder: dataFolder,
    snapshotPath: isNew ? snapshotPath : undefined,
    cacheFolder,
  }).catch((error) => {
    letGo()
    throw error
  })
  const db = new Kysely<Tables>({ dialect: embeddedDialect(engine) })
  const hold: Database['hold'] = (work) => db.connection().execute(() => work((script) => engine.exec(script)))
  return {
    db,
    engine: 'embedded',
    exec: (script) => hold((exec) => exec(script)),
    hold,
    query: (text, parameters) => db.connection().execute(() => engine.query(text, parameters)),
    listen: async (channel, heard) => {
      const stop = engine.onNotification((on, payload) => on === channel && heard(payload))
      await hold((exec) => exec(`listen ${channel}`))
      return async () => stop()
    },
    dump: () => engine.dump(),
    close: async () => {
      await db.destroy()
      await engine.close()
      letGo()
    },
  }
}

async function openPostgres(url: string, schema = 'public'): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    stream: () => new PacketSocket(),
    max: CONNECTIONS,
    types: { getTypeParser: (oid: number) => parserOf(oid) } as pg.CustomTypesConfig,
    // Statements with geometry look dear to the planner and are short: compiling their expressions takes longer than they do.
    options: `-c timezone=UTC -c jit=off -c search_path=${schema === 'public' ? 'public' : `${schema},public`}`,
    connectionTimeoutMillis: CONNECTION_WAIT_MS,
  })
  // Without a listener an idle connection that dies (a restart of the server) would end this process.
  pool.on('error', (error) => console.error(`database connection lost: ${error.message}`))
  const db = new Kysely<Tables>({ dialect: postgresDialect(pool) })
  return {
    db,
    engine: 'postgres',
    exec: (script) => holdClient(pool, (exec) => exec(script)),
    hold: (work) => holdClient(pool, work),
    query: async (text, parameters) => {
      const result = await pool.query(text, parameters as unknown[])
      return { rows: result.rows ?? [], affected: result.rowCount ?? 0 }
    },
    listen: (channel, heard) => listenOn(url, channel, heard),
    close: async () => {
      await db.destroy()
      await pool.end()
    },
  }
}

const CONNECTIONS = 12
/** Whoever waits longer for a connection is told so: work that asks for a second one inside a transaction would wait for ever. */
const CONNECTION_WAIT_MS = 30_000

async function holdClient<T>(pool: pg.Pool, work: (exec: RunScript) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let failed = true
  try {
    const result = await work(async (script) => {
      const results = [await client.query(script)].flat()
      return results.findLast((each) => each.rows?.length)?.rows ?? []
    })
    failed = false
    return result
  } finally {
    // A connection left inside a failed transaction must not serve anybody else.
    client.release(failed)
  }
}

/** Everything or nothing. Inside, only `trx` may be used; on the embedded engine anything else is refused, not deadlocked. */
export function inTransaction<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.transaction().execute((trx) => insideTransaction(() => work(trx)))
}

/** One moment's view of everything; a statement that writes is refused by the database. */
export function inReading<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  const reading = db.transaction().setAccessMode('read only').setIsolationLevel('repeatable read')
  return reading.execute((trx) => insideTransaction(() => work(trx)))
}

/** A value for a json(b) column; arrays would otherwise be taken for PostgreSQL arrays. */
export const json = <T>(value: T) => sql<T>`${JSON.stringify(value)}::jsonb`
