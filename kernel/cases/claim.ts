import { loadPerson } from '../identity/people.ts'
import { invalid, Refusal } from '../problems/problem.ts'
import { changeTask, holdForAct, refuseUnlessSeparate } from './act-on-task.ts'
import { record } from './history.ts'
import { notify } from './notices.ts'
import { isInPool } from './pool-rule.ts'
import type { TaskRow } from './tables.ts'
import { actorOf, type CaseWork } from './work.ts'

/** 签收. Claiming what one already holds changes nothing. */
export async function claim(work: CaseWork, taskId: string, revision?: number): Promise<TaskRow> {
  const { task, row } = await holdForAct(work, taskId, 'claim', revision)
  if (task.state === 'claimed') return task
  await record(work, [{ caseId: row.id, verb: 'claim', taskId, step: task.step }])
  return changeTask(work, task, { state: 'claimed', assignee: actorOf(work).id, claimed_at: work.now })
}

/** Gives the task back to the pool; the draft stays with it. */
export async function unclaim(work: CaseWork, taskId: string, revision?: number): Promise<TaskRow> {
  const { task, row } = await holdForAct(work, taskId, 'unclaim', revision)
  await record(work, [{ caseId: row.id, verb: 'unclaim', taskId, step: task.step }])
  return changeTask(work, task, { state: 'open', assignee: null, claimed_at: null })
}

/** 转办: to another person of the same pool, by whoever holds the task or has been given the right to hand it out. */
export async function reassign(work: CaseWork, taskId: string, to: string, reason: string): Promise<TaskRow> {
  const held = await holdForAct(work, taskId, 'reassign')
  const { task, row } = held
  const person = await loadPerson(work.trx, to)
  if (!person || !isInPool(person, task)) {
    throw new Refusal(
      invalid('cases.reassign.not-in-pool', { step: task.step, role: task.role, to: person?.name ?? to }),
    )
  }
  await refuseUnlessSeparate(work, held, to)
  await record(work, [
    { caseId: row.id, verb: 'reassign', taskId, step: task.step, detail: { from: task.assignee, to, reason } },
  ])
  await notify(work, [to], { caseId: row.id, taskId, kind: 'reassigned', params: { number: row.number, reason } })
  return changeTask(work, task, { state: 'open', assignee: to, claimed_at: null })
}

/** 强签: takes a task over from whoever holds it, with the draft, and tells them. */
export async function forceClaim(work: CaseWork, taskId: string, reason: string): Promise<TaskRow> {
  const me = actorOf(work)
  const held = await holdForAct(work, taskId, 'forceClaim')
  const { task, row } = held
  if (task.assignee === me.id && task.state === 'claimed') return task
  await refuseUnlessSeparate(work, held, me.id)
  await record(work, [
    { caseId: row.id, verb: 'forceClaim', taskId, step: task.step, detail: { from: task.assignee, reason } },
  ])
  if (task.assignee) {
    const params = { number: row.number, by: me.name, reason }
    await notify(work, [task.assignee], { caseId: row.id, taskId, kind: 'takenOver', params })
  }
  return changeTask(work, task, { state: 'claimed', assignee: me.id, claimed_at: work.now })
}
