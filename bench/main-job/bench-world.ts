import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { readConfig } from '../../apps/server/config.ts'
import { furnish, type World } from '../../apps/server/open-world.ts'
import { inTransaction, openDatabase } from '../../kernel/db/database.ts'
import type { Person } from '../../kernel/identity/can.ts'
import { loadPerson } from '../../kernel/identity/people.ts'
import { cacheFolder, SCHEMA, type Settings } from './settings.ts'

/** The prepared database as the server has it: on PostgreSQL, or embedded in a folder on disk of its own. */
export async function benchWorld(settings: Settings): Promise<{ world: World; end(): Promise<void> }> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'yutu-bench-'))
  const database = await openDatabase(
    settings.engine === 'postgres'
      ? { url: process.env.DATABASE_URL, schema: SCHEMA, cacheFolder }
      : {
          folder: join(dataFolder, 'database'),
          snapshotPath: join(settings.folder, 'database.tar.gz'),
          cacheFolder,
        },
  )
  const world = await furnish({ ...readConfig({}), dataFolder }, database)
  const end = async () => {
    await database.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return { world, end }
}

/** A demo person by login. */
export function personOf({ database }: World, login: string): Promise<Person> {
  return inTransaction(database.db, async (trx) => {
    const { rows } = await sql<{ id: string }>`select id from person where login = ${login}`.execute(trx)
    return (await loadPerson(trx, rows[0]!.id))!
  })
}
