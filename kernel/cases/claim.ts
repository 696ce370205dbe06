import { loadPerson } from '../identity/people.ts'
import { invalid, Refusal } from '../problems/problem.ts'
import { type ActedTask, changeTask, entryOf, holdForAct, refuseSecondSignature } from './act-on-task.ts'
import { record } from './history.ts'
import { isInPool } from './pool-rule.ts'
import { refuseUnlessSeparate } from './separation.ts'
import type { TaskRow } from './tables.ts'
import { notify } from './talk/notices.ts'
import { actorOf, type CaseWork } from './work.ts'

/** 签收. Claiming what one already holds changes nothing; from a stand-in, who was away takes back what is theirs. */
export async function claim(work: CaseWork, taskId: string, revision?: number): Promise<TaskRow> {
  const held = await holdForAct(work, taskId, 'claim', revision)
  const { task, behalf } = held
  const me = actorOf(work).id
  if (task.state === 'claimed' && task.assignee === me) return task
  await record(work, [entryOf(held, 'claim')])
  // What its owner gave out to be prepared stays theirs while the other works on it.
  const delegated_by = task.assignee === me ? task.delegated_by : null
  const change = { assignee: me, on_behalf_of: behalf?.id ?? null, delegated_by, claimed_at: work.now }
  return changeTask(work, task, { state: 'claimed', ...change })
}

/** 放回: gives the task back to the pool, or to whom it was meant by name; the draft stays with it. */
export async function unclaim(work: CaseWork, taskId: string, revision?: number, reason?: string): Promise<TaskRow> {
  const held = await holdForAct(work, taskId, 'unclaim', revision)
  await record(work, [entryOf(held, 'unclaim', reason ? { reason } : {})])
  const change = { state: 'open' as const, assignee: ownerOf(held), on_behalf_of: null, claimed_at: null }
  return changeTask(work, held.task, change)
}

/** Nobody else may sign in the place of who was asked by name. */
function ownerOf({ row, task }: ActedTask): string | null {
  const tasks = row.tokens.tokens.flatMap((token) => token.tasks ?? [])
  return tasks.find(({ id }) => id === task.key)?.signer ?? null
}

/** 转办: to another person of the same pool, by whoever holds the task or has been given the right to hand it out. */
export async function reassign(work: CaseWork, taskId: string, to: string, reason: string): Promise<TaskRow> {
  const held = await holdForAct(work, taskId, 'reassign')
  const { task, row, heldBy } = held
  const person = await loadPerson(work.trx, to, work.now)
  if (!person || !isInPool(person, task)) {
    throw new Refusal(
      invalid('cases.reassign.not-in-pool', { step: task.step, role: task.role, to: person?.name ?? to }),
    )
  }
  if (task.assignee !== to) await refuseSecondSignature(work, row, task, person)
  await refuseUnlessSeparate(work, held, task.step, person)
  await record(work, [entryOf(held, 'reassign', { from: task.assignee, heldBy, to, reason })])
  await notify(work, [to], { caseId: row.id, taskId, kind: 'reassigned', params: { number: row.number, reason } })
  const change = { assignee: to, on_behalf_of: null, delegated_by: null, claimed_at: null }
  return changeTask(work, task, { state: 'open', ...change })
}

/** 强签: takes a task over from whoever holds it, with the draft, and tells them. */
export async function forceClaim(work: CaseWork, taskId: string, reason: string): Promise<TaskRow> {
  const me = actorOf(work)
  const held = await holdForAct(work, taskId, 'forceClaim')
  const { task, row, heldBy } = held
  if (task.assignee === me.id && task.state === 'claimed') return task
  await refuseSecondSignature(work, row, task, me)
  await record(work, [entryOf({ ...held, behalf: null }, 'forceClaim', { from: task.assignee, heldBy, reason })])
  const losers = [task.assignee, task.on_behalf_of, task.delegated_by].filter((id) => id !== null && id !== me.id)
  const params = { number: row.number, by: me.name, reason }
  await notify(work, losers as string[], { caseId: row.id, taskId, kind: 'takenOver', params })
  const change = { assignee: me.id, on_behalf_of: null, delegated_by: null, claimed_at: work.now }
  return changeTask(work, task, { state: 'claimed', ...change })
}
