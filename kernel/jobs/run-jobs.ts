import { type Database, inTransaction } from '../db/database.ts'
import type { FileStore } from '../files/file-store.ts'
import { loadPerson } from '../identity/people.ts'
import { type Problem, Refusal } from '../problems/problem.ts'
import type { AnyJob, JobRun } from './job.ts'
import { beat, type Claimed, claimRun, endRun, reportProgress } from './job-runs.ts'

const BEAT_MS = 5_000
const POLL_MS = 1_000
/** Longer than any single statement a job may make. */
const SILENCE_SECONDS = 30

class Cancelled extends Error {}

type Surroundings = { database: Database; files: FileStore; jobs: readonly AnyJob[] }

export type JobRunner = {
  /** Looks at the queue now instead of at the next poll. */
  wake(): void
  /** Lets the current run reach its end. */
  close(): Promise<void>
}

/** One run at a time in this process; several processes share a PostgreSQL queue. */
export function runJobs(surroundings: Surroundings): JobRunner {
  let open = true
  let firstLook = surroundings.database.engine === 'embedded'
  let wake = () => {}
  const loop = async () => {
    while (open) {
      // The embedded folder has one process: whatever it finds running was left by one that died.
      const worked = await runNext(surroundings, firstLook ? 0 : SILENCE_SECONDS)
      if (!worked) firstLook = false
      if (!worked && open) await pause((resolve) => (wake = resolve))
    }
  }
  const running = loop()
  return {
    wake: () => wake(),
    async close() {
      open = false
      wake()
      await running
    },
  }
}

const pause = (expose: (resolve: () => void) => void) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, POLL_MS)
    expose(() => {
      clearTimeout(timer)
      resolve()
    })
  })

/** Claims and runs one; false when nothing waits. */
export async function runNext(surroundings: Surroundings, silence = SILENCE_SECONDS): Promise<boolean> {
  const { db } = surroundings.database
  const claimed = await inTransaction(db, (trx) => claimRun(trx, silence)).catch(reportLost)
  if (!claimed) return false
  const heart = setInterval(() => inTransaction(db, (trx) => beat(trx, claimed.id)).catch(reportLost), BEAT_MS)
  try {
    await runOne(surroundings, claimed)
    await inTransaction(db, (trx) => endRun(trx, claimed.id, 'done'))
  } catch (error) {
    await inTransaction(db, (trx) =>
      endRun(trx, claimed.id, error instanceof Cancelled ? 'cancelled' : 'failed', problemOf(error)),
    )
  } finally {
    clearInterval(heart)
  }
  return true
}

function reportLost(error: Error): undefined {
  console.error(`job queue: ${error.message}`)
}

function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Cancelled) return undefined
  if (error instanceof Refusal) return error.problem
  console.error(error)
  return { code: 'jobs.run.failed', status: 500, params: { message: String((error as Error).message).slice(0, 500) } }
}

async function runOne(
  { database, files, jobs }: Surroundings,
  { id, name, input, person: personId }: Claimed,
): Promise<void> {
  const job = jobs.find((candidate) => candidate.name === name)
  if (!job) throw new Error(`no job is called ${name}`)
  const transaction: JobRun<unknown>['transaction'] = (work) => inTransaction(database.db, work)
  const person = await transaction((trx) => loadPerson(trx, personId))
  if (!person) throw new Refusal({ code: 'jobs.run.person-gone', status: 403 })
  await job.run({
    id,
    input,
    person,
    files,
    transaction,
    now: () => new Date(),
    progress: (done, total, stage) => transaction((trx) => reportProgress(trx, id, done, total, stage)),
    stopIfCancelled: async () => {
      if (await transaction((trx) => beat(trx, id))) throw new Cancelled()
    },
  })
}
