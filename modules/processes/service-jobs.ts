import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import type { AnyJob } from '../../kernel/jobs/job.ts'

/** Keeps the names of the jobs that can do a service step, for designs to choose from. To be called at every start. */
export async function keepServiceJobs(trx: Trx, jobs: readonly AnyJob[]): Promise<void> {
  const names = jobs.flatMap(({ name, forStep }) => (forStep ? name : []))
  await sql`delete from service_job where name <> all(${names}::text[])`.execute(trx)
  await sql`insert into service_job (name) select unnest(${names}::text[]) on conflict do nothing`.execute(trx)
}
