import { join } from 'node:path'
import { sql } from 'kysely'
import { readConfig } from '../../apps/server/config.ts'
import { furnish, type World } from '../../apps/server/open-world.ts'
import { inTransaction, openDatabase } from '../../kernel/db/database.ts'
import type { Person } from '../../kernel/identity/can.ts'
import { loadPerson } from '../../kernel/identity/people.ts'
import { cacheFolder, SCHEMA, type Settings } from './settings.ts'

/** The prepared database as the server has it: on PostgreSQL, or embedded in a folder on disk. */
export async function benchWorld({ engine, folder, dataFolder }: Settings): Promise<World> {
  const database = await openDatabase(
    engine === 'postgres'
      ? { url: process.env.DATABASE_URL, schema: SCHEMA, cacheFolder }
      : { folder: join(dataFolder, 'database'), snapshotPath: join(folder, 'database.tar.gz'), cacheFolder },
  )
  return furnish({ ...readConfig({}), dataFolder }, database)
}

/** A demo person by login. */
export function personOf({ database }: World, login: string): Promise<Person> {
  return inTransaction(database.db, async (trx) => {
    const { rows } = await sql<{ id: string }>`select id from person where login = ${login}`.execute(trx)
    return (await loadPerson(trx, rows[0]!.id))!
  })
}
