import { sql } from 'kysely'
import { json, type Trx } from '../db/database.ts'
import { newId } from '../identity/new-id.ts'
import type { JobRequest } from './job.ts'

/** Puts a run on the queue in the caller's transaction: it starts when, and only if, that commits. Returns the run's id. */
export async function startJob(trx: Trx, request: JobRequest, person: string, now: Date): Promise<string> {
  const id = newId()
  await sql`insert into job_run (id, name, subject, input, person, asked_at)
    values (${id}, ${request.name}, ${request.subject}, ${json(request.input)}, ${person}, ${now})`.execute(trx)
  return id
}
