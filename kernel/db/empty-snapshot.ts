import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from './database.ts'
import { digestOfMigrations, type Migration, migrate } from './migrate.ts'

const pathOf = (cacheFolder: string, migrations: Migration[]) =>
  join(cacheFolder, `empty-${digestOfMigrations(migrations)}.tar.gz`)

/** The migrated, empty embedded database of exactly these scripts, when one has been made here: begins in a second, not in eight. */
export function knownSnapshot(cacheFolder: string, migrations: Migration[]): string | undefined {
  const path = pathOf(cacheFolder, migrations)
  return existsSync(path) ? path : undefined
}

/** The same, made once when there is none. */
export async function emptySnapshot(cacheFolder: string, migrations: Migration[]): Promise<string> {
  const path = pathOf(cacheFolder, migrations)
  if (existsSync(path)) return path
  mkdirSync(cacheFolder, { recursive: true })
  const database = await openDatabase({ cacheFolder })
  await migrate(database, migrations)
  // Two that make it at once, in one process or in two, do not take each other's away.
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, (await database.dump?.()) ?? new Uint8Array())
  await database.close()
  renameSync(draft, path)
  return path
}
