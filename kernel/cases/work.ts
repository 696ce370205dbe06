import type { Trx } from '../db/database.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Person } from '../identity/can.ts'
import type { JobRequest } from '../jobs/job.ts'
import { forbidden, Refusal } from '../problems/problem.ts'
import type { CaseTables } from './tables.ts'

/**
 * What every act on a case is done with; a request's Context is one. `person` is null when nobody acts: a timer, a job.
 * `startJob` is needed only where the process has service steps.
 */
export type CaseWork = {
  trx: Trx
  person: Person | null
  now: Date
  startJob?: (job: JobRequest) => Promise<string>
  /** Where a form's attachments are looked for. */
  files?: FileStore
}

export const tablesOf = ({ trx }: Pick<CaseWork, 'trx'>) => trx.withTables<CaseTables>()

/** The person who acts, for acts that only a person can do. */
export function actorOf({ person }: CaseWork): Person {
  if (!person) throw new Refusal(forbidden('cases.person-needed'))
  return person
}
