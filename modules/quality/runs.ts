import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import type { Context } from '../../kernel/http/action.ts'
import { can } from '../../kernel/identity/can.ts'
import { type JobView, runsOf } from '../../kernel/jobs/job-runs.ts'
import { notFound, Refusal } from '../../kernel/problems/problem.ts'
import {
  type LayerRunRow,
  type NewLayerRun,
  openLayerRun,
  readLayerRun,
} from '../../kernel/quality/blocks/layer-runs.ts'

export const JOB = 'quality.run.judge'
export const subjectOf = (run: string) => `quality:${run}`

export type Standing = { run: LayerRunRow; job: JobView | undefined }

/** A run with the newest of the jobs that judge it. Throws a Refusal when there is none such. */
export async function standingOf(trx: Trx, runId: string): Promise<Standing> {
  const run = await readLayerRun(trx, runId)
  if (!run) throw new Refusal(notFound('quality.run.unknown', { run: runId }))
  const [job] = await runsOf(trx, subjectOf(runId))
  return { run, job }
}

/** The same for whoever asks; a run of an area they may not see is not there. */
export async function seenRun({ trx, person }: Context, query: string, runId: string): Promise<Standing> {
  const standing = await standingOf(trx, runId)
  if (!can(person, query, { area: standing.run.area }))
    throw new Refusal(notFound('quality.run.unknown', { run: runId }))
  return standing
}

export const isUnderWay = (job: JobView | undefined) => job?.state === 'queued' || job?.state === 'running'

export const askForJudging = ({ startJob }: Context, runId: string) =>
  startJob({ name: JOB, subject: subjectOf(runId), input: { runId } })

/** Opens a run and asks for the work; it begins when the request is committed. */
export async function beginRun(
  context: Context,
  wanted: Pick<NewLayerRun, 'layer' | 'area' | 'rules' | 'asOf' | 'repeats'>,
): Promise<{ runId: string; jobId: string }> {
  const { trx, person, now } = context
  const runId = await openLayerRun(trx, { ...wanted, by: person.id, now })
  return { runId, jobId: await askForJudging(context, runId) }
}

/** A run over the same layer and area that has not ended. */
export async function underWay(trx: Trx, layer: string, area: string): Promise<{ madeBy: string } | undefined> {
  const { rows } = await sql<{ madeBy: string }>`select p.name as "madeBy" from quality_run r
    join job_run j on j.subject = 'quality:' || r.id and j.state in ('queued', 'running')
    join person p on p.id = j.person where r.layer = ${layer} and r.area = ${area} limit 1`.execute(trx)
  return rows[0]
}
