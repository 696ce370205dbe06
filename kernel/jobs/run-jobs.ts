import type { Signer } from '../crypto/receipt.ts'
import { type Database, inTransaction } from '../db/database.ts'
import type { FileStore } from '../files/file-store.ts'
import { writeAudit } from '../identity/audit.ts'
import { loadPerson } from '../identity/people.ts'
import { type Problem, Refusal } from '../problems/problem.ts'
import {
  beat,
  type Claimed,
  ClaimLost,
  claimRun,
  endRun,
  type Lane,
  putBack,
  reportProgress,
  requireClaim,
} from './claims.ts'
import type { AnyJob, JobRun } from './job.ts'

const BEAT_MS = 5_000
const POLL_MS = 1_000
/** Longer than any single statement a job may make. */
const SILENCE_SECONDS = 30

class Cancelled extends Error {}
class Stopped extends Error {}

/** `signer`: the platform's own SM2 key; `auditKey` keys the MAC of every audit row; `now`: of a demo that lies in the past. */
type Surroundings = {
  database: Database
  files: FileStore
  signer: Signer
  auditKey: Uint8Array
  jobs: readonly AnyJob[]
  now?: () => Date
}

export type JobRunner = {
  /** Looks at the queue now instead of at the next poll. */
  wake(): void
  /** Takes nothing new and ends when the current run has reached the end of its batch; it goes on at the next start. */
  close(): Promise<void>
}

/** One slow and one other run at a time in this process; several processes share a PostgreSQL queue. */
export function runJobs(surroundings: Surroundings): JobRunner {
  const slowNames = surroundings.jobs.filter(({ slow }) => slow).map(({ name }) => name)
  const lanes = [false, true].map((slow) => runLane(surroundings, { slow, slowNames }))
  return {
    wake: () => {
      for (const lane of lanes) lane.wake()
    },
    async close() {
      await Promise.all(lanes.map((lane) => lane.close()))
    },
  }
}

function runLane(surroundings: Surroundings, lane: Lane): JobRunner {
  const stop = new AbortController()
  // The embedded folder has one process: whatever it finds running was left by one that died.
  let silence = surroundings.database.engine === 'embedded' ? 0 : SILENCE_SECONDS
  let wake = () => {}
  const loop = async () => {
    while (!stop.signal.aborted) {
      const worked = await runNext(surroundings, { silence, stop: stop.signal, lane }).catch(reportLost)
      if (worked === false) silence = SILENCE_SECONDS
      if (!worked && !stop.signal.aborted) await pause((resolve) => (wake = resolve))
    }
  }
  const running = loop()
  return {
    wake: () => wake(),
    async close() {
      stop.abort()
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

/** `silence`: seconds after which a worker counts as dead. `stop`: ends the run after its current batch. `lane`: any without it. */
type Manner = { silence?: number; stop?: AbortSignal; lane?: Lane }

/** Claims and runs one; false when nothing waits. */
export async function runNext(surroundings: Surroundings, manner: Manner = {}): Promise<boolean> {
  const { db } = surroundings.database
  const claimed = await inTransaction(db, (trx) => claimRun(trx, manner.silence ?? SILENCE_SECONDS, manner.lane))
  if (!claimed) return false
  const stopBeating = keepBeating(surroundings.database, claimed)
  try {
    await runOne(surroundings, claimed, manner.stop)
    await inTransaction(db, (trx) => endRun(trx, claimed, 'done'))
  } catch (error) {
    await inTransaction(db, (trx) => giveUp(trx, claimed, error))
  } finally {
    stopBeating()
  }
  return true
}

function giveUp(trx: Parameters<typeof endRun>[0], claimed: Claimed, error: unknown): Promise<void> {
  if (error instanceof Stopped) return putBack(trx, claimed)
  if (error instanceof Cancelled) return endRun(trx, claimed, 'cancelled')
  // Another worker has the run: `endRun` finds nothing to end.
  if (error instanceof ClaimLost) reportLost(error)
  return endRun(trx, claimed, 'failed', problemOf(error))
}

function keepBeating({ db }: Database, claimed: Claimed): () => void {
  let beating = false
  const timer = setInterval(async () => {
    if (beating) return
    beating = true
    await inTransaction(db, (trx) => beat(trx, claimed)).catch(reportLost)
    beating = false
  }, BEAT_MS)
  return () => clearInterval(timer)
}

function reportLost(error: Error): undefined {
  console.error(`job queue: ${error.message}`)
}

function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem
  console.error(error)
  return { code: 'jobs.run.failed', status: 500, params: { message: String((error as Error).message).slice(0, 500) } }
}

async function runOne(
  { database, files, signer, auditKey, jobs, now = () => new Date() }: Surroundings,
  claimed: Claimed,
  stop?: AbortSignal,
): Promise<void> {
  const job = jobs.find((candidate) => candidate.name === claimed.name)
  if (!job) throw new Error(`no job is called ${claimed.name}`)
  const transaction: JobRun<unknown>['transaction'] = (work) =>
    inTransaction(database.db, async (trx) => {
      await requireClaim(trx, claimed)
      return work(trx)
    })
  const person = await transaction((trx) => loadPerson(trx, claimed.person))
  if (!person) throw new Refusal({ code: 'jobs.run.person-gone', status: 403 })
  await job.run({
    id: claimed.id,
    input: claimed.input,
    person,
    files,
    signer,
    transaction,
    now,
    audit: (trx, entry) => writeAudit(trx, { at: new Date(), person: person.id, ...entry }, auditKey),
    progress: (done, total, stage) => transaction((trx) => reportProgress(trx, claimed, done, total, stage)),
    stopIfCancelled: async () => {
      if (stop?.aborted) throw new Stopped()
      if (await transaction((trx) => beat(trx, claimed))) throw new Cancelled()
    },
  })
}
