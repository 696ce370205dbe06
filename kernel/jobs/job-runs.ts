import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import type { Problem } from '../problems/problem.ts'

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

export type JobView = {
  id: string
  name: string
  subject: string
  state: JobState
  done: number
  total: number
  stage: string
  error: Problem | null
  person: string
  askedAt: Date
  startedAt: Date | null
  endedAt: Date | null
}

const view = sql`select id, name, subject, state, done, total, stage, error, person, asked_at as "askedAt", started_at as "startedAt",
  ended_at as "endedAt" from job_run`

export async function viewRun(trx: Trx, id: string): Promise<JobView | undefined> {
  const { rows } = await sql<JobView>`${view} where id = ${id}`.execute(trx)
  return rows[0]
}

/** The newest runs for a subject, newest first. */
export async function runsOf(trx: Trx, subject: string): Promise<JobView[]> {
  const { rows } = await sql<JobView>`${view} where subject = ${subject} order by asked_at desc limit 20`.execute(trx)
  return rows
}

/** A waiting run ends at once; a running one is asked to stop and does so between two batches. */
export async function cancelRun(trx: Trx, id: string, now: Date): Promise<void> {
  await sql`update job_run set cancel_asked = true,
    state = case when state = 'queued' then 'cancelled' else state end,
    ended_at = case when state = 'queued' then ${now}::timestamptz end
    where id = ${id} and state in ('queued', 'running')`.execute(trx)
}
