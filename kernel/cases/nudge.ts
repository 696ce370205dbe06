import { sql } from 'kysely'
import { record } from './history.ts'
import { notify } from './notices.ts'
import { holdCase } from './standing.ts'
import { refuseUnlessRunning } from './transition.ts'
import { actorOf, type CaseWork } from './work.ts'

/** 催办: reminds everybody who holds an open task of the case; returns how many were told. In a pool nobody holds it yet. */
export async function nudge(work: CaseWork, caseId: string, text: string): Promise<number> {
  const { row } = await holdCase(work, caseId)
  refuseUnlessRunning(row)
  const { rows } = await sql<{ assignee: string }>`select distinct assignee from task
    where case_id = ${caseId} and state in ('open', 'claimed') and assignee is not null`.execute(work.trx)
  const people = rows.map(({ assignee }) => assignee)
  await notify(work, people, { caseId, kind: 'nudged', params: { number: row.number, by: actorOf(work).name, text } })
  await record(work, [{ caseId, verb: 'nudge', detail: { text, people } }])
  return people.length
}
