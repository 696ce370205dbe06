import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Signer } from '../../kernel/crypto/receipt.ts'
import { type Database, inTransaction, openDatabase } from '../../kernel/db/database.ts'
import { knownSnapshot } from '../../kernel/db/empty-snapshot.ts'
import { findMigrations, migrate } from '../../kernel/db/migrate.ts'
import { diskStore, dropOldDrafts, type FileStore } from '../../kernel/files/file-store.ts'
import { dropOldParts } from '../../kernel/files/parts.ts'
import type { Module } from '../../kernel/http/action.ts'
import { keepServiceJobs } from '../../modules/processes/service-jobs.ts'
import { type Config, readConfig, root } from './config.ts'
import { discardUnfinished } from './demo/unfinished.ts'
import { auditKey, platformSigner } from './keys.ts'
import { jobs, modules } from './modules.ts'
import { ensureRoles } from './roles.ts'
import { ensureServices } from './services.ts'

/** What every command works with. */
export type World = {
  config: Config
  database: Database
  files: FileStore
  auditKey: Uint8Array
  signer: Signer
  applied: string[]
}

/** Opens the database the environment names. */
export async function openWorld(config = readConfig()): Promise<World> {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 })
  const folder = config.databaseUrl ? undefined : join(config.dataFolder, 'database')
  discardUnfinished(config, folder ?? '')
  const snapshotPath = knownSnapshot(config.cacheFolder, findMigrations(root))
  const database = await openDatabase({
    url: config.databaseUrl,
    folder,
    cacheFolder: config.cacheFolder,
    snapshotPath,
  })
  return furnish(config, database).catch(async (error) => {
    await database.close()
    throw error
  })
}

/** Brings a database up to date and puts files and keys beside it. */
export async function furnish(config: Config, database: Database): Promise<World> {
  const applied = await migrate(database, findMigrations(root))
  await inTransaction(database.db, async (trx) => {
    await ensureRoles(trx)
    await ensureServices(trx)
    await keepServiceJobs(trx, jobs)
    for (const { publish } of modules as readonly Module[]) await publish?.(trx, new Date())
  })
  dropOldDrafts(join(config.dataFolder, 'files'), new Date())
  dropOldParts(join(config.dataFolder, 'files'), new Date())
  return {
    config,
    database,
    files: diskStore(join(config.dataFolder, 'files')),
    auditKey: auditKey(config.dataFolder),
    signer: platformSigner(config.dataFolder),
    applied,
  }
}

/** Opens, works, closes; whatever happens. */
export async function withWorld<T>(work: (world: World) => Promise<T>): Promise<T> {
  const world = await openWorld()
  try {
    return await work(world)
  } finally {
    await world.database.close()
  }
}

/** Nobody has an account yet: this is a first start. */
export async function isUninhabited({ database }: World): Promise<boolean> {
  const { rows } = await sql<{ people: number }>`select count(*) as people from person`.execute(database.db)
  return rows[0]?.people === 0
}
