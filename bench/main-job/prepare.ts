import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../apps/server/config.ts'
import { loadDemo } from '../../apps/server/demo/load-demo.ts'
import { furnish, type World } from '../../apps/server/open-world.ts'
import { type Database, openDatabase } from '../../kernel/db/database.ts'
import { generateClues } from '../../tools/demo/clues.ts'
import { generateCounty } from '../../tools/demo/county.ts'
import { cacheFolder, SCHEMA, type Settings } from './settings.ts'

/** A database with the county, and a delivery of so many clues beside it. The embedded one is made once and kept in .cache. */
export async function prepare(settings: Settings): Promise<void> {
  const { folder } = settings
  const { delivery } = generateClues(generateCounty(settings.size), { count: settings.clues })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'delivery.zip'), delivery())
  if (settings.engine === 'postgres') return preparePostgres(settings)
  const database = await openDatabase({ cacheFolder })
  await fill(database, settings)
  const path = join(folder, 'database.tar.gz')
  writeFileSync(`${path}.${process.pid}`, (await database.dump?.()) ?? new Uint8Array())
  await database.close()
  renameSync(`${path}.${process.pid}`, path)
}

export const isPrepared = (settings: Settings): boolean =>
  settings.engine === 'embedded' && existsSync(join(settings.folder, 'database.tar.gz'))

async function preparePostgres(settings: Settings): Promise<void> {
  await dropSchema()
  await inPublic(`create extension if not exists postgis; create schema ${SCHEMA}`)
  const database = await openDatabase({ url: process.env.DATABASE_URL, schema: SCHEMA, cacheFolder })
  await fill(database, settings)
  await database.close()
}

export const dropSchema = () => inPublic(`drop schema if exists ${SCHEMA} cascade`)

async function inPublic(script: string): Promise<void> {
  const database = await openDatabase({ url: process.env.DATABASE_URL, cacheFolder })
  await database.exec(script)
  await database.close()
}

async function fill(database: Database, { size }: Settings): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'yutu-bench-'))
  const world: World = await furnish({ ...readConfig({}), dataFolder }, database)
  await loadDemo(world, size)
  await database.exec('analyze')
  rmSync(dataFolder, { recursive: true, force: true })
}
