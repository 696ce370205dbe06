import { type JobRun, job } from '../../../kernel/jobs/job.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { endLayerRun } from '../../../kernel/quality/blocks/end-run.ts'
import { JudgeThread } from '../../../kernel/quality/blocks/judge-thread.ts'
import {
  judgeWhole,
  keepBlock,
  type LayerRunRow,
  nextBlock,
  type OpenBlock,
  placeOf,
  planRun,
  readLayerRun,
} from '../../../kernel/quality/blocks/layer-runs.ts'
import { looksAround } from '../../../kernel/quality/blocks/looks-around.ts'
import { readBlock } from '../../../kernel/quality/blocks/read-block.ts'
import { JOB } from '../runs.ts'

type Work = { job: JobRun<{ runId: string }>; run: LayerRunRow; thread: JudgeThread }

/** Judges a run block by block. Every block is kept with its issues, so a run that was killed or cancelled simply goes on. */
export const judgeRun = job({
  name: JOB,
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
  for (;;) {
    await job.stopIfCancelled()
    const { block, done, total } = await job.transaction((trx) => nextBlock(trx, run.id))
    await job.progress(done, total, block && !block.box ? 'quality.stage.whole' : 'quality.stage.blocks')
    if (!block) return
    if (block.box) await judgeOne(work, { ...block, box: block.box })
    else {
      await job.transaction(async (trx) =>
        keepBlock(trx, run, { ...block, issues: await judgeWhole(trx, run), now: job.now() }),
      )
    }
  }
}

async function judgeOne({ job, run, thread }: Work, block: OpenBlock & { box: NonNullable<OpenBlock['box']> }) {
  const rows = await job.transaction((trx) => readBlock(trx, placeOf(run), block.box, looksAround(run.rules)))
  const issues = await thread.judge({ layer: run.layer, rules: run.rules, rows })
  await job.transaction((trx) =>
    keepBlock(trx, run, { ordinal: block.ordinal, count: rows.own.length, issues, now: job.now() }),
  )
}
