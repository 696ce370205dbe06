import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../apps/server/config.ts'
import { loadLayer } from '../../apps/server/demo/load-layer.ts'
import { furnish } from '../../apps/server/open-world.ts'
import { type Database, inTransaction, openDatabase, type Trx } from '../../kernel/db/database.ts'
import { emptySnapshot } from '../../kernel/db/empty-snapshot.ts'
import { findMigrations } from '../../kernel/db/migrate.ts'
import { openLayerRun } from '../../kernel/quality/blocks/layer-runs.ts'
import { countIssues, pageOfIssues, spotsOf } from '../../kernel/quality/browse-issues.ts'
import { judgeRun } from '../../modules/quality/jobs/judge-run.ts'
import { generateCounty } from '../../tools/demo/county.ts'
import { root } from '../../tools/run-step.ts'
import { type Measure, secondsOf } from '../measure.ts'

/** Seconds for half a million patches, and until their issues lie on the map. */
const AIMS = { run: 120, map: 1 }
/** Every 20th patch moved by half a metre, every 30th with a code no table has: the demo county itself has few faults. */
const SPOIL = `update layer_dltb set geom = ST_Translate(geom, 0.5, 0) where id % 20 = 0;
  update layer_dltb set qsxz = '99' where id % 30 = 1; analyze layer_dltb`
const EVERYWHERE = [0, 0, 1e9, 1e9] as [number, number, number, number]

/** A county-wide quality run on the embedded engine, from the start to the issues on the map; county M with --quick, else L. */
export async function* qualityRun(quick: boolean): AsyncGenerator<Measure> {
  const folder = mkdtempSync(join(tmpdir(), 'yutu-quality-'))
  const cacheFolder = join(root, '.cache')
  const snapshotPath = await emptySnapshot(cacheFolder, findMigrations(root))
  const database = await openDatabase({ folder: join(folder, 'database'), snapshotPath, cacheFolder })
  try {
    yield* measureRun(database, folder, quick ? 'M' : 'L')
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function* measureRun(database: Database, dataFolder: string, size: 'M' | 'L'): AsyncGenerator<Measure> {
  const world = await furnish({ ...readConfig({}), dataFolder }, database)
  const now = new Date()
  const inside = <T>(work: (trx: Trx) => Promise<T>) => inTransaction(database.db, work)
  const count = await loadLayer(database, 'DLTB', generateCounty(size).features('DLTB'), 'bench', () => {})
  await database.exec(SPOIL)
  yield { work: `county ${size}: patches`, value: count, unit: 'rows', aim: null }
  const run = await inside((trx) =>
    openLayerRun(trx, { layer: 'DLTB', area: '', rules: null, asOf: new Date(now.getTime() + 1000), by: 'bench', now }),
  )
  let peak = 0
  const seconds = await secondsOf(() =>
    judgeRun.run({
      ...{ id: run, input: { runId: run }, person: { id: 'bench' } as never, files: world.files, signer: world.signer },
      ...{ now: () => new Date(), transaction: inside, audit: async () => {}, stopIfCancelled: async () => {} },
      progress: async () => {
        peak = Math.max(peak, process.memoryUsage.rss())
      },
    }),
  )
  yield { work: 'quality run, all rules', value: seconds, unit: 's', aim: size === 'L' ? AIMS.run : null }
  yield { work: 'most memory of the process, database included', value: peak / 1e6, unit: 'MB', aim: null }
  const counts = await inside((trx) => countIssues(trx, run))
  const issues = counts.reduce((sum, each) => sum + each.count, 0)
  yield { work: 'issues found', value: issues, unit: 'rows', aim: null }
  const opened = await secondsOf(async () => {
    await inside((trx) => countIssues(trx, run))
    await inside((trx) => pageOfIssues(trx, run, {}, { page: 1, pageSize: 50 }))
    await inside((trx) => spotsOf(trx, run, {}, { box: EVERYWHERE, cell: 3000 }))
  })
  yield { work: 'issues opened: counts, first page, map', value: opened, unit: 's', aim: AIMS.map }
}
