import { workingDaysBetween } from '../../calendar/calendar.ts'
import { type Day, dayOf } from '../../calendar/day.ts'
import { json } from '../../db/database.ts'
import { conflict, type Problem, Refusal } from '../../problems/problem.ts'
import { calendarFor } from '../calendar.ts'
import { record } from '../history.ts'
import { today } from '../limits.ts'
import { endPause, suspend } from '../pause.ts'
import { holdCase, readCase } from '../standing.ts'
import type { CaseRow, CaseTables } from '../tables.ts'
import { actorOf, type CaseWork, tablesOf } from '../work.ts'

/** `items`: all that is to be handed in or put right, named at once. `until`: the applicant's last day. */
export type CorrectionNotice = { items: string[]; reason: string; until: Day }

export type Correction = CaseTables['case_correction']

/** Working days after receipt in which the applicant is to be told (行政许可法 32). */
const DAYS_TO_ASK = 5

/** 补正: the applicant is told once what is missing; the clock stands still until it is received. */
export async function askCorrection(work: CaseWork, caseId: string, notice: CorrectionNotice): Promise<void> {
  const { row } = await holdCase(work, caseId)
  const problem = correctionProblem(row, await correctionFacts(work, row))
  if (problem) throw new Refusal(problem)
  const { items, reason, until } = notice
  const pause = await suspend(work, caseId, { kind: 'correction', reason, until })
  const asked = { asked_by: actorOf(work).id, asked_at: work.now }
  const open = { received_by: null, received_at: null, received_note: null }
  await tablesOf(work)
    .insertInto('case_correction')
    .values({ case_id: caseId, pause, items: json(items), reason, until, ...asked, ...open })
    .execute()
  await record(work, [{ caseId, verb: 'askCorrection', detail: { items, reason, until } }])
}

export type CorrectionFacts = { asked: Day | null; received: boolean; daysOpen: number }

/** What decides whether the applicant may still be asked; `daysOpen`: working days since the case was opened. */
export async function correctionFacts(work: CaseWork, row: CaseRow): Promise<CorrectionFacts> {
  const before = await correctionOf(work, row.id)
  const opened = dayOf(row.opened_at.getTime())
  const { days } = workingDaysBetween(opened, today(work.now), await calendarFor(work))
  const asked = before ? dayOf(before.asked_at.getTime()) : null
  return { asked, received: before?.received_at != null, daysOpen: days }
}

export function correctionProblem(
  { state, number }: Pick<CaseRow, 'state' | 'number'>,
  { asked, daysOpen }: CorrectionFacts,
): Problem | undefined {
  if (state !== 'running' && state !== 'suspended') return conflict('cases.already-closed', { number })
  if (asked !== null) return conflict('cases.correction.once', { number, asked })
  if (state === 'suspended') return conflict('cases.is-suspended', { number })
  return daysOpen > DAYS_TO_ASK ? conflict('cases.correction.too-late', { number, days: DAYS_TO_ASK }) : undefined
}

/** The material is there: the clock runs again. Returns the case's last day, if it has one. */
export async function receiveCorrection(work: CaseWork, caseId: string, note = ''): Promise<Day | null> {
  const held = await holdCase(work, caseId)
  const problem = receiptProblem(held.row, await correctionFacts(work, held.row))
  if (problem) throw new Refusal(problem)
  await endPause(work, held)
  const received = { received_by: actorOf(work).id, received_at: work.now, received_note: note }
  await tablesOf(work).updateTable('case_correction').set(received).where('case_id', '=', caseId).execute()
  await record(work, [{ caseId, verb: 'receiveCorrection', detail: { note } }])
  const { due } = await readCase(work, caseId)
  return due === 'infinity' ? null : due
}

export function receiptProblem(
  { state, number }: Pick<CaseRow, 'state' | 'number'>,
  { asked, received }: CorrectionFacts,
): Problem | undefined {
  if (state !== 'running' && state !== 'suspended') return conflict('cases.already-closed', { number })
  return asked === null || received ? conflict('cases.correction.not-asked', { number }) : undefined
}

export const correctionOf = (work: Pick<CaseWork, 'trx'>, caseId: string): Promise<Correction | undefined> =>
  tablesOf(work).selectFrom('case_correction').selectAll().where('case_id', '=', caseId).executeTakeFirst()
