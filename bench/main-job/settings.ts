import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../apps/server/config.ts'
import { digestOfMigrations, findMigrations } from '../../kernel/db/migrate.ts'
import type { CountySize } from '../../tools/demo/sizes.ts'

export const cacheFolder = join(root, '.cache')
/** On PostgreSQL everything lies in a schema of its own, dropped at the end. */
export const SCHEMA = 'bench_main_job'

/** What is measured, handed to the processes that measure: `folder` holds what was prepared, `dataFolder` is the server's. */
export type Settings = Plan & { engine: 'embedded' | 'postgres'; folder: string; dataFolder: string }

type Plan = {
  size: CountySize
  clues: number
  tasks: number
  /** random tiles a zoom */
  tiles: number
}

const quickPlan: Plan = { size: 'S', clues: 300, tasks: 40_000, tiles: 60 }
const fullPlan: Plan = { size: 'M', clues: 1000, tasks: 100_000, tiles: 300 }

export function settingsFor(quick: boolean): Plan & Pick<Settings, 'folder'> {
  const plan = quick ? quickPlan : fullPlan
  return { ...plan, folder: preparedFolder(plan) }
}

/** Prepared data are good for exactly these tables, this demo county and these settings. */
function preparedFolder({ size, clues }: Plan): string {
  const hash = createHash('sha256').update(digestOfMigrations(findMigrations(root)))
  const sources = globSync(['tools/demo/*.ts', 'apps/server/demo/*.ts', 'apps/server/roles.ts'], { cwd: root })
  for (const path of sources.sort()) hash.update(readFileSync(join(root, path)))
  return join(cacheFolder, `bench-${size}-${clues}-${hash.digest('hex').slice(0, 12)}`)
}
