import { sql } from 'kysely'
import { json } from '../db/database.ts'
import { type Problem, Refusal, refuseIf } from '../problems/problem.ts'
import { advance, isProblem } from '../process/advance.ts'
import { evaluateFeel } from '../process/feel.ts'
import type { Advance, Facts, ProcessEvent } from '../process/state.ts'
import { calendarFor } from './calendar.ts'
import type { NewEvent } from './history.ts'
import { indexSearchFields } from './search-fields.ts'
import type { HeldCase } from './standing.ts'
import { addTo, noAdditions, writeAdditions, writeRemovals } from './store-advance.ts'
import type { CaseRow, TaskRow } from './tables.ts'
import { caseProblem } from './task-rules.ts'
import { type CaseWork, tablesOf } from './work.ts'

/** Where a case stands after an act. `ended`: its result, when this act was the last. */
export type Moved = {
  caseId: string
  number: string
  revision: number
  created: TaskRow[]
  cancelled: string[]
  ended?: string
}

/** `data`: the case's data after the act. `refuse`: asked when it is known what would follow, before anything is written. */
export type Act = {
  entry: Omit<NewEvent, 'caseId'>
  data?: Record<string, unknown>
  refuse?: (answer: Advance) => Problem | undefined
}

/** What conditions see: the forms' fields, and the case itself under `case`. */
export function factsOf(row: CaseRow): Facts {
  const { number, title, business, area_code: areaCode, organisation } = row
  return { ...row.data, case: { number, title, business, areaCode, organisation } }
}

/** Moves a held case by one event and writes everything that follows from it, the history row first. */
export async function transition(
  work: CaseWork,
  held: HeldCase,
  event: ProcessEvent,
  { entry, data = held.row.data, refuse }: Act,
): Promise<Moved> {
  const { row, process } = held
  refuseUnlessRunning(row)
  const answer = advance(process, row.tokens, event, { facts: factsOf({ ...row, data }), evaluate: evaluateFeel })
  if (isProblem(answer)) throw new Refusal(answer)
  refuseIf(refuse?.(answer))
  const additions = noAdditions()
  additions.events.push({ caseId: row.id, ...entry })
  const at = { now: work.now, calendar: await calendarFor(work) }
  addTo(additions, held, answer, await actorsFor(work, row.id, answer), at)
  const ended = await writeCase(work, row, answer, data)
  await indexSearchFields(work, [{ row, before: row.data, after: data }])
  if (ended !== undefined) additions.events.push({ caseId: row.id, verb: 'end', detail: { result: ended } })
  await writeRemovals(work, row.id, answer)
  await writeAdditions(work, additions)
  const cancelled = answer.cancelled.map(({ task }) => task)
  const moved = { caseId: row.id, number: row.number, revision: row.revision + 1, created: additions.tasks, cancelled }
  return ended === undefined ? moved : { ...moved, ended }
}

export const refuseUnlessRunning = ({ state, number }: CaseRow): void => refuseIf(caseProblem(state, number))

/** A suspended case is not closed. */
export const refuseUnlessOpen = ({ state, number }: CaseRow): void =>
  refuseIf(state === 'suspended' ? undefined : caseProblem(state, number))

async function writeCase(
  work: CaseWork,
  row: CaseRow,
  { state }: Advance,
  data: CaseRow['data'],
): Promise<string | undefined> {
  const ended = state.status === 'running' ? undefined : (state.result ?? '')
  await tablesOf(work)
    .updateTable('case_')
    .set({
      tokens: json(state),
      data: json(data),
      revision: row.revision + 1,
      ...(ended !== undefined && { state: 'ended' as const, result: ended, closed_at: work.now }),
    })
    .where('id', '=', row.id)
    .execute()
  return ended
}

/** Whose the tasks were that new ones point back to: done by a stand-in, they come back to whom they stood in for. */
async function actorsFor(work: CaseWork, caseId: string, { created }: Advance): Promise<Map<string, string>> {
  const keys = created.flatMap(({ sameActorAs }) => sameActorAs ?? [])
  if (keys.length === 0) return new Map()
  const { rows } = await sql<{
    key: string
    done_by: string
  }>`select key, coalesce(on_behalf_of, done_by) as done_by from task
    where case_id = ${caseId} and key = any(${keys}::text[]) and done_by is not null`.execute(work.trx)
  return new Map(rows.map((row) => [row.key, row.done_by]))
}
