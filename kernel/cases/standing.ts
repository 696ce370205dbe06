import type { Scope } from '../identity/can.ts'
import { notFound, Refusal } from '../problems/problem.ts'
import type { UserTask } from '../process/model.ts'
import type { CaseProcess } from './case-process.ts'
import { isUserTask, readProcess } from './publish-process.ts'
import type { CaseRow, TaskRow } from './tables.ts'
import { type CaseWork, tablesOf } from './work.ts'

/** A case held until the end of the transaction, with the version of the process it runs on. */
export type HeldCase = { row: CaseRow; process: CaseProcess }
export type HeldTask = HeldCase & { task: TaskRow; step: UserTask }

const CASE_COLUMNS = [
  'id',
  'number',
  'business',
  'process',
  'process_version',
  'forms',
  'title',
  'state',
  'result',
  'area_code',
  'organisation',
  'data',
  'tokens',
  'revision',
  'opened_at',
  'opened_by',
  'closed_at',
  'limit_days',
  'due',
  'warn_from',
  'alarm_on',
] as const

export async function readCase(work: Pick<CaseWork, 'trx'>, id: string): Promise<CaseRow> {
  const row = await tablesOf(work).selectFrom('case_').select(CASE_COLUMNS).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal(notFound('cases.unknown', { case: id }))
  return row
}

/** Whoever acts on a case waits here for whoever is acting on it; then reads what the other has left. */
export async function holdCase(work: CaseWork, id: string): Promise<HeldCase> {
  const row = await tablesOf(work)
    .selectFrom('case_')
    .select(CASE_COLUMNS)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal(notFound('cases.unknown', { case: id }))
  return { row, process: await readProcess(work.trx, row.process, row.process_version) }
}

export async function readTask(work: Pick<CaseWork, 'trx'>, id: string): Promise<TaskRow> {
  const task = await tablesOf(work).selectFrom('task').selectAll().where('id', '=', id).executeTakeFirst()
  if (!task) throw new Refusal(notFound('cases.task.unknown', { task: id }))
  return task
}

/** The case first and the task second, everywhere, so that two acts never wait for each other. */
export async function holdTask(work: CaseWork, id: string): Promise<HeldTask> {
  const { case_id } = await readTask(work, id)
  const held = await holdCase(work, case_id)
  const task = await readTask(work, id)
  return { ...held, task, step: stepOf(held.process, task.step) }
}

export function stepOf(process: CaseProcess, id: string): UserTask {
  const step = process.steps.find((one) => one.id === id)
  if (!step || !isUserTask(step)) throw new Error(`${process.key} has no user task ${id}`)
  return step
}

/** Where a right is needed for acts on this case. */
export const scopeOfCase = ({
  area_code,
  organisation,
  business,
}: Pick<CaseRow, 'area_code' | 'organisation' | 'business'>): Scope => ({
  area: area_code,
  organisation: organisation ?? undefined,
  business,
})
