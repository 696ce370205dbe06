import { record } from '../history.ts'
import { today } from '../limits.ts'
import { openTasksOf, peopleToAct } from '../people-to-act.ts'
import { holdCase } from '../standing.ts'
import { refuseUnlessRunning } from '../transition.ts'
import { actorOf, type CaseWork } from '../work.ts'
import { notify } from './notices.ts'

/** 催办: reminds everybody for whom an open task of the case waits, by name or in a pool; returns how many were told. */
export async function nudge(work: CaseWork, caseId: string, text: string): Promise<number> {
  const { row } = await holdCase(work, caseId)
  refuseUnlessRunning(row)
  const people = await peopleToAct(work, await openTasksOf(work, caseId), today(work.now))
  await notify(work, people, { caseId, kind: 'nudged', params: { number: row.number, by: actorOf(work).name, text } })
  await record(work, [{ caseId, verb: 'nudge', detail: { text, people } }])
  return people.length
}
