import { sql } from 'kysely'
import { newId } from '../../identity/new-id.ts'
import { conflict, forbidden, invalid, notFound, type Problem, Refusal, refuseIf } from '../../problems/problem.ts'
import { type ActedTask, entryOf, holdForAct } from '../act-on-task.ts'
import { calendarFor } from '../calendar.ts'
import type { ExtensionRule } from '../case-process.ts'
import { record } from '../history.ts'
import { limitFrom } from '../limits.ts'
import { pausesOf } from '../pause.ts'
import { membersOf } from '../people-to-act.ts'
import { holdCase } from '../standing.ts'
import type { CaseRow, CaseTables, Limit, TaskRow } from '../tables.ts'
import { notify } from '../talk/notices.ts'
import { refuseUnlessOpen } from '../transition.ts'
import { actorOf, type CaseWork, tablesOf } from '../work.ts'

type Row = CaseTables['limit_extension']

/** What decides whether more days may be asked for: the process's rule, and what was asked before, the oldest first. */
export type ExtensionFacts = {
  rule: ExtensionRule | undefined
  row: Pick<CaseRow, 'number' | 'limit_days' | 'clock_from'>
  before: Pick<Row, 'granted' | 'decided_at'>[]
}

/** `days` undefined: may any be asked for at all? */
export function extensionProblem({ rule, row, before }: ExtensionFacts, days?: number): Problem | undefined {
  const { number } = row
  if (!rule || row.limit_days === null) return conflict('cases.extension.not-foreseen', { number })
  if (row.clock_from === null) return conflict('cases.extension.clock-not-begun', { number })
  if (before.some(({ decided_at }) => decided_at === null)) return conflict('cases.extension.pending', { number })
  if (before.filter(({ granted }) => granted).length >= rule.times)
    return conflict('cases.extension.used-up', { number, times: rule.times })
  if (days !== undefined && days > rule.days) return invalid('cases.extension.too-long', { days, most: rule.days })
  return undefined
}

/** 延期: whoever holds a task asks for working days more; those who may grant it are told. Returns its id. */
export async function askExtension(
  work: CaseWork,
  taskId: string,
  { days, reason, revision }: { days: number; reason: string; revision?: number },
): Promise<string> {
  const held = await holdForAct(work, taskId, 'askExtension', revision)
  const { row, process } = held
  const rule = process.extension
  refuseIf(extensionProblem({ rule, row, before: await extensionRows(work, row.id) }, days))
  const id = newId()
  const asked = { days, reason, asked_by: actorOf(work).id, asked_at: work.now }
  const open = { decided_by: null, decided_at: null, granted: null, answer: null }
  await tablesOf(work)
    .insertInto('limit_extension')
    .values({ id, case_id: row.id, task_id: taskId, ...asked, ...open })
    .execute()
  await record(work, [entryOf(held, 'askExtension', { days, reason })])
  await tellDeciders(work, held, rule!.role, { days, reason })
  return id
}

async function tellDeciders(
  work: CaseWork,
  { row, task }: ActedTask,
  role: string,
  asked: { days: number; reason: string },
) {
  const people = (await membersOf(work, { ...row, role })).filter((id) => id !== actorOf(work).id)
  const params = { number: row.number, by: actorOf(work).name, text: asked.reason, days: asked.days }
  await notify(work, people, { caseId: row.id, taskId: task.id, kind: 'extensionAsked', params })
}

