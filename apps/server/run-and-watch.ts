import { inTransaction } from '../../kernel/db/database.ts'
import { type JobView, viewRun } from '../../kernel/jobs/job-runs.ts'
import { runNext } from '../../kernel/jobs/run-jobs.ts'
import { jobs } from './modules.ts'
import type { World } from './open-world.ts'
import { progressBar } from './progress.ts'

const LOOK_MS = 300

/** Runs what waits in this process and shows how far this run is. */
export async function runAndWatch(world: World, runId: string, title: string): Promise<JobView | undefined> {
  const { database, files, signer, auditKey } = world
  const bar = progressBar(title)
  const look = () => inTransaction(database.db, (trx) => viewRun(trx, runId))
  const timer = setInterval(async () => {
    const run = await look()
    if (run) bar.step(run.done, run.total)
  }, LOOK_MS)
  while (await runNext({ database, files, signer, auditKey, jobs }));
  clearInterval(timer)
  bar.end()
  return look()
}
