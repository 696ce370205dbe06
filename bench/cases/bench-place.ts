import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../apps/server/config.ts'
import { openWorld, type World } from '../../apps/server/open-world.ts'
import { openDatabase } from '../../kernel/db/database.ts'
import { cacheFolder } from '../main-job/settings.ts'

/** An installation of its own: a folder, and on PostgreSQL a database of its own. `end` takes both away. */
export type BenchPlace = { world: World; environment: NodeJS.ProcessEnv; end(): Promise<void> }

export async function benchPlace(server: string | undefined): Promise<BenchPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'yutu-bench-'))
  const name = `bench_cases_${process.pid}`
  const DATABASE_URL = server && Object.assign(new URL(server), { pathname: `/${name}` }).href
  if (server) await manage(server, `create database ${name}`)
  const environment = { ...process.env, YUTU_DATA: folder, PORT: '0', DATABASE_URL: DATABASE_URL ?? '' }
  const world = await openWorld(readConfig({ YUTU_DATA: folder, ...(DATABASE_URL && { DATABASE_URL }) }))
  return {
    world,
    environment,
    async end() {
      await world.database.close()
      if (server) await manage(server, `drop database ${name} with (force)`)
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** One statement on the server itself. */
export async function manage(url: string, statement: string): Promise<void> {
  const database = await openDatabase({ url, cacheFolder })
  await database.exec(statement).finally(() => database.close())
}
