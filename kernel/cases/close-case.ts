import { sql } from 'kysely'
import { json } from '../db/database.ts'
import { Refusal } from '../problems/problem.ts'
import { advance, isProblem } from '../process/advance.ts'
import type { HeldCase } from './standing.ts'
import type { FollowUp } from './store-advance.ts'
import { type CaseWork, tablesOf } from './work.ts'
import { worldOf } from './world.ts'

/** Ends a case against its course: every open task is cancelled, nothing is waited for. Answers with what follows for others. */
export async function closeForGood(work: CaseWork, { row, process }: HeldCase): Promise<FollowUp[]> {
  const answer = advance(process, row.tokens, { type: 'cancel' }, worldOf(process, row))
  if (isProblem(answer)) throw new Refusal(answer)
  const state = { state: 'closedIrregularly' as const, result: 'cancelled', closed_at: work.now }
  await tablesOf(work)
    .updateTable('case_')
    .set({ ...state, revision: row.revision + 1, tokens: json(answer.state) })
    .where('id', '=', row.id)
    .execute()
  await sql`update task set state = 'cancelled', revision = revision + 1
    where case_id = ${row.id} and state in ('open', 'claimed', 'suspended')`.execute(work.trx)
  const { rows } = await sql<{
    child: string | null
  }>`delete from case_wait where case_id = ${row.id} returning child`.execute(work.trx)
  const children = rows.flatMap(({ child }) => (child ? { kind: 'close' as const, child, parent: row.number } : []))
  return [...children, { kind: 'ended', child: row.id, number: row.number, result: 'cancelled', facts: row.data }]
}
