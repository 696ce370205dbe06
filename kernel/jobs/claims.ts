import { sql } from 'kysely'
import { json, type Trx } from '../db/database.ts'
import { newId } from '../identity/new-id.ts'
import type { Problem } from '../problems/problem.ts'
import type { JobState } from './job-runs.ts'

/** One hand-out of a run. Whatever is written for the run names it, so that of two workers only the later one is heard. */
export type Claimed = { id: string; claim: string; name: string; input: unknown; person: string }

/** The run was handed to another worker meanwhile: nothing more may be done for it here. */
export class ClaimLost extends Error {}

/** A run that has killed its worker so often is not tried again. */
const MOST_ATTEMPTS = 5

/** Runs of the slow jobs, or all others; without a lane any run. */
export type Lane = { slow: boolean; slowNames: readonly string[] }

/** The oldest run that waits, or whose worker has been silent for `silence` seconds; one that another is writing for is passed over. */
export async function claimRun(trx: Trx, silence: number, lane?: Lane): Promise<Claimed | undefined> {
  await setWornOutAside(trx, silence)
  const { rows } = await sql<Claimed>`update job_run set state = 'running', started_at = coalesce(started_at, now()),
      heartbeat_at = now(), claim = ${newId()}, attempts = attempts + 1
    where id = (select id from job_run where (state = 'queued' or (state = 'running' and ${silent(silence)})) and ${inLane(lane)}
      order by asked_at limit 1 for update skip locked)
    returning id, claim, name, input, person`.execute(trx)
  return rows[0]
}

const inLane = (lane: Lane | undefined) =>
  lane ? sql`(name = any(${[...lane.slowNames]}::text[])) = ${lane.slow}` : sql`true`

const silent = (seconds: number) => sql`heartbeat_at < now() - make_interval(secs => ${seconds})`

async function setWornOutAside(trx: Trx, silence: number): Promise<void> {
  const problem: Problem = { code: 'jobs.run.worn-out', status: 500, params: { attempts: MOST_ATTEMPTS } }
  await sql`update job_run set state = 'failed', error = ${json(problem)}, ended_at = now()
    where id in (select id from job_run where state = 'running' and attempts >= ${MOST_ATTEMPTS} and ${silent(silence)}
      for update skip locked)`.execute(trx)
}

/**
 * Call first in every transaction made for a run. Throws ClaimLost when it is no longer ours; while the transaction lasts
 * nobody else can be given the run, since `claimRun` passes over rows that are locked.
 */
export async function requireClaim(trx: Trx, { id, claim }: Claimed): Promise<void> {
  const { rows } = await sql`select 1 from job_run where id = ${id} and claim = ${claim} and state = 'running'
    for key share`.execute(trx)
  if (!rows.length) throw new ClaimLost(`run ${id} was handed to another worker`)
}

/** Shows that the worker lives. Answers whether somebody has asked the run to stop. */
export async function beat(trx: Trx, { id, claim }: Claimed): Promise<boolean> {
  const { rows } = await sql<{ cancelled: boolean }>`update job_run set heartbeat_at = now()
    where id = ${id} and claim = ${claim} returning cancel_asked as cancelled`.execute(trx)
  return rows[0]?.cancelled ?? false
}

export async function reportProgress(
  trx: Trx,
  { id }: Claimed,
  done: number,
  total: number,
  stage: string,
): Promise<void> {
  await sql`update job_run set done = ${done}, total = ${total}, stage = ${stage}, heartbeat_at = now()
    where id = ${id}`.execute(trx)
}

export async function endRun(trx: Trx, { id, claim }: Claimed, state: JobState, error?: Problem): Promise<void> {
  await sql`update job_run set state = ${state}, error = ${error ? json(error) : null}, ended_at = now()
    where id = ${id} and claim = ${claim}`.execute(trx)
}

/** Back to the queue between two batches, for the next start of the program. */
export async function putBack(trx: Trx, { id, claim }: Claimed): Promise<void> {
  await sql`update job_run set state = 'queued', claim = null, attempts = attempts - 1
    where id = ${id} and claim = ${claim}`.execute(trx)
}
