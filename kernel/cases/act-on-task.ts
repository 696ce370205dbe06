import { sql } from 'kysely'
import { type Problem, Refusal } from '../problems/problem.ts'
import { type HeldTask, holdTask } from './standing.ts'
import type { TaskRow } from './tables.ts'
import { actProblem, separationProblem } from './task-rules.ts'
import { refuseUnlessRunning } from './transition.ts'
import { actorOf, type CaseWork, tablesOf } from './work.ts'

/** The task held for the acting person; refused when it is not, or no longer, theirs to do. `revision`: what they saw. */
export async function holdForAct(work: CaseWork, taskId: string, revision?: number): Promise<HeldTask> {
  const person = actorOf(work)
  const held = await holdTask(work, taskId)
  // «Already done by Wang» says more than «the case is closed», so the task is asked first.
  await refuseNamed(work, actProblem(held.task, person, revision))
  refuseUnlessRunning(held.row)
  await refuseUnlessSeparate(work, held, person.id)
  return held
}

export async function refuseUnlessSeparate(
  work: CaseWork,
  { process, task }: HeldTask,
  personId: string,
): Promise<void> {
  const others = process.separation?.[task.step] ?? []
  if (others.length === 0) return
  const done = await tablesOf(work)
    .selectFrom('task')
    .select(['step', 'done_by'])
    .where('case_id', '=', task.case_id)
    .where('state', '=', 'done')
    .where('step', 'in', others)
    .execute()
  const problem = separationProblem(process.separation, task.step, done, personId)
  if (problem) throw new Refusal(problem)
}

/** Refuses with the name of the other person in place of the id. */
export async function refuseNamed(work: CaseWork, problem: Problem | undefined): Promise<void> {
  if (!problem) return
  const by = problem.params?.by
  if (!by) throw new Refusal(problem)
  const { rows } = await sql<{ name: string }>`select name from person where id = ${by}`.execute(work.trx)
  throw new Refusal({ ...problem, params: { ...problem.params, by: rows[0]?.name ?? String(by) } })
}

/** Writes the change with the next revision and returns the task as it now is. */
export async function changeTask(
  work: CaseWork,
  task: TaskRow,
  change: Partial<Omit<TaskRow, 'draft'>>,
): Promise<TaskRow> {
  const revision = task.revision + 1
  await tablesOf(work)
    .updateTable('task')
    .set({ ...change, revision })
    .where('id', '=', task.id)
    .execute()
  return { ...task, ...change, revision }
}
