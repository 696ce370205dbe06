import { sql } from 'kysely'
import { type Problem, Refusal } from '../problems/problem.ts'
import type { CaseWork } from './work.ts'

/** What became of each: a refusal of one leaves the others done. */
export type Batch = { done: string[]; refused: { task: string; problem: Problem }[] }

/** The batch form of an act on tasks. Case by case in one order, so that two batches never wait for each other in a circle. */
export async function eachTask(
  work: CaseWork,
  taskIds: string[],
  act: (taskId: string) => Promise<unknown>,
): Promise<Batch> {
  const batch: Batch = { done: [], refused: [] }
  for (const task of await inCaseOrder(work, taskIds)) {
    await sql`savepoint one_task`.execute(work.trx)
    try {
      await act(task)
      batch.done.push(task)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await sql`rollback to savepoint one_task`.execute(work.trx)
      batch.refused.push({ task, problem: error.problem })
    }
    await sql`release savepoint one_task`.execute(work.trx)
  }
  return batch
}

/** Unknown ids come last, and are refused by the act itself. */
async function inCaseOrder({ trx }: CaseWork, taskIds: string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select wanted.id from unnest(${taskIds}::uuid[]) as wanted (id)
    left join task on task.id = wanted.id group by wanted.id, task.case_id order by task.case_id, wanted.id`.execute(
    trx,
  )
  return rows.map(({ id }) => id)
}
