import { sql } from 'kysely'
import { changeTask, entryOf, holdForAct } from '../../../kernel/cases/act-on-task.ts'
import type { TaskRow } from '../../../kernel/cases/tables.ts'
import { type Moved, transition } from '../../../kernel/cases/transition.ts'
import { withdraw } from '../../../kernel/cases/withdraw.ts'
import type { Context } from '../../../kernel/http/action.ts'
import { conflict, Refusal } from '../../../kernel/problems/problem.ts'
import { readFieldTask } from '../sync/standing.ts'

/**
 * 撤回: what this person has handed in is on their own desk again, as long as nobody has begun to review it. Between the hand-in
 * and the review the program itself may have done steps (成果质检); then the case goes back from the review that still waits.
 */
export async function takeBack(context: Context, taskId: string): Promise<Moved> {
  await readFieldTask(context.trx, taskId)
  const held = await holdForAct(context, taskId, 'withdraw')
  const { task } = held
  if (task.outcome === 'withdrawn') throw new Refusal(conflict('fieldwork.task.withdraw.done', { step: task.step }))
  const next = await untouchedSince(context, task)
  if (held.row.tokens.undo[task.key]) return withdraw(context, taskId)
  const waiting = next.find(({ state }) => state === 'open')
  if (!waiting) throw new Refusal(conflict('fieldwork.task.withdraw.being-checked', { step: task.step }))
  const entry = entryOf({ ...held, behalf: null }, 'withdraw')
  const event = { type: 'returnTo', task: waiting.key, to: { step: task.step }, scope: 'all' } as const
  const moved = await transition(context, held, event, { entry })
  await sql`update task set state = 'cancelled', revision = revision + 1 where id = ${waiting.id}`.execute(context.trx)
  await changeTask(context, task, { outcome: 'withdrawn' })
  await giveBack(context, moved.created)
  return moved
}

/** The tasks that have come of a hand-in; refused when somebody has begun one of them. */
export async function untouchedSince(context: Context, task: TaskRow): Promise<Next[]> {
  const next = await tasksSince(context, task)
  const begun = next.find(({ state, claimedAt }) => state === 'claimed' || (state === 'done' && claimedAt !== null))
  if (begun)
    throw new Refusal(conflict('fieldwork.task.withdraw.in-review', { step: begun.step, by: begun.holder ?? '' }))
  return next
}

type Next = { id: string; key: string; step: string; state: string; claimedAt: Date | null; holder: string | null }

/** What has come of the hand-in, whoever's it is. */
async function tasksSince({ trx }: Context, { id, case_id, done_at }: TaskRow): Promise<Next[]> {
  const { rows } = await sql<Next>`select t.id, t.key, t.step, t.state, t.claimed_at as "claimedAt", p.name as holder
    from task t left join person p on p.id = coalesce(t.done_by, t.assignee)
    where t.case_id = ${case_id} and t.id <> ${id} and t.opened_at >= ${done_at} and t.state <> 'cancelled'
    order by t.opened_at, t.id`.execute(trx)
  return rows
}

/** What one has taken back is one's own at once. */
async function giveBack(context: Context, created: TaskRow[]): Promise<void> {
  for (const task of created.filter(({ reason }) => reason === 'return'))
    await changeTask(context, task, { state: 'claimed', assignee: context.person.id, claimed_at: context.now })
}
