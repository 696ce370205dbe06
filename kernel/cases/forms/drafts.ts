import { json } from '../../db/database.ts'
import { conflict, Refusal } from '../../problems/problem.ts'
import { factsAbout } from '../act-on-task.ts'
import { holdTask } from '../standing.ts'
import { taskProblem } from '../task-rules.ts'
import { actorOf, type CaseWork, tablesOf } from '../work.ts'

/** Keeps what is typed so far, unchecked, and returns the next revision. Two windows on one task: the second is told. */
export async function saveDraft(
  work: CaseWork,
  taskId: string,
  draft: Record<string, unknown>,
  revision: number,
): Promise<number> {
  const { numUpdatedRows } = await tablesOf(work)
    .updateTable('task')
    .set({ draft: json(draft), revision: revision + 1 })
    .where('id', '=', taskId)
    .where('state', '=', 'claimed')
    .where('assignee', '=', actorOf(work).id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (numUpdatedRows === 1n) return revision + 1
  const { task, ...held } = await holdTask(work, taskId)
  const facts = await factsAbout(work, held, task)
  throw new Refusal(
    taskProblem('saveDraft', facts, revision) ?? conflict('cases.task.changed-meanwhile', { step: facts.task.step }),
  )
}
