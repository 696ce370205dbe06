import { sql } from 'kysely'
import { PREPARED } from '../db/statement-names.ts'
import { casesOf, type Found, withProcess } from './standing.ts'
import { transitions } from './transition.ts'
import type { CaseWork } from './work.ts'

export type DueTimer = { caseId: string; token: string }

const dueAt = sql<Date>`greatest(w.retry_at, w.due_at)`

/**
 * Fires timers that are due in one transaction, the longest overdue first, and returns how many. Each fires once: a case that
 * another server or a person is acting on is passed over until the next time, and so is one that is suspended.
 */
export async function fireDue(work: CaseWork, limit: number): Promise<number> {
  const found = await holdDue(work, limit)
  const waits = await takeWaits(work, found)
  const moves = []
  for (const { token, ...row } of found) {
    const step = waits.get(row.id)
    if (step === undefined) continue
    const event = { type: 'timerFired', token } as const
    moves.push({ held: await withProcess(work, row), event, act: { entry: { verb: 'timer', step } } })
  }
  await transitions(work, moves)
  return moves.length
}

type Due = Found & { token: string }

/** The cases, held; one timer of each. */
async function holdDue(work: CaseWork, limit: number): Promise<Due[]> {
  const rows = await casesOf(work)
    .innerJoin('case_wait as w', 'w.case_id', 'case_.id')
    .select('w.token')
    .where('w.kind', '=', 'timer')
    .where(dueAt, '<=', work.now)
    .where('case_.state', '=', 'running')
    .orderBy(dueAt)
    .limit(limit)
    .forNoKeyUpdate('case_')
    .skipLocked()
    .execute()
  return rows.filter(({ id }, k) => rows.findIndex((other) => other.id === id) === k)
}

/** The steps the timers stand at, by case. What was fired while we waited for nothing is not found here any more. */
async function takeWaits({ trx }: CaseWork, due: Due[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; step: string }>`${PREPARED} delete from case_wait w
    using unnest(${due.map(({ id }) => id)}::uuid[], ${due.map(({ token }) => token)}::text[]) as d (id, token)
    where w.case_id = d.id and w.token = d.token returning d.id, w.step`.execute(trx)
  return new Map(rows.map(({ id, step }) => [id, step]))
}

/** Timers that are due, the longest overdue first, to be fired one by one (`fireTimer`) where not all can be fired together. */
export async function dueTimers({ trx, now }: Pick<CaseWork, 'trx' | 'now'>, limit: number): Promise<DueTimer[]> {
  const { rows } = await sql<DueTimer>`select w.case_id as "caseId", w.token
    from case_wait w join case_ c on c.id = w.case_id
    where w.kind = 'timer' and ${dueAt} <= ${now} and c.state = 'running' order by ${dueAt} limit ${limit}`.execute(trx)
  return rows
}

/** When the next timer that is not yet due will be; null when none waits. */
export async function nextDue({ trx, now }: Pick<CaseWork, 'trx' | 'now'>): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select min(${dueAt}) as at from case_wait w
    where w.kind = 'timer' and ${dueAt} > ${now}`.execute(trx)
  return rows[0]!.at
}

/** A case that could not go on is tried again after 1, 2, 4 … minutes, at most after 17 hours; others go before it. */
export async function putOff({ trx, now }: Pick<CaseWork, 'trx' | 'now'>, { caseId, token }: DueTimer): Promise<void> {
  await sql`update case_wait set attempts = attempts + 1,
      retry_at = ${now}::timestamptz + interval '1 minute' * power(2, least(attempts, 10))
    where case_id = ${caseId} and token = ${token}`.execute(trx)
}