/** Somebody else says yes or no; with a yes the limits of the case and of the task move, and with them clock and lamp. */
export async function decideExtension(
  work: CaseWork,
  id: string,
  { granted, answer = '' }: { granted: boolean; answer?: string },
): Promise<void> {
  const asked = await readExtension(work, id)
  const { row } = await holdCase(work, asked.case_id)
  const me = actorOf(work)
  refuseUnlessOpen(row)
  refuseIf(decisionProblem(await readExtension(work, id), row.number, me.id))
  await tablesOf(work)
    .updateTable('limit_extension')
    .set({ granted, answer, decided_by: me.id, decided_at: work.now })
    .where('id', '=', id)
    .execute()
  if (granted) await extend(work, row, asked)
  const verb = granted ? 'grantExtension' : 'refuseExtension'
  await record(work, [{ caseId: row.id, verb, taskId: asked.task_id, detail: { days: asked.days, answer } }])
  const params = { number: row.number, by: me.name, text: answer, days: asked.days }
  const kind = granted ? 'extensionGranted' : 'extensionRefused'
  await notify(work, [asked.asked_by], { caseId: row.id, taskId: asked.task_id, kind, params })
}

export function decisionProblem(asked: Pick<Row, 'decided_at' | 'asked_by'>, number: string, me: string) {
  if (asked.decided_at !== null) return conflict('cases.extension.decided', { number })
  return asked.asked_by === me ? forbidden('cases.extension.own', { number }) : undefined
}

/** A limit of a case or of its task, counted anew from where its clock began, so that pauses stay out of it as before. */
export async function limitWith(
  work: CaseWork,
  caseId: string,
  { from, limitDays }: { from: Date | null; limitDays: number },
): Promise<Limit> {
  return limitFrom(from, limitDays, await calendarFor(work), await pausesOf(work, caseId))
}

async function extend(work: CaseWork, row: CaseRow, { days, task_id }: Row): Promise<void> {
  const longer = (from: Date | null, limit: number) => limitWith(work, row.id, { from, limitDays: limit + days })
  const { limit_days, clock_from, revision } = row
  await tablesOf(work)
    .updateTable('case_')
    .set({ ...(await longer(clock_from, limit_days!)), revision: revision + 1 })
    .where('id', '=', row.id)
    .execute()
  const task = await openTask(work, task_id)
  if (!task || task.limit_days === null) return
  await tablesOf(work)
    .updateTable('task')
    .set({ ...(await longer(task.opened_at, task.limit_days)), revision: task.revision + 1 })
    .where('id', '=', task.id)
    .execute()
}

/** The task it was asked for, if that is still to be done. */
const openTask = (work: CaseWork, id: string): Promise<TaskRow | undefined> =>
  tablesOf(work)
    .selectFrom('task')
    .selectAll()
    .where('id', '=', id)
    .where('state', 'in', ['open', 'claimed', 'suspended'])
    .executeTakeFirst()

export async function readExtension({ trx }: Pick<CaseWork, 'trx'>, id: string): Promise<Row> {
  const row = await tablesOf({ trx }).selectFrom('limit_extension').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal(notFound('cases.extension.unknown'))
  return row
}

export const extensionRows = ({ trx }: Pick<CaseWork, 'trx'>, caseId: string): Promise<Row[]> =>
  tablesOf({ trx })
    .selectFrom('limit_extension')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('asked_at')
    .execute()

type Named = { id: string; name: string }

export type Extension = Pick<Row, 'id' | 'days' | 'reason' | 'granted' | 'answer'> & {
  by: Named
  at: Date
  decidedBy: Named | null
  decidedAt: Date | null
}

/** Of one case, the oldest first. */
export async function extensionsOf({ trx }: Pick<CaseWork, 'trx'>, caseId: string): Promise<Extension[]> {
  const { rows } = await sql<Extension>`select x.id, x.days, x.reason, x.granted, x.answer, x.asked_at as at,
      x.decided_at as "decidedAt", jsonb_build_object('id', a.id, 'name', a.name) as by,
      case when d.id is null then null else jsonb_build_object('id', d.id, 'name', d.name) end as "decidedBy"
    from limit_extension x join person a on a.id = x.asked_by left join person d on d.id = x.decided_by
    where x.case_id = ${caseId} order by x.asked_at, x.id`.execute(trx)
  return rows
}
