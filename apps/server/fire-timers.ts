import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { type DueTimer, dueTimers, fireDue, nextDue, putOff } from '../../kernel/cases/fire-due.ts'
import type { ServiceInput } from '../../kernel/cases/store-advance.ts'
import { fireTimer } from '../../kernel/cases/waits.ts'
import type { CaseWork } from '../../kernel/cases/work.ts'
import { inTransaction, type Trx } from '../../kernel/db/database.ts'
import type { JobRequest } from '../../kernel/jobs/job.ts'
import { startJob } from '../../kernel/jobs/start-job.ts'
import type { World } from './open-world.ts'

/** Timers that others set meanwhile are seen no later than this. */
const LOOK_MS = 1_000
/** On the embedded engine everybody else waits while one batch is fired. */
const BATCH = { postgres: 250, embedded: 25 }

/** Timers of cases: each fires once, when its moment has come, whichever server sees it first. Returns the stop. */
export function fireTimers({ database }: Pick<World, 'database'>, wakeJobs: () => void): () => Promise<void> {
  const stop = new AbortController()
  const loop = async () => {
    while (!stop.signal.aborted) {
      const wait = await fireRound(database, wakeJobs).catch(reported)
      // Woken by the stop, which is no error.
      if (wait > 0) await pause(wait, undefined, { signal: stop.signal }).catch(() => {})
    }
  }
  const running = loop()
  return async () => {
    stop.abort()
    await running
  }
}

function reported(error: Error): number {
  console.error(`timers: ${error.message}`)
  return LOOK_MS
}

/** One batch; how long there is nothing to do after it, in milliseconds. */
async function fireRound(database: World['database'], wakeJobs: () => void): Promise<number> {
  const batch = BATCH[database.engine]
  const fired = await inWork(database, wakeJobs, (work) => fireDue(work, batch)).catch(() => {
    // One of them cannot go on: the others must not wait for it.
    return fireEach(database, wakeJobs, batch)
  })
  if (fired >= batch) return 0
  const now = new Date()
  const next = await inTransaction(database.db, (trx) => nextDue({ trx, now }))
  return Math.min(LOOK_MS, next ? Math.max(1, next.getTime() - Date.now()) : LOOK_MS)
}

async function fireEach(database: World['database'], wakeJobs: () => void, limit: number): Promise<number> {
  const due = await inTransaction(database.db, (trx) => dueTimers({ trx, now: new Date() }, limit))
  for (const timer of due) {
    await inWork(database, wakeJobs, (work) => fireTimer(work, timer.caseId, timer.token)).catch((error: Error) =>
      setAside(database, timer, error),
    )
  }
  return due.length
}

async function setAside({ db }: World['database'], timer: DueTimer, error: Error): Promise<void> {
  console.error(`timer of case ${timer.caseId}: ${error.message}`)
  await inTransaction(db, (trx) => putOff({ trx, now: new Date() }, timer))
}

/** Work nobody does in person; jobs it begins are woken after it is committed. */
async function inWork<T>(
  { db }: World['database'],
  wakeJobs: () => void,
  act: (work: CaseWork) => Promise<T>,
): Promise<T> {
  let asked = false
  const now = new Date()
  const result = await inTransaction(db, (trx) => {
    const start = async (job: JobRequest) => {
      asked = true
      return startJob(trx, job, await openerOf(trx, (job.input as ServiceInput).caseId), now)
    }
    return act({ trx, person: null, now, startJob: start })
  })
  if (asked) wakeJobs()
  return result
}

/** Work that a clock begins is done in the name of whoever opened the case. */
async function openerOf(trx: Trx, caseId: string): Promise<string> {
  const { rows } = await sql<{ opened_by: string }>`select opened_by from case_ where id = ${caseId}`.execute(trx)
  return rows[0]!.opened_by
}
