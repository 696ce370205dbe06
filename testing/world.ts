import { createHash, randomUUID } from 'node:crypto'
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { readConfig } from '../apps/server/config.ts'
import { loadDemo } from '../apps/server/demo/load-demo.ts'
import { furnish, type World } from '../apps/server/open-world.ts'
import { inTransaction, openDatabase } from '../kernel/db/database.ts'
import { digestOfMigrations, findMigrations } from '../kernel/db/migrate.ts'
import type { Person } from '../kernel/identity/can.ts'
import { loadPerson } from '../kernel/identity/people.ts'
import { cacheFolder, root } from './harness.ts'

/** A demo county of size S in a folder of its own; the embedded database comes from a snapshot made once. */
export async function demoWorld(): Promise<{ world: World; end(): Promise<void> }> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'yutu-'))
  const config = { ...readConfig({}), dataFolder }
  const database = await openDatabase({ cacheFolder, snapshotPath: await demoSnapshot() })
  const world = await furnish(config, database)
  return {
    world,
    async end() {
      await database.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Where it lies; made when there is none. */
export async function demoSnapshot(): Promise<string> {
  const path = join(cacheFolder, `demo-S-${digestOfMigrations(findMigrations(root))}-${digestOfMakers()}.tar.gz`)
  if (existsSync(path)) return path
  mkdirSync(cacheFolder, { recursive: true })
  const dataFolder = mkdtempSync(join(tmpdir(), 'yutu-'))
  const database = await openDatabase({ cacheFolder })
  await loadDemo(await furnish({ ...readConfig({}), dataFolder }, database), 'S')
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, (await database.dump?.()) ?? new Uint8Array())
  await database.close()
  renameSync(draft, path)
  rmSync(dataFolder, { recursive: true, force: true })
  return path
}

/** A snapshot is good for what made it: the generator, the loader, and what modules publish at start. */
function digestOfMakers(): string {
  const makers = [
    'tools/demo/*.ts',
    'apps/server/demo/*.ts',
    'apps/server/role*.ts',
    'modules/**/{processes,forms}/*.ts',
    'modules/processes/business-rules/first-rules.ts',
  ]
  const hash = createHash('sha256')
  for (const path of globSync(makers, { cwd: root }).sort()) hash.update(path).update(readFileSync(join(root, path)))
  return hash.digest('hex').slice(0, 12)
}

/** A demo person by login, with the rights of this moment. */
export async function personOf({ database }: World, login: string): Promise<Person> {
  return inTransaction(database.db, async (trx) => {
    const { rows } = await sql<{ id: string }>`select id from person where login = ${login}`.execute(trx)
    return (await loadPerson(trx, rows[0]!.id))!
  })
}
