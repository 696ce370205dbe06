import { sql } from 'kysely'
import { dueTimers, fireTimer } from '../../kernel/cases/waits.ts'
import { inTransaction, type Trx } from '../../kernel/db/database.ts'
import type { JobRequest } from '../../kernel/jobs/job.ts'
import { startJob } from '../../kernel/jobs/start-job.ts'
import type { World } from './open-world.ts'

const LOOK_MS = 2_000
const BATCH = 200

/** Timers of cases: each fires in a transaction of its own, once, whichever server sees it first. Returns the stop. */
export function fireTimers(world: World, wakeJobs: () => void): () => void {
  let firing = false
  const timer = setInterval(async () => {
    if (firing) return
    firing = true
    await fireDue(world, wakeJobs).catch((error: Error) => console.error(`timers: ${error.message}`))
    firing = false
  }, LOOK_MS)
  return () => clearInterval(timer)
}

async function fireDue({ database }: World, wakeJobs: () => void): Promise<void> {
  const now = new Date()
  const due = await inTransaction(database.db, (trx) => dueTimers({ trx, now }, BATCH))
  for (const { caseId, token } of due) {
    let asked = false
    await inTransaction(database.db, (trx) => {
      const ask = async (job: JobRequest) => {
        asked = true
        return startJob(trx, job, await openerOf(trx, caseId), now)
      }
      return fireTimer({ trx, person: null, now, startJob: ask }, caseId, token)
    })
    if (asked) wakeJobs()
  }
}

/** Work that a clock begins is done in the name of whoever opened the case. */
async function openerOf(trx: Trx, caseId: string): Promise<string> {
  const { rows } = await sql<{ opened_by: string }>`select opened_by from case_ where id = ${caseId}`.execute(trx)
  return rows[0]!.opened_by
}
