import { sql } from 'kysely'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { processBatchAction } from '../../../modules/landuse/actions/process-batch.ts'
import { actAs } from '../act-as.ts'
import type { Command } from '../command.ts'
import { type World, withWorld } from '../open-world.ts'
import { runAndWatch } from '../run-and-watch.ts'

export const screenBatch: Command = {
  title: { zh: '套合、甄别并立项一批线索', en: 'overlay and screen a batch and open its cases' },
  usage: 'screen <batch> --as <login>',
  options: { as: { type: 'string' } },
  run: async ({ values, positionals: [batch] }) => {
    if (!batch || !values.as) return 2
    return withWorld(async (world) => {
      const batchId = await idOf(world, batch)
      const { runId } = await actAs<{ runId: string }>(world, String(values.as), processBatchAction, { batchId })
      const run = await runAndWatch(world, runId, '套合与甄别 · Overlay and screening')
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
