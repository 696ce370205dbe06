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
  const { done, refused } = await each(work, await inCaseOrder(work, taskIds), act)
  return { done, refused: refused.map(({ id, problem }) => ({ task: id, problem })) }
}

/** The same of acts on whole cases. */
export async function eachCase(
  work: CaseWork,
  caseIds: string[],
  act: (caseId: string) => Promise<unknown>,
): Promise<{ done: string[]; refused: { case: string; problem: Problem }[] }> {
  const { done, refused } = await each(work, [...new Set(caseIds)].toSorted(), act)
  return { done, refused: refused.map(({ id, problem }) => ({ case: id, problem })) }
}

/** The same of requests for more days. */
export async function eachExtension(
  work: CaseWork,
  ids: string[],
  act: (id: string) => Promise<unknown>,
): Promise<{ done: string[]; refused: { id: string; problem: Problem }[] }> {
  return each(work, await inCaseOrder(work, ids, 'limit_extension'), act)
}

async function each(work: CaseWork, ids: string[], act: (id: string) => Promise<unknown>) {
  const done: string[] = []
  const refused: { id: string; problem: Problem }[] = []
  for (const id of ids) {
    await sql`savepoint one_of_many`.execute(work.trx)
    try {
      await act(id)
      done.push(id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await sql`rollback to savepoint one_of_many`.execute(work.trx)
      refused.push({ id, problem: error.problem })
    }
    await sql`release savepoint one_of_many`.execute(work.trx)
  }
  return { done, refused }
}

/** Unknown ids come last, and are refused by the act itself. */
async function inCaseOrder(
  { trx }: CaseWork,
  ids: string[],
  table: 'task' | 'limit_extension' = 'task',
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select wanted.id from unnest(${ids}::uuid[]) as wanted (id)
    left join ${sql.table(table)} one on one.id = wanted.id group by wanted.id, one.case_id order by one.case_id, wanted.id`.execute(
    trx,
  )
  return rows.map(({ id }) => id)
}
