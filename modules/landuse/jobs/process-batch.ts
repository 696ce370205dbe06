import { type JobRun, job } from '../../../kernel/jobs/job.ts'
import { Refusal } from '../../../kernel/problems/problem.ts'
import { type Batch, readBatch } from '../intake/batches.ts'
import type { LanduseTables } from '../tables.ts'
import { linkStage } from './stages/link.ts'
import { openStage } from './stages/open.ts'
import { overlayStage } from './stages/overlay.ts'
import { rangeStage } from './stages/range.ts'
import { readStage } from './stages/read.ts'
import { repairStage } from './stages/repair.ts'
import { screenStage } from './stages/screen.ts'
import type { Stage, StageName, StageWork } from './stages/stage.ts'

const stages: readonly Stage[] = [readStage, repairStage, overlayStage, linkStage, rangeStage, screenStage, openStage]

/** `until`: the last stage to run; all of them without it. */
export type ProcessInput = { batchId: string; until?: StageName }

/**
 * Takes a batch from its rows to opened cases. Every clue carries the stage it has reached, so a run that was killed or
 * cancelled is simply run again: nothing is lost and nothing is done twice.
 */
export const processBatch = job({
  name: 'landuse.batch.process',
  async run(run: JobRun<ProcessInput>) {
    const { batchId, until } = run.input
    await setState(run, batchId, 'processing')
    for (const stage of stages) {
      await runStage(run, batchId, stage)
      if (stage.name === until) return
    }
    await setState(run, batchId, 'done')
  },
})

async function runStage(run: JobRun<ProcessInput>, batchId: string, stage: Stage): Promise<void> {
  const inBatch = <T>(work: (work: StageWork) => Promise<T>) =>
    run.transaction(async (trx) => {
      const batch = await readBatch(trx, batchId)
      if (batch.state === 'cancelled')
        throw new Refusal({ code: 'landuse.batch.process.cancelled', status: 409, params: { number: batch.number } })
      return work({ trx, batch, person: run.person, now: run.now() })
    })
  const total = await inBatch((work) => stage.waiting(work))
  let done = 0
  while (done < total) {
    await run.stopIfCancelled()
    await run.progress(done, total, `landuse.stage.${stage.name}`)
    const moved = await inBatch((work) => stage.next(work))
    if (moved === 0) break
    done += moved
  }
  if (total > 0) await run.progress(total, total, `landuse.stage.${stage.name}`)
}

async function setState(run: JobRun<ProcessInput>, batchId: string, state: Batch['state']): Promise<void> {
  await run.transaction(async (trx) => {
    await trx
      .withTables<LanduseTables>()
      .updateTable('landuse_batch')
      .set({ state, done_at: state === 'done' ? run.now() : null })
      .where('id', '=', batchId)
      .where('state', '<>', 'cancelled')
      .execute()
  })
}
