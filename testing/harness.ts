import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import { type Database, type Db, openDatabase, type Trx } from '../kernel/db/database.ts'
import { emptySnapshot as makeSnapshot } from '../kernel/db/empty-snapshot.ts'
import { findMigrations, migrate } from '../kernel/db/migrate.ts'
import { insideTransaction } from '../kernel/db/turnstile.ts'

export const root = join(import.meta.dirname, '..')
export const cacheFolder = join(root, '.cache')
export const sharedFolder = join(root, '..', 'shared')

/** For tests that read public data kept beside the project: `{ skip: withoutShared('fixtures/…') }`. */
export const withoutShared = (path: string): string | false =>
  existsSync(join(sharedFolder, path)) ? false : `shared/${path} is not here`

let rolledBack: Promise<Database> | undefined
const committed = new Map<string, Promise<Database>>()

/**
 * The one database of this test process: PostgreSQL where DATABASE_URL is set, else embedded and in memory.
 * Every test rolls back what it does in it (`inRollback`).
 */
export function testDatabase(): Promise<Database> {
  rolledBack ??= openClean('test')
  return rolledBack
}

/**
 * Another one for tests that must commit: of several connections, of requests, of background runs. Without a name it is
 * shared and never empty; a file whose tests count on being alone gives its own name.
 */
export function committedDatabase(name = 'committed'): Promise<Database> {
  const known = committed.get(name) ?? openClean(name)
  committed.set(name, known)
  return known
}

after(async () => {
  for (const database of await Promise.all([rolledBack, ...committed.values()])) await database?.close()
})

const openClean = (name: string): Promise<Database> =>
  process.env.DATABASE_URL ? openCleanPostgres(process.env.DATABASE_URL, `${name}_${process.pid}`) : openFromSnapshot()

/** A schema of its own on a shared server; dropped at the end. */
export async function openCleanPostgres(url: string, schema: string): Promise<Database> {
  const outer = await openDatabase({ url, cacheFolder })
  // Test processes start together, and «if not exists» alone does not keep two from creating at once.
  await outer.exec(
    `begin; select pg_advisory_xact_lock(1); create extension if not exists postgis; create schema ${schema}; commit`,
  )
  const inner = await openDatabase({ url, schema, cacheFolder })
  await migrate(inner, findMigrations(root))
  const close = async () => {
    await inner.close()
    await outer.exec(`drop schema ${schema} cascade`)
    await outer.close()
  }
  return { ...inner, close }
}

/** A migrated, empty database is built once per set of migrations and restored from its snapshot afterwards. */
export const emptySnapshot = (): Promise<string> => makeSnapshot(cacheFolder, findMigrations(root))

const openFromSnapshot = async (): Promise<Database> =>
  openDatabase({ cacheFolder, snapshotPath: await emptySnapshot() })

/** Runs `work` in a transaction that is rolled back: nothing of a test is left for the next. */
export async function inRollback<T>(work: (trx: Trx) => Promise<T>): Promise<T> {
  const { db } = await testDatabase()
  return rollback(db, work)
}

async function rollback<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  const transaction = await db.startTransaction().execute()
  try {
    return await insideTransaction(() => work(transaction))
  } finally {
    await transaction.rollback().execute()
  }
}
