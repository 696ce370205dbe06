import { sql } from 'kysely'
import { coveredBy, rightsTo } from '../../kernel/cases/rights-filter.ts'
import { readCase, scopeOfCase } from '../../kernel/cases/standing.ts'
import type { CaseRow } from '../../kernel/cases/tables.ts'
import type { Context } from '../../kernel/http/action.ts'
import { can } from '../../kernel/identity/can.ts'
import { forbidden, Refusal } from '../../kernel/problems/problem.ts'

/**
 * For queries, whose right is asked before the case is known: the case, if the person may see it by this verb, where it lies or
 * where one of its tasks does (another organisation's, that the case names).
 */
export async function readSeenCase({ trx, person }: Context, caseId: string, verb: string): Promise<CaseRow> {
  const row = await readCase({ trx }, caseId)
  if (!can(person, verb, scopeOfCase(row)) && !(await hasTask({ trx, person }, caseId, verb)))
    throw new Refusal(forbidden('kernel.no-right', { verb, area: row.area_code }))
  return row
}

async function hasTask(
  { trx, person }: Pick<Context, 'trx' | 'person'>,
  caseId: string,
  verb: string,
): Promise<boolean> {
  const { rows } =
    await sql`select from task t where t.case_id = ${caseId} and (t.assignee = ${person.id} or t.done_by = ${person.id}
    or (t.state in ('open', 'claimed', 'suspended') and ${coveredBy(rightsTo(person, verb), 't')})) limit 1`.execute(
      trx,
    )
  return rows.length > 0
}
