import { sql } from 'kysely'
import { addWorkingDays, type WorkCalendar } from '../calendar/calendar.ts'
import { milliseconds, startOfDay } from '../calendar/day.ts'
import { json } from '../db/database.ts'
import { newId } from '../identity/new-id.ts'
import { invalid, Refusal } from '../problems/problem.ts'
import type { Advance, CreatedTask, Effect } from '../process/state.ts'
import { type NewEvent, record } from './history.ts'
import { limitFrom, today } from './limits.ts'
import { type HeldCase, stepOf } from './standing.ts'
import type { CaseTables, TaskRow } from './tables.ts'
import { type CaseWork, tablesOf } from './work.ts'

/** Rows a number of advances add; written together, for opening a thousand cases is one act. */
export type Additions = { tasks: TaskRow[]; waits: CaseTables['case_wait'][]; events: NewEvent[]; jobs: ServiceJob[] }

type ServiceJob = { name: string; subject: string; input: ServiceInput }
/** What a service step's job is given; it answers with `serviceDone` or `serviceFailed`, naming both. */
export type ServiceInput = { caseId: string; token: string; step: string; retries: number }

/** When it happens, and the working days counted from then. */
export type Moment = { now: Date; calendar: WorkCalendar }

export const noAdditions = (): Additions => ({ tasks: [], waits: [], events: [], jobs: [] })

/** Notes what an advance of this case adds. `actors`: who did the tasks that new ones go back to, by the task's key. */
export function addTo(
  to: Additions,
  held: HeldCase,
  { created, effects }: Advance,
  actors: Map<string, string>,
  at: Moment,
): void {
  to.tasks.push(...created.map((task) => taskRow(held, task, actors, at)))
  for (const effect of effects) addEffect(to, held.row.id, effect, at)
}

function taskRow({ row, process }: HeldCase, task: CreatedTask, actors: Map<string, string>, at: Moment): TaskRow {
  const { now, calendar } = at
  const step = stepOf(process, task.step)
  const assignee = task.signer ?? (task.sameActorAs && actors.get(task.sameActorAs)) ?? null
  // What one has taken back is on one's own desk again.
  const claimed = task.reason === 'withdraw' && assignee !== null
  return {
    id: newId(),
    case_id: row.id,
    key: task.id,
    step: task.step,
    business: row.business,
    area_code: row.area_code,
    organisation: row.organisation,
    role: step.role,
    state: claimed ? 'claimed' : 'open',
    reason: task.reason,
    assignee,
    on_behalf_of: null,
    delegated_by: null,
    opened_at: now,
    claimed_at: claimed ? now : null,
    done_at: null,
    done_by: null,
    outcome: null,
    draft: null,
    revision: 0,
    ...limitFrom(now, step.limitDays, calendar),
  }
}

function addEffect(to: Additions, caseId: string, effect: Effect, at: Moment): void {
  if (effect.kind === 'runJob') {
    const { token, step, retries } = effect
    to.jobs.push({ name: effect.job, subject: `case:${caseId}`, input: { caseId, token, step, retries } })
  } else if (effect.kind === 'startTimer' || effect.kind === 'awaitEvent') {
    to.waits.push(waitRow(caseId, effect, at))
  } else if (effect.kind === 'incident') {
    to.events.push({
      caseId,
      verb: 'incident',
      step: effect.step,
      detail: { token: effect.token, reason: effect.reason },
    })
  }
}

function waitRow(
  case_id: string,
  effect: Extract<Effect, { kind: 'startTimer' | 'awaitEvent' }>,
  at: Moment,
): CaseTables['case_wait'] {
  const { token, step } = effect
  return effect.kind === 'startTimer'
    ? { case_id, token, step, kind: 'timer', event: null, due_at: dueAt(effect, at), child: null }
    : { case_id, token, step, kind: 'event', event: effect.event, due_at: null, child: null }
}

function dueAt({ wait, step }: Extract<Effect, { kind: 'startTimer' }>, { now, calendar }: Moment): Date {
  if ('minutes' in wait) return new Date(now.getTime() + wait.minutes * 60_000)
  if ('workingDays' in wait) return new Date(startOfDay(addWorkingDays(today(now), wait.workingDays, calendar).day))
  if (typeof wait.until !== 'string') throw new Refusal(invalid('cases.timer.no-day', { step }))
  return new Date(wait.until.length === 10 ? startOfDay(wait.until) : milliseconds(wait.until))
}

const BATCH = 200

export async function writeAdditions(work: CaseWork, { tasks, waits, events, jobs }: Additions): Promise<void> {
  const tables = tablesOf(work)
  for (const some of batches(tasks)) {
    const rows = some.map((task) => ({ ...task, draft: task.draft && json(task.draft) }))
    await tables.insertInto('task').values(rows).execute()
  }
  for (const some of batches(waits)) await tables.insertInto('case_wait').values(some).execute()
  for (const some of batches(events)) await record(work, some)
  for (const job of jobs) {
    if (!work.startJob) throw new Error(`${job.name} is a service step, but this act was given no way to start jobs`)
    await work.startJob(job)
  }
}

export function batches<T>(items: T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, i) => items.slice(i * BATCH, (i + 1) * BATCH))
}

/** Tasks nobody need do any more, and waits nobody waits for. */
export async function writeRemovals(work: CaseWork, caseId: string, { cancelled, effects }: Advance): Promise<void> {
  const keys = cancelled.map(({ task }) => task)
  const tokens = effects.flatMap((effect) => (effect.kind === 'stopWaiting' ? effect.token : []))
  if (keys.length > 0) {
    await sql`update task set state = 'cancelled', revision = revision + 1 where case_id = ${caseId} and key = any(${keys}::text[])
      and state in ('open', 'claimed', 'suspended')`.execute(work.trx)
  }
  if (tokens.length > 0) {
    await sql`delete from case_wait where case_id = ${caseId} and token = any(${tokens}::text[])`.execute(work.trx)
  }
}
