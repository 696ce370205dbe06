import { sql } from 'kysely'
import { readCase, scopeOfHandled } from '../../kernel/cases/standing.ts'
import type { CaseRow } from '../../kernel/cases/tables.ts'
import type { Context } from '../../kernel/http/action.ts'
import { can } from '../../kernel/identity/can.ts'
import { forbidden, Refusal } from '../../kernel/problems/problem.ts'

/**
 * For queries, whose right is asked before the case is known: the case, if the person may see it by this verb, in its own
 * organisation or one that handles a part of it, or has or had a task of it.
 */
export async function readSeenCase({ trx, person }: Context, caseId: string, verb: string): Promise<CaseRow> {
  const row = await readCase({ trx }, caseId)
  if (!can(person, verb, scopeOfHandled(row)) && !(await hasTask({ trx, person }, caseId)))
    throw new Refusal(forbidden('kernel.no-right', { verb, area: row.area_code }))
  return row
}

async function hasTask({ trx, person }: Pick<Context, 'trx' | 'person'>, caseId: string): Promise<boolean> {
  const { rows } = await sql`select from task t where t.case_id = ${caseId}
    and (t.assignee = ${person.id} or t.done_by = ${person.id}) limit 1`.execute(trx)
  return rows.length > 0
}
