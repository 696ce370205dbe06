import { sql } from 'kysely'
import { record } from '../history.ts'
import type { CaseState, LinkKind } from '../tables.ts'
import { type CaseWork, tablesOf } from '../work.ts'

export type LinkedCase = {
  id: string
  number: string
  title: string
  state: CaseState
  kind: LinkKind
  /** `to`: this case is the parent or main one; `from`: it is the child or the supplement */
  direction: 'to' | 'from'
}

/** What whoever links is told; nothing is refused for it. */
export type LinkWarning = { code: 'cases.link.main-contract-open'; params: { number: string; main: string } }

type Ends = { from_number: string; to_number: string; is_open: boolean }

/**
 * `child`: from the parent to the child. `supplement`: from the main contract's case to the supplementary one's; while the
 * main one is open that is said (SH073) and kept in the history of the supplementary one.
 */
export async function linkCases(work: CaseWork, from: string, to: string, kind: LinkKind): Promise<LinkWarning | null> {
  const link = { from_case: from, to_case: to, kind, linked_at: work.now, linked_by: work.person?.id ?? null }
  const { numInsertedOrUpdatedRows } = await tablesOf(work)
    .insertInto('case_link')
    .values(link)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  if (!numInsertedOrUpdatedRows) return null
  await record(work, [{ caseId: from, verb: 'link', detail: { to, kind } }])
  return kind === 'supplement' ? warnOfOpenMain(work, from, to) : null
}

async function warnOfOpenMain(work: CaseWork, main: string, supplement: string): Promise<LinkWarning | null> {
  const { rows } = await sql<Ends>`select m.number as from_number, s.number as to_number,
      m.state in ('running', 'suspended') as is_open from case_ m, case_ s
    where m.id = ${main} and s.id = ${supplement}`.execute(work.trx)
  const [ends] = rows
  if (!ends?.is_open) return null
  const params = { number: ends.to_number, main: ends.from_number }
  await record(work, [{ caseId: supplement, verb: 'mainContractOpen', detail: params }])
  return { code: 'cases.link.main-contract-open', params }
}

/** Answers whether there was such a link. */
export async function unlinkCases(work: CaseWork, from: string, to: string, kind: LinkKind): Promise<boolean> {
  const { numDeletedRows } = await tablesOf(work)
    .deleteFrom('case_link')
    .where('from_case', '=', from)
    .where('to_case', '=', to)
    .where('kind', '=', kind)
    .executeTakeFirst()
  if (!numDeletedRows) return false
  await record(work, [{ caseId: from, verb: 'unlink', detail: { to, kind } }])
  return true
}

export async function linksOf(work: Pick<CaseWork, 'trx'>, caseId: string): Promise<LinkedCase[]> {
  const { rows } = await sql<LinkedCase>`select c.id, c.number, c.title, c.state, l.kind, l.direction
    from (select to_case as other, kind, 'to' as direction from case_link where from_case = ${caseId}
      union all select from_case, kind, 'from' from case_link where to_case = ${caseId}) l
    join case_ c on c.id = l.other order by l.kind, c.number`.execute(work.trx)
  return rows
}
