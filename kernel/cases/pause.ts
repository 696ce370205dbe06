import { sql } from 'kysely'
import type { WorkCalendar } from '../calendar/calendar.ts'
import { newId } from '../identity/new-id.ts'
import { conflict, invalid, Refusal } from '../problems/problem.ts'
import { calendarFor } from './calendar.ts'
import { record } from './history.ts'
import { limitFrom, type Paused, today } from './limits.ts'
import { endedChildren } from './other-cases.ts'
import { type HeldCase, holdCase } from './standing.ts'
import type { Limit, PauseKind, TaskRow } from './tables.ts'
import { followUp, refuseUnlessRunning } from './transition.ts'
import { actorOf, type CaseWork, tablesOf } from './work.ts'

/** `until`: when it is expected to end, «2026-12-01»; the case is resumed by a person all the same. */
export type NewPause = { kind: PauseKind; reason: string; until?: string }

/** 挂起, 补正, 公示 …: the clock stands still (行政许可法 45), and nobody can act until the case is resumed. Returns the pause. */
export async function suspend(work: CaseWork, caseId: string, { kind, reason, until }: NewPause): Promise<string> {
  const { row } = await holdCase(work, caseId)
  refuseUnlessRunning(row)
  if (until !== undefined && until <= today(work.now))
    throw new Refusal(invalid('cases.suspend.until-passed', { until }))
  const began = { began_at: work.now, began_by: actorOf(work).id, ended_at: null, ended_by: null, told_at: null }
  const tables = tablesOf(work)
  const id = newId()
  await tables
    .insertInto('case_pause')
    .values({ id, case_id: caseId, kind, reason, until: until ?? null, ...began })
    .execute()
  await tables
    .updateTable('case_')
    .set({ state: 'suspended', revision: row.revision + 1 })
    .where('id', '=', caseId)
    .execute()
  await sql`update task set state = 'suspended', revision = revision + 1
    where case_id = ${caseId} and state in ('open', 'claimed')`.execute(work.trx)
  await record(work, [{ caseId, verb: 'suspend', detail: { kind, reason, until } }])
  return id
}

/** 恢复. What the applicant owes is received (`receiveCorrection`), not just resumed. */
export async function resume(work: CaseWork, caseId: string): Promise<void> {
  const held = await holdCase(work, caseId)
  const { number, state } = held.row
  const open = (await pausesOf(work, caseId)).find(({ ended_at }) => ended_at === null)
  if (state === 'suspended' && open?.kind === 'correction')
    throw new Refusal(conflict('cases.resume.correction', { number }))
  await endPause(work, held)
}

/** Every limit moves by the working days the clock stood still, and timers by the time. */
export async function endPause(work: CaseWork, held: HeldCase): Promise<void> {
  const { row } = held
  const caseId = row.id
  if (row.state !== 'suspended') throw new Refusal(conflict('cases.resume.not-suspended', { number: row.number }))
  const tables = tablesOf(work)
  const ended = { ended_at: work.now, ended_by: actorOf(work).id }
  await tables
    .updateTable('case_pause')
    .set(ended)
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .execute()
  const pauses = await pausesOf(work, caseId)
  const limit = limitFrom(row.clock_from, row.limit_days, await calendarFor(work), pauses)
  await tables
    .updateTable('case_')
    .set({ state: 'running', revision: row.revision + 1, ...limit })
    .where('id', '=', caseId)
    .execute()
  await resumeTasks(work, held, pauses)
  await postponeTimers(work, caseId, pauses.at(-1)!)
  await startAgain(work, held)
  await record(work, [{ caseId, verb: 'resume' }])
  if (held.process.steps.some(({ kind }) => kind === 'subCase')) await followUp(work, await endedChildren(work, caseId))
}

export async function pausesOf(work: Pick<CaseWork, 'trx'>, caseId: string) {
  return tablesOf(work)
    .selectFrom('case_pause')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('began_at')
    .orderBy('id')
    .execute()
}

async function resumeTasks(work: CaseWork, { row }: HeldCase, pauses: Paused[]): Promise<void> {
  const tables = tablesOf(work)
  const tasks = await tables
    .selectFrom('task')
    .selectAll()
    .where('case_id', '=', row.id)
    .where('state', '=', 'suspended')
    .execute()
  const calendar = await calendarFor(work)
  for (const task of tasks) {
    await tables
      .updateTable('task')
      .set(resumed(task, calendar, pauses))
      .where('id', '=', task.id)
      .execute()
  }
}

function resumed(task: TaskRow, calendar: WorkCalendar, pauses: Paused[]): Limit & Pick<TaskRow, 'state' | 'revision'> {
  const state = task.claimed_at ? 'claimed' : 'open'
  return { state, revision: task.revision + 1, ...limitFrom(task.opened_at, task.limit_days, calendar, pauses) }
}

async function postponeTimers(work: CaseWork, caseId: string, { began_at }: Paused): Promise<void> {
  await sql`update case_wait set due_at = due_at + (${work.now}::timestamptz - ${began_at}::timestamptz)
    where case_id = ${caseId} and kind = 'timer'`.execute(work.trx)
}

/**
 * A job that ran while the case was suspended could not hand in its answer: what is still waited for is begun again. One that has
 * only just begun, too: its token takes one answer.
 */
async function startAgain(work: CaseWork, { row, process }: HeldCase): Promise<void> {
  for (const { id: token, step: at, failed } of row.tokens.tokens) {
    const step = process.steps.find(({ id }) => id === at)
    if (step?.kind !== 'serviceTask' || failed) continue
    const input = { caseId: row.id, token, step: at, retries: step.retries }
    await work.startJob?.({ name: step.job, subject: `case:${row.id}`, input })
  }
}
