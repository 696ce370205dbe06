import { sql } from 'kysely'
import { addWorkingDays, type WorkCalendar } from '../calendar/calendar.ts'
import { milliseconds, startOfDay } from '../calendar/day.ts'
import { later } from '../db/packets.ts'
import { insertOf } from '../db/rows.ts'
import { newId } from '../identity/new-id.ts'
import { invalid, Refusal } from '../problems/problem.ts'
import type { Advance, CreatedTask, Effect, Facts, ProcessState } from '../process/state.ts'
import { handlerOf, noteHandlers } from './handler.ts'
import { type NewEvent, record } from './history.ts'
import { itemLabel, labelOf } from './item-label.ts'
import { limitFrom, today } from './limits.ts'
import { type HeldCase, stepOf } from './standing.ts'
import type { CaseRow, CaseTables, TaskRow } from './tables.ts'
import { type CaseWork, tablesOf } from './work.ts'

/** Rows a number of advances add; written together, for opening a thousand cases is one act. */
export type Additions = {
  tasks: TaskRow[]
  waits: CaseTables['case_wait'][]
  events: NewEvent[]
  jobs: ServiceJob[]
  /** cases with tasks for another organisation than theirs */
  handled: string[]
  follow: FollowUp[]
}

/** What an advance of one case means for others; done when everything of the one is written. */
export type FollowUp =
  | {
      kind: 'open'
      parent: string
      token: string
      step: string
      process: string
      version?: number
      facts: Facts
      item?: string
    }
  | { kind: 'ended'; child: string; number: string; result: string; facts: Facts }
  | { kind: 'close'; child: string; parent: string }
  | { kind: 'throw'; from: string; number: string; event: string }

type ServiceJob = { name: string; subject: string; input: ServiceInput }
/** What a service step's job is given; it answers with `serviceDone` or `serviceFailed`, naming both. */
export type ServiceInput = { caseId: string; token: string; step: string; retries: number }

/** When it happens, and the working days counted from then. */
export type Moment = { now: Date; calendar: WorkCalendar }

export const noAdditions = (): Additions => ({ tasks: [], waits: [], events: [], jobs: [], handled: [], follow: [] })

export const together = (all: Additions[]): Additions => ({
  tasks: all.flatMap(({ tasks }) => tasks),
  waits: all.flatMap(({ waits }) => waits),
  events: all.flatMap(({ events }) => events),
  jobs: all.flatMap(({ jobs }) => jobs),
  handled: all.flatMap(({ handled }) => handled),
  follow: all.flatMap(({ follow }) => follow),
})

/** Notes what an advance of this case adds. `actors`: who did the tasks that new ones go back to, by the task's key. */
export function addTo(
  to: Additions,
  held: HeldCase,
  { created, effects, state }: Advance,
  actors: Map<string, string>,
  at: Moment,
): void {
  const forks = new Map(state.tokens.map((token) => [token.id, token.forks]))
  const tasks = created.map((task) => ({
    ...taskRow(held, task, actors, at),
    item: itemLabel(forks.get(task.token) ?? []),
  }))
  to.tasks.push(...tasks)
  if (tasks.some(({ organisation }) => organisation !== held.row.organisation)) to.handled.push(held.row.id)
  for (const effect of effects) addEffect(to, held.row, effect, at, state)
}

