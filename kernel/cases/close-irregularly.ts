import { conflict, forbidden, invalid, Refusal } from '../problems/problem.ts'
import { closeForGood } from './close-case.ts'
import { record } from './history.ts'
import { type HeldCase, holdCase } from './standing.ts'
import { followUp } from './transition.ts'
import { actorOf, type CaseWork, tablesOf } from './work.ts'

export type IrregularClosure = { reason: string; proposedBy: string; confirmedBy: string | null }

/** 非正常结案, first half: a person proposes it with a reason. Nothing changes until a second person confirms. */
export async function proposeIrregularClosure(work: CaseWork, caseId: string, reason: string): Promise<void> {
  const held = await holdCase(work, caseId)
  refuseIfClosed(held)
  if (reason.trim() === '') throw new Refusal(invalid('cases.close-irregularly.no-reason'))
  const proposal = {
    reason,
    proposed_by: actorOf(work).id,
    proposed_at: work.now,
    confirmed_by: null,
    confirmed_at: null,
  }
  await tablesOf(work)
    .insertInto('irregular_closure')
    .values({ case_id: caseId, ...proposal })
    .onConflict((c) => c.column('case_id').doUpdateSet(proposal))
    .execute()
  await record(work, [{ caseId, verb: 'proposeIrregularClosure', detail: { reason } }])
}

/** The second half, by somebody else. Irreversible: every open task is cancelled and the case takes no more acts. */
export async function closeIrregularly(work: CaseWork, caseId: string): Promise<IrregularClosure> {
  const held = await holdCase(work, caseId)
  refuseIfClosed(held)
  const me = actorOf(work).id
  const tables = tablesOf(work)
  const proposal = await tables
    .selectFrom('irregular_closure')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  if (!proposal) throw new Refusal(conflict('cases.close-irregularly.not-proposed', { number: held.row.number }))
  if (proposal.proposed_by === me)
    throw new Refusal(forbidden('cases.close-irregularly.second-person', { number: held.row.number }))
  const confirmed = { confirmed_by: me, confirmed_at: work.now }
  await tables.updateTable('irregular_closure').set(confirmed).where('case_id', '=', caseId).execute()
  const follow = await closeForGood(work, held)
  await record(work, [
    { caseId, verb: 'closeIrregularly', detail: { reason: proposal.reason, proposedBy: proposal.proposed_by } },
  ])
  await followUp(work, follow)
  return { reason: proposal.reason, proposedBy: proposal.proposed_by, confirmedBy: me }
}

/** The proposal, confirmed or not. */
export async function irregularClosureOf(
  work: Pick<CaseWork, 'trx'>,
  caseId: string,
): Promise<IrregularClosure | undefined> {
  const row = await tablesOf(work)
    .selectFrom('irregular_closure')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row && { reason: row.reason, proposedBy: row.proposed_by, confirmedBy: row.confirmed_by }
}

function refuseIfClosed({ row }: HeldCase): void {
  if (row.state === 'running' || row.state === 'suspended') return
  throw new Refusal(conflict('cases.already-closed', { number: row.number }))
}
