import { sql } from 'kysely'
import type { Person } from '../identity/can.ts'
import { forbidden, Refusal, refuseIf } from '../problems/problem.ts'
import { readProcess } from './publish-process.ts'
import { type HeldCase, type HeldTask, holdTask, readCase, readTask, stepOf } from './standing.ts'
import type { TaskRow } from './tables.ts'
import { type TaskAct, type TaskFacts, taskProblem } from './task-rules.ts'
import { actorOf, type CaseWork, tablesOf } from './work.ts'

/** The task held for the acting person; refused when the act is not, or no longer, theirs. `revision`: what they saw. */
export async function holdForAct(work: CaseWork, taskId: string, act: TaskAct, revision?: number): Promise<HeldTask> {
  const held = await holdTask(work, taskId)
  refuseIf(taskProblem(act, await factsAbout(work, held, held.task), revision))
  return held
}

/** The same facts without holding anything: for the pages, and for refusing before work begins. */
export async function taskFacts(work: CaseWork, taskId: string): Promise<TaskFacts> {
  const task = await readTask(work, taskId)
  const row = await readCase(work, task.case_id)
  return factsAbout(work, { row, process: await readProcess(work.trx, row.process, row.process_version) }, task)
}

export async function factsAbout(work: CaseWork, { row, process }: HeldCase, task: TaskRow): Promise<TaskFacts> {
  const person = actorOf(work)
  const holder = task.done_by ?? task.assignee
  return {
    task,
    caseState: row.state,
    number: row.number,
    verbs: stepOf(process, task.step).verbs,
    heldBy: holder && (await nameOf(work, holder, person)),
    separatedBy: await separatedBy(work, { row, process }, task.step, person.id),
    person,
  }
}

async function nameOf({ trx }: CaseWork, id: string, me: Person): Promise<string> {
  if (id === me.id) return me.name
  const { rows } = await sql<{ name: string }>`select name from person where id = ${id}`.execute(trx)
  return rows[0]?.name ?? id
}

/** 职责分离: a step of this case the person has done that keeps them from `step`. */
async function separatedBy(
  work: CaseWork,
  { row, process }: HeldCase,
  step: string,
  personId: string,
): Promise<string | null> {
  const others = process.separation?.[step] ?? []
  if (others.length === 0) return null
  const done = await tablesOf(work)
    .selectFrom('task')
    .select('step')
    .where('case_id', '=', row.id)
    .where('state', '=', 'done')
    .where('done_by', '=', personId)
    .where('step', 'in', others)
    .executeTakeFirst()
  return done?.step ?? null
}

/** For a task that is given to somebody: the other person must not be kept from it either. */
export async function refuseUnlessSeparate(work: CaseWork, held: HeldTask, personId: string): Promise<void> {
  const { step } = held.task
  const other = await separatedBy(work, held, step, personId)
  if (other) throw new Refusal(forbidden('cases.separation-of-duties', { step, other }))
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
