import { sql } from 'kysely'
import { record } from './history.ts'
import type { CaseState, LinkKind } from './tables.ts'
import { type CaseWork, tablesOf } from './work.ts'

export type LinkedCase = {
  id: string
  number: string
  title: string
  state: CaseState
  kind: LinkKind
  direction: 'to' | 'from'
}

/** `child`: from the parent to the child. `supplement`: from the main contract's case to the supplementary one's. */
export async function linkCases(work: CaseWork, from: string, to: string, kind: LinkKind): Promise<void> {
  const link = { from_case: from, to_case: to, kind, linked_at: work.now, linked_by: work.person?.id ?? null }
  const { numInsertedOrUpdatedRows } = await tablesOf(work)
    .insertInto('case_link')
    .values(link)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows) await record(work, [{ caseId: from, verb: 'link', detail: { to, kind } }])
}

export async function linksOf(work: Pick<CaseWork, 'trx'>, caseId: string): Promise<LinkedCase[]> {
  const { rows } = await sql<LinkedCase>`select c.id, c.number, c.title, c.state, l.kind, l.direction
    from (select to_case as other, kind, 'to' as direction from case_link where from_case = ${caseId}
      union all select from_case, kind, 'from' from case_link where to_case = ${caseId}) l
    join case_ c on c.id = l.other order by l.kind, c.number`.execute(work.trx)
  return rows
}
