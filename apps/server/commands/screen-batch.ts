import { sql } from 'kysely'
import { inTransaction } from '../../../kernel/db/database.ts'
import { viewRun } from '../../../kernel/jobs/job-runs.ts'
import { runNext } from '../../../kernel/jobs/run-jobs.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { processBatchAction } from '../../../modules/landuse/actions/process-batch.ts'
import { actAs } from '../act-as.ts'
import type { Command } from '../command.ts'
import { jobs } from '../modules.ts'
import { type World, withWorld } from '../open-world.ts'
import { progressBar } from '../progress.ts'

const LOOK_MS = 300

export const screenBatch: Command = {
  title: { zh: '套合、甄别并立项一批线索', en: 'overlay and screen a batch and open its cases' },
  usage: 'screen <batch> --as <login>',
  options: { as: { type: 'string' } },
  run: async ({ values, positionals: [batch] }) => {
    if (!batch || !values.as) return 2
    return withWorld(async (world) => {
      const batchId = await idOf(world, batch)
      const { runId } = await actAs<{ runId: string }>(world, String(values.as), processBatchAction, { batchId })
      const run = await watch(world, runId)
      console.log(run?.state === 'done' ? '完成 · done' : JSON.stringify(run?.error ?? run?.state))
      return run?.state === 'done' ? 0 : 1
    })
  },
}

/** A batch is named by its number, JC2026-0001, or by its id. */
async function idOf({ database }: World, batch: string): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`select id from landuse_batch where number = ${batch} or id::text = ${batch}`.execute(database.db)
  if (!rows[0]) throw new Refusal(notFound('landuse.batch.unknown', { id: batch }))
  return rows[0].id
}

/** Runs what waits in this process and shows how far it is. */
async function watch({ database, files, signer, auditKey }: World, runId: string) {
  const bar = progressBar('套合与甄别 · Overlay and screening')
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
