import type { Trx } from '../../../kernel/db/database.ts'
import { type JobRun, job } from '../../../kernel/jobs/job.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { coverRun } from '../../../kernel/quality/blocks/cover-run.ts'
import { endLayerRun } from '../../../kernel/quality/blocks/end-run.ts'
import { joinRun } from '../../../kernel/quality/blocks/join-run.ts'
import { JudgeThread } from '../../../kernel/quality/blocks/judge-thread.ts'
import {
  judgeWhole,
  keepBlock,
  type LayerRunRow,
  type OpenBlock,
  openBlocks,
  placeOf,
  planRun,
  readLayerRun,
} from '../../../kernel/quality/blocks/layer-runs.ts'
import { type BlockRows, readBlock } from '../../../kernel/quality/blocks/read-block.ts'
import { JOB } from '../runs.ts'

type Work = { job: JobRun<{ runId: string }>; run: LayerRunRow; thread: JudgeThread }

/** Judges a run block by block. Every block is kept with its issues, so a run that was killed or cancelled simply goes on. */
export const judgeRun = job({
  name: JOB,
  slow: true,
  async run(job: JobRun<{ runId: string }>) {
    const run = await job.transaction((trx) => readLayerRun(trx, job.input.runId))
    if (!run) throw new Refusal(notFound('quality.run.unknown', { run: job.input.runId }))
    if (run.ended_at) return
    await job.progress(0, 0, 'quality.stage.plan')
    await job.transaction((trx) => planRun(trx, run))
    const thread = new JudgeThread()
    try {
      await judgeBlocks({ job, run, thread })
    } finally {
      await thread.close()
    }
    await job.transaction(async (trx) => {
      await endLayerRun(trx, run, job.now())
      await job.audit(trx, { verb: JOB, subject: `quality:${run.id}`, after: { layer: run.layer, area: run.area } })
    })
  },
})

async function judgeBlocks(work: Work): Promise<void> {
  const { job, run } = work
  const { blocks, done: before, total } = await job.transaction((trx) => openBlocks(trx, run.id))
  let done = before
  let ahead = readAhead(work, blocks[0])
  for (const [k, block] of blocks.entries()) {
    await job.stopIfCancelled()
    if (block.box) await job.progress(done, total, 'quality.stage.blocks')
    const rows = await ahead
    // The next block is read while this one is judged.
    ahead = readAhead(work, blocks[k + 1])
    if (rows) await judgeOne(work, block, rows)
    else await judgeRest(work, block)
    done += block.count
  }
  await job.progress(total, total, 'quality.stage.whole')
}

function readAhead({ job, run }: Work, block: OpenBlock | undefined): Promise<BlockRows | undefined> {
  const box = block?.box
  if (!box) return Promise.resolve(undefined)
  const rows = job.transaction((trx) => readBlock(trx, placeOf(run), box, run.rules))
  // Told to whoever awaits it; nobody does when the block before it has failed.
  rows.catch(() => {})
  return rows
}

async function judgeOne({ job, run, thread }: Work, { ordinal }: OpenBlock, rows: BlockRows): Promise<void> {
  const judged = await thread.judge({ layer: run.layer, rules: run.rules, rows })
  await job.transaction((trx) => keepBlock(trx, run, { ordinal, count: rows.own.length, ...judged, now: job.now() }))
}

/** What concerns the whole layer: overlaps and gaps from what the blocks left, towns left open, and values that must be unique. */
async function judgeRest({ job, run, thread }: Work, block: OpenBlock): Promise<void> {
  const steps = (stage: string) => ({
    thread,
    transaction: <T>(work: (trx: Trx) => Promise<T>) => job.transaction(work),
    async step(done: number, total: number) {
      await job.stopIfCancelled()
      await job.progress(done, total, stage)
    },
  })
  await joinRun(run, steps('quality.stage.join'))
  await coverRun(run, steps('quality.stage.cover'))
  await job.progress(0, 0, 'quality.stage.whole')
  await job.transaction(async (trx) =>
    keepBlock(trx, run, { ...block, issues: await judgeWhole(trx, run), now: job.now() }),
  )
}
