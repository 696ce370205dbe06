import { sql } from 'kysely'
import type { Trx } from '../../../kernel/db/database.ts'
import type { EvidenceLimits } from '../../../kernel/quality/rules/evidence/evidence.ts'
import { FIELD_ROLE } from '../sync/standing.ts'
import { limitsUnder } from './limits-under.ts'
import { templateOfTask } from './store.ts'

/** What the evidence of a case is held against, by the template its last field task worked by: the office asks for no more than the phone did. */
export async function evidenceLimitsOf(trx: Trx, caseId: string): Promise<EvidenceLimits> {
  const { rows } = await sql<{ business: string; openedAt: Date }>`select business, opened_at as "openedAt" from task
    where case_id = ${caseId} and role = ${FIELD_ROLE} order by opened_at desc, id desc limit 1`.execute(trx)
  const task = rows[0]
  return limitsUnder(task && (await templateOfTask(trx, task.business, task.openedAt)))
}