function taskRow(
  { row, process }: HeldCase,
  task: CreatedTask,
  actors: Map<string, string>,
  at: Moment,
): Omit<TaskRow, 'item'> {
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
    organisation: handlerOf(process, row, task.step),
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

function addEffect(
  to: Additions,
  { id: caseId, number }: CaseRow,
  effect: Effect,
  at: Moment,
  { tokens }: ProcessState,
): void {
  switch (effect.kind) {
    case 'runJob': {
      const { token, step, retries } = effect
      to.jobs.push({ name: effect.job, subject: `case:${caseId}`, input: { caseId, token, step, retries } })
      break
    }
    case 'startTimer':
    case 'awaitEvent':
      to.waits.push(waitRow(caseId, effect, at))
      break
    case 'incident': {
      const { token, step, reason } = effect
      to.events.push({ caseId, verb: 'incident', step, detail: { token, reason } })
      break
    }
    case 'openCase': {
      const { kind: _, ...child } = effect
      const item = labelOf(tokens.find(({ id }) => id === effect.token)?.item)
      to.follow.push({ kind: 'open', parent: caseId, ...child, ...(item && { item }) })
      break
    }
    case 'throw':
      to.follow.push({ kind: 'throw', from: caseId, number, event: effect.event })
      break
    // What is over is written by writeRemovals, the end by who asked for the advance.
    case 'stopWaiting':
    case 'cancelCase':
    case 'end':
  }
}

function waitRow(
  case_id: string,
  effect: Extract<Effect, { kind: 'startTimer' | 'awaitEvent' }>,
  at: Moment,
): CaseTables['case_wait'] {
  const { token, step } = effect
  const wait = { case_id, token, step, event: null, due_at: null, child: null, started_on: null, working_days: null }
  if (effect.kind === 'awaitEvent') return { ...wait, kind: 'event', event: effect.event }
  const counted =
    'workingDays' in effect.wait ? { started_on: today(at.now), working_days: effect.wait.workingDays } : {}
  return { ...wait, kind: 'timer', due_at: dueAt(effect, at), ...counted }
}

function dueAt({ wait, step }: Extract<Effect, { kind: 'startTimer' }>, { now, calendar }: Moment): Date {
  if ('minutes' in wait) return new Date(now.getTime() + wait.minutes * 60_000)
  if ('workingDays' in wait) return new Date(startOfDay(addWorkingDays(today(now), wait.workingDays, calendar).day))
  return untilDate(wait.until) ?? refuseNoDay(step)
}

function refuseNoDay(step: string): never {
  throw new Refusal(invalid('cases.timer.no-day', { step }))
}

/**
 * The instant a text, or FEEL's own day or time (`date(decidedOn) + duration("P5D")`), stands for: a day begins at midnight
 * in Shanghai, where a time without offset is, too. Undefined for anything else.
 */
function untilDate(until: unknown): Date | undefined {
  if (typeof until !== 'string' && typeof until !== 'object') return undefined
  const text = String(until)
  const isLocal = /^\d{4}-\d\d-\d\dT[\d:.]+$/.test(text)
  try {
    return new Date(text.length === 10 ? startOfDay(text) : milliseconds(isLocal ? `${text}+08:00` : text))
  } catch {
    return undefined
  }
}

const BATCH = 200

export async function writeAdditions(
  work: CaseWork,
  { tasks, waits, events, jobs, handled }: Additions,
): Promise<void> {
  const tables = tablesOf(work)
  for (const some of batches(tasks)) {
    const rows = some.map((task) => ({ ...task, draft: task.draft && JSON.stringify(task.draft) }))
    await later(work.trx, insertOf('task', rows))
  }
  if (handled.length > 0) await noteHandlers(work, handled)
  for (const some of batches(waits)) await later(work.trx, tables.insertInto('case_wait').values(some))
  for (const some of batches(events)) await record(work, some)
  for (const job of jobs) {
    if (!work.startJob) throw new Error(`${job.name} is a service step, but this act was given no way to start jobs`)
    await work.startJob(job)
  }
}

export function batches<T>(items: T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, i) => items.slice(i * BATCH, (i + 1) * BATCH))
}

/** Tasks nobody need do any more, and waits nobody waits for; of child cases among them it is told that they are to be closed. */
export async function writeRemovals(
  work: CaseWork,
  { id: caseId, number }: CaseRow,
  { cancelled, effects }: Pick<Advance, 'cancelled' | 'effects'>,
): Promise<FollowUp[]> {
  const keys = cancelled.map(({ task }) => task)
  const tokens = effects.flatMap((one) => (one.kind === 'stopWaiting' || one.kind === 'cancelCase' ? one.token : []))
  if (keys.length > 0) {
    const cancel = sql`update task set state = 'cancelled', revision = revision + 1 where case_id = ${caseId} and key = any(${keys}::text[])
      and state in ('open', 'claimed', 'suspended')`
    await later(work.trx, cancel)
  }
  if (tokens.length === 0) return []
  const { rows } = await sql<{ child: string | null }>`delete from case_wait
    where case_id = ${caseId} and token = any(${tokens}::text[]) returning child`.execute(work.trx)
  return rows.flatMap(({ child }) => (child ? { kind: 'close' as const, child, parent: number } : []))
}
