import { sql } from 'kysely'
import { holdTask } from '../../../kernel/cases/standing.ts'
import type { TaskRow } from '../../../kernel/cases/tables.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import type { Context } from '../../../kernel/http/action.ts'
import { readFieldTask } from '../sync/standing.ts'
import type { Dispatching } from './rules/dispatching.ts'

/** The task, held until the end of the transaction, with all that decides who may give it out. */
export async function factsForDispatch(
  context: Context,
  taskId: string,
  own: ReadonlySet<string>,
): Promise<Dispatching & { task: TaskRow }> {
  await readFieldTask(context.trx, taskId)
  const { task, row } = await holdTask(context, taskId)
  const holders = await receiversOf(context.trx, task.assignee ? [task.assignee] : [])
  const heldIn = holders.get(task.assignee ?? '')?.organisation ?? null
  return { task, number: row.number, heldIn, own, person: context.person }
}

export async function receiversOf(
  trx: Trx,
  ids: string[],
): Promise<Map<string, { name: string; organisation: string }>> {
  const { rows } = await sql<{
    id: string
    name: string
    organisation: string
  }>`select id, name, organisation from person
    where id = any(${ids}::uuid[]) and ended_at is null`.execute(trx)
  return new Map(rows.map((row) => [row.id, row]))
}
