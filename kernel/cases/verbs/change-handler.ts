import { sql } from 'kysely'
import { type ListedOrganisation, listedOrganisations } from '../../forms/organisation-table.ts'
import { conflict, invalid, type Problem, Refusal, refuseIf } from '../../problems/problem.ts'
import type { CaseProcess } from '../case-process.ts'
import { setFacts, writeFacts } from '../facts.ts'
import { handlerField, noteHandlers, stepsHandledBy } from '../handler.ts'
import { handlerScheme } from '../handler-table.ts'
import { record } from '../history.ts'
import { today } from '../limits.ts'
import { membersOf } from '../people-to-act.ts'
import { type HeldCase, holdCase } from '../standing.ts'
import type { CaseRow, TaskRow } from '../tables.ts'
import { notify } from '../talk/notices.ts'
import { caseProblem } from '../task-rules.ts'
import { actorOf, type CaseWork } from '../work.ts'

/** `code`: of the entry it was chosen by, where it was chosen out of a table of organisations. */
export type Handler = { id: string; name: string; code?: string }

/** Who handles it now, and whether another may: only where the process lets a field of the case say so. */
export function handlerProblem(
  process: Pick<CaseProcess, 'handledBy'>,
  row: Pick<CaseRow, 'state' | 'number' | 'data'>,
  to?: string,
): Problem | undefined {
  const field = handlerField(process)
  if (field === undefined) return conflict('cases.handler.not-foreseen', { number: row.number })
  const now = row.data[field] as Partial<Handler> | null | undefined
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
  const held = await holdCase(work, caseId)
  refuseIf(handlerProblem(held.process, held.row, organisation))
  return moveTo(work, held, { to: await readHandler(work, held, organisation), reason })
}

/** The move itself. A suspended case is moved as it stands: only its facts and its tasks say whose it will be. */
export async function moveTo(
  work: CaseWork,
  { row, process }: HeldCase,
  { to, reason }: { to: Handler; reason: string },
): Promise<number> {
  const caseId = row.id
  const field = handlerField(process)!
  const from = row.data[field] as Handler
  if (row.state === 'suspended') await writeFacts(work, row, { [field]: to })
  else await setFacts(work, caseId, { [field]: to })
  const before = await tasksAt(work, caseId, stepsHandledBy(process, field))
  await sql`update task set organisation = ${to.id}, state = case state when 'suspended' then state else 'open' end,
    assignee = null, on_behalf_of = null, delegated_by = null,
    claimed_at = null, revision = revision + 1 where id = any(${before.map(({ id }) => id)}::uuid[])`.execute(work.trx)
  await noteHandlers(work, [caseId])
  await record(work, [
    { caseId, verb: 'changeHandler', detail: { from, to, text: `${from.name} → ${to.name}`, reason } },
  ])
  for (const task of before) await tell(work, row, task, { to, reason })
  return before.length
}

/** Out of the table of organisations the field names; where there is none, any. */
async function readHandler(work: CaseWork, held: HeldCase, id: string): Promise<Handler> {
  const scheme = await handlerScheme(work, held)
  const listed = scheme ? await listedOrganisations(work.trx, scheme, today(work.now)) : undefined
  const entry = listed?.find((one) => one.id === id)
  if (entry) return namedBy(entry)
  const { rows } = await sql<Handler>`select id, name from organisation where id = ${id}`.execute(work.trx)
  if (!rows[0]) throw new Refusal(invalid('cases.handler.unknown', { organisation: id }))
  if (listed) throw new Refusal(invalid('cases.handler.not-listed', { name: rows[0].name }))
  return rows[0]
}

export const namedBy = ({ id, name, code }: ListedOrganisation): Handler => ({ id, name, code })

async function tasksAt({ trx }: CaseWork, caseId: string, steps: string[]): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`select * from task where case_id = ${caseId} and step = any(${steps}::text[])
    and state in ('open', 'claimed', 'suspended')`.execute(trx)
  return rows
}

/** Whoever held it loses it; of the new organisation all who may take it. */
async function tell(work: CaseWork, row: CaseRow, task: TaskRow, { to, reason }: { to: Handler; reason: string }) {
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
