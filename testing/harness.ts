import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import { type Database, type Db, openDatabase, type Trx } from '../kernel/db/database.ts'
import { digestOfMigrations, findMigrations, migrate } from '../kernel/db/migrate.ts'
import { insideTransaction } from '../kernel/db/turnstile.ts'

export const root = join(import.meta.dirname, '..')
export const cacheFolder = join(root, '.cache')
export const sharedFolder = join(root, '..', 'shared')

/** For tests that read public data kept beside the project: `{ skip: withoutShared('fixtures/…') }`. */
export const withoutShared = (path: string): string | false =>
  existsSync(join(sharedFolder, path)) ? false : `shared/${path} is not here`

let opened: Promise<Database> | undefined

/** The one database of this test process: PostgreSQL where DATABASE_URL is set, else embedded and in memory. */
export function testDatabase(): Promise<Database> {
  opened ??= process.env.DATABASE_URL ? openCleanPostgres(process.env.DATABASE_URL) : openFromSnapshot()
  return opened
}

after(async () => {
  const database = await opened
  await database?.close()
})

async function openCleanPostgres(url: string): Promise<Database> {
  const schema = `test_${process.pid}`
  const outer = await openDatabase({ url, cacheFolder })
  await outer.exec(`create extension if not exists postgis; create schema ${schema}`)
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
async function openFromSnapshot(): Promise<Database> {
  return openDatabase({ cacheFolder, snapshotPath: await emptySnapshot() })
}

export async function emptySnapshot(): Promise<string> {
  const migrations = findMigrations(root)
  const path = join(cacheFolder, `empty-${digestOfMigrations(migrations)}.tar.gz`)
  if (existsSync(path)) return path
  mkdirSync(cacheFolder, { recursive: true })
  const database = await openDatabase({ cacheFolder })
  await migrate(database, migrations)
  writeFileSync(`${path}.${process.pid}`, (await database.dump?.()) ?? new Uint8Array())
  await database.close()
  renameSync(`${path}.${process.pid}`, path)
  return path
}

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
