import { sql } from 'kysely'
import { conflict, invalid, type Problem, Refusal, refuseIf } from '../../problems/problem.ts'
import type { CaseProcess } from '../case-process.ts'
import { setFacts } from '../facts.ts'
import { handlerField, noteHandlers, stepsHandledBy } from '../handler.ts'
import { record } from '../history.ts'
import { membersOf } from '../people-to-act.ts'
import { holdCase } from '../standing.ts'
import type { CaseRow, TaskRow } from '../tables.ts'
import { notify } from '../talk/notices.ts'
import { caseProblem } from '../task-rules.ts'
import { actorOf, type CaseWork } from '../work.ts'

type Named = { id: string; name: string }

/** Who handles it now, and whether another may: only where the process lets a field of the case say so. */
export function handlerProblem(
  process: Pick<CaseProcess, 'handledBy'>,
  row: Pick<CaseRow, 'state' | 'number' | 'data'>,
  to?: string,
): Problem | undefined {
  const field = handlerField(process)
  if (field === undefined) return conflict('cases.handler.not-foreseen', { number: row.number })
  const now = row.data[field] as Partial<Named> | null | undefined
  if (!now?.id) return conflict('cases.handler.not-named', { number: row.number })
  if (now.id === to) return invalid('cases.handler.same', { number: row.number, name: now.name ?? '' })
  return caseProblem(row.state, row.number)
}

/**
 * 改派: another organisation does the steps the process leaves to the one named. What waits there goes into its to-do box
 * with what was filled in so far; whoever held it, and those who may take it now, are told. Returns how many tasks moved.
 */
export async function changeHandler(
  work: CaseWork,
  caseId: string,
  { organisation, reason }: { organisation: string; reason: string },
): Promise<number> {
  const { row, process } = await holdCase(work, caseId)
  refuseIf(handlerProblem(process, row, organisation))
  const to = await readOrganisation(work, organisation)
  const field = handlerField(process)!
  const from = row.data[field] as Named
  await setFacts(work, caseId, { [field]: to })
  const before = await tasksAt(work, caseId, stepsHandledBy(process, field))
  await sql`update task set organisation = ${to.id}, state = 'open', assignee = null, on_behalf_of = null, delegated_by = null,
    claimed_at = null, revision = revision + 1 where id = any(${before.map(({ id }) => id)}::uuid[])`.execute(work.trx)
  await noteHandlers(work, [caseId])
  await record(work, [
    { caseId, verb: 'changeHandler', detail: { from, to, text: `${from.name} → ${to.name}`, reason } },
  ])
  for (const task of before) await tell(work, row, task, { to, reason })
  return before.length
}

async function readOrganisation({ trx }: CaseWork, id: string): Promise<Named> {
  const { rows } = await sql<Named>`select id, name from organisation where id = ${id}`.execute(trx)
  if (!rows[0]) throw new Refusal(invalid('cases.handler.unknown', { organisation: id }))
  return rows[0]
}

async function tasksAt({ trx }: CaseWork, caseId: string, steps: string[]): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`select * from task where case_id = ${caseId} and step = any(${steps}::text[])
    and state in ('open', 'claimed')`.execute(trx)
  return rows
}

/** Whoever held it loses it; of the new organisation all who may take it. */
async function tell(work: CaseWork, row: CaseRow, task: TaskRow, { to, reason }: { to: Named; reason: string }) {
  const params = { number: row.number, by: actorOf(work).name, name: to.name, reason }
  const about = { caseId: row.id, taskId: task.id, params }
  if (task.assignee) await notify(work, [task.assignee], { ...about, kind: 'handedOver' })
  const there = await ofOrganisation(work, await membersOf(work, { ...task, organisation: to.id }), to.id)
  await notify(work, there, { ...about, kind: 'handedHere' })
}

async function ofOrganisation({ trx }: CaseWork, people: string[], organisation: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from person where id = any(${people}::uuid[])
    and organisation = ${organisation}`.execute(trx)
  return rows.map(({ id }) => id)
}
