import { json } from '../../db/database.ts'
import { can } from '../../identity/can.ts'
import { loadPerson } from '../../identity/people.ts'
import { forbidden, invalid, Refusal } from '../../problems/problem.ts'
import { changeTask, entryOf, holdForAct } from '../act-on-task.ts'
import { record } from '../history.ts'
import { refuseUnlessSeparate } from '../separation.ts'
import { scopeOfCase } from '../standing.ts'
import type { TaskRow } from '../tables.ts'
import { notify } from '../talk/notices.ts'
import { addOpinion } from '../talk/opinions.ts'
import { actorOf, type CaseWork, tablesOf } from '../work.ts'

/** 委托办理 of one task: another prepares it and hands it back; to decide it stays its owner's. */
export async function delegate(
  work: CaseWork,
  taskId: string,
  { to, reason, revision }: { to: string; reason: string; revision?: number },
): Promise<TaskRow> {
  const held = await holdForAct(work, taskId, 'delegate', revision)
  const { task, row } = held
  const me = actorOf(work)
  if (to === me.id) throw new Refusal(invalid('cases.delegate.self', { step: task.step }))
  const person = await loadPerson(work.trx, to, work.now)
  if (!person) throw new Refusal(invalid('cases.delegate.unknown', { to }))
  if (!can(person, 'casework.task.resolve', scopeOfCase(row)))
    throw new Refusal(forbidden('cases.delegate.no-right', { step: task.step, to: person.name }))
  await refuseUnlessSeparate(work, held, task.step, person)
  await record(work, [entryOf(held, 'delegate', { to, name: person.name, reason })])
  const params = { number: row.number, by: me.name, reason, step: held.step.title.zh }
  await notify(work, [to], { caseId: row.id, taskId, kind: 'delegated', params })
  const change = { assignee: to, delegated_by: me.id, on_behalf_of: held.behalf?.id ?? null, claimed_at: null }
  return changeTask(work, task, { state: 'open', ...change })
}

/** What was prepared: an opinion, and what was filled into the form beside the draft kept so far. */
export type Resolution = { opinion: string; draft?: Record<string, unknown>; revision?: number }

/** 交回: the owner has the task again, with what the other prepared. */
export async function resolve(
  work: CaseWork,
  taskId: string,
  { opinion, draft, revision }: Resolution,
): Promise<TaskRow> {
  const held = await holdForAct(work, taskId, 'resolve', revision)
  const { task, row } = held
  await addOpinion(work, row.id, opinion, task)
  await record(work, [entryOf({ ...held, behalf: null }, 'resolve', { to: task.delegated_by, opinion })])
  const params = { number: row.number, by: actorOf(work).name, text: opinion, step: held.step.title.zh }
  await notify(work, [task.delegated_by!], { caseId: row.id, taskId, kind: 'resolved', params })
  if (draft) await keepDraft(work, task, draft)
  return giveBack(work, task)
}

/** The owner takes it back before it was handed back; what was filled in so far stays with it. */
export async function recall(work: CaseWork, taskId: string, reason: string): Promise<TaskRow> {
  const held = await holdForAct(work, taskId, 'recall')
  const { task, row } = held
  await record(work, [entryOf({ ...held, behalf: null }, 'recall', { from: task.assignee, reason })])
  const params = { number: row.number, by: actorOf(work).name, reason, step: held.step.title.zh }
  if (task.assignee) await notify(work, [task.assignee], { caseId: row.id, taskId, kind: 'recalled', params })
  return giveBack(work, task)
}

const giveBack = (work: CaseWork, task: TaskRow): Promise<TaskRow> =>
  changeTask(work, task, { state: 'claimed', assignee: task.delegated_by, delegated_by: null, claimed_at: work.now })

async function keepDraft(work: CaseWork, task: TaskRow, draft: Record<string, unknown>): Promise<void> {
  const kept = json({ ...task.draft, ...draft })
  await tablesOf(work).updateTable('task').set({ draft: kept }).where('id', '=', task.id).execute()
}
