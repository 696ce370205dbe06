import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { World } from '../../apps/server/open-world.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import type { AnyAction } from '../../kernel/http/action.ts'
import { runAction } from '../../kernel/http/run-action.ts'
import type { Person } from '../../kernel/identity/can.ts'
import type { JobRun } from '../../kernel/jobs/job.ts'
import { runNext } from '../../kernel/jobs/run-jobs.ts'
import { startJob } from '../../kernel/jobs/start-job.ts'
import { processBatchAction } from '../../modules/landuse/actions/process-batch.ts'
import { uploadBatch } from '../../modules/landuse/actions/upload-batch.ts'
import { type ProcessInput, processBatch } from '../../modules/landuse/jobs/process-batch.ts'
import { publishLanduse } from '../../modules/landuse/publish.ts'
import type { Measure } from '../measure.ts'
import { personOf } from './bench-world.ts'
import type { Settings } from './settings.ts'

const AIMS = { embedded: 60, postgres: 25 }

/** From the bytes of a delivery to opened cases: the two actions and the job the server runs, each stage timed. */
export async function* intake(world: World, settings: Settings): AsyncGenerator<Measure> {
  const { engine, clues } = settings
  const person = await personOf(world, 'linzhiyuan')
  await inTransaction(world.database.db, (trx) => publishLanduse(trx, new Date()))
  const bytes = readFileSync(join(settings.folder, 'delivery.zip'))
  const begun = performance.now()
  const { batchId } = (await upload(world, person, bytes)) as { batchId: string }
  const uploaded = (performance.now() - begun) / 1000
  await act(world, person, processBatchAction, { batchId })
  const stages = await runTimed(world)
  const total = (performance.now() - begun) / 1000
  const cases = await openedCases(world, batchId)
  yield { work: `${clues} clues, upload → opened cases`, value: total, unit: 's', aim: AIMS[engine] }
  yield { work: 'cases opened', value: cases, unit: 'rows', aim: null }
  yield { work: 'stage upload', value: uploaded, unit: 's', aim: null }
  for (const [stage, seconds] of stages) yield { work: `stage ${stage}`, value: seconds, unit: 's', aim: null }
  yield { work: 'memory of the server, highest', value: process.resourceUsage().maxRSS / 1e6, unit: 'GB', aim: 2.5 }
}

async function upload(world: World, person: Person, bytes: Uint8Array): Promise<unknown> {
  const { digest } = await world.files.put(bytes)
  const delivery = { fileDigest: digest, fileName: 'JCTB.zip', source: 'monitoring', period: '2026Q3' }
  return act(world, person, uploadBatch, delivery)
}

function act(
  { database, files, auditKey }: World,
  person: Person,
  action: AnyAction,
  input: unknown,
): Promise<unknown> {
  const now = new Date()
  return inTransaction(database.db, (trx) => {
    const context = {
      trx,
      person,
      now,
      files,
      startJob: (job: Parameters<typeof startJob>[1]) => startJob(trx, job, person.id, now),
    }
    return runAction(action, context, input, auditKey)
  })
}

/** Runs the waiting job; where it reports a new stage, the one before has ended. */
async function runTimed({ database, files, signer, auditKey }: World): Promise<Map<string, number>> {
  const seconds = new Map<string, number>()
  let [stage, since] = ['start', performance.now()]
  const begin = (next: string) => {
    if (next === stage) return
    seconds.set(stage, (performance.now() - since) / 1000)
    ;[stage, since] = [next, performance.now()]
  }
  const timed = {
    ...processBatch,
    run: (run: JobRun<ProcessInput>) => {
      const progress: typeof run.progress = (done, total, name) => {
        begin(name.split('.').at(-1)!)
        return run.progress(done, total, name)
      }
      return processBatch.run({ ...run, progress })
    },
  }
  if (!(await runNext({ database, files, signer, auditKey, jobs: [timed] }))) throw new Error('no job was waiting')
  begin('end')
  return seconds
}

/** Throws where the job has not done what is being timed. */
async function openedCases({ database }: World, batch: string): Promise<number> {
  const { rows } = await sql<{ cases: number; waiting: number }>`select count(case_id)::int as cases,
    count(*) filter (where case_id is null)::int as waiting from landuse_clue where batch = ${batch}`.execute(
    database.db,
  )
  const { cases, waiting } = rows[0]!
  if (cases === 0 || waiting > 0) throw new Error(`${cases} cases opened, ${waiting} clues left`)
  return cases
}
