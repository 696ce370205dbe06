import { readCase, scopeOfCase } from '../../kernel/cases/standing.ts'
import type { CaseRow } from '../../kernel/cases/tables.ts'
import type { Context } from '../../kernel/http/action.ts'
import { can } from '../../kernel/identity/can.ts'
import { forbidden, Refusal } from '../../kernel/problems/problem.ts'

/** For queries, whose right is asked before the case is known: the case, if the person may see it by this verb. */
export async function readSeenCase({ trx, person }: Context, caseId: string, verb: string): Promise<CaseRow> {
  const row = await readCase({ trx }, caseId)
  if (!can(person, verb, scopeOfCase(row)))
    throw new Refusal(forbidden('kernel.no-right', { verb, area: row.area_code }))
  return row
}
