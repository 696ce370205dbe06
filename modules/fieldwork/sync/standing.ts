import { sql } from 'kysely'
import { holdForAct } from '../../../kernel/cases/act-on-task.ts'
import { claim } from '../../../kernel/cases/claim.ts'
import { holdCase, readTask } from '../../../kernel/cases/standing.ts'
import type { TaskRow } from '../../../kernel/cases/tables.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import { PREPARED } from '../../../kernel/db/statement-names.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import type { Context } from '../../../kernel/http/action.ts'
import { toMultiPolygon } from '../../../kernel/layers/feature.ts'
import { conflict, invalid, Refusal } from '../../../kernel/problems/problem.ts'
import type { Applying } from './applying.ts'

/** Tasks of this role are done in the field, in whatever business. */
export const FIELD_ROLE = 'investigator'

export async function readFieldTask(trx: Trx, taskId: string): Promise<TaskRow> {
  const task = await readTask({ trx }, taskId)
  refuseOther(task)
  return task
}

function refuseOther({ role, step }: TaskRow): void {
  if (role !== FIELD_ROLE) throw new Refusal(invalid('fieldwork.task.not-field', { step }))
}

/** The task as this person's own: claimed on the way if it still lies in the pool. Throws why it is not theirs. */
export async function ownTask(context: Context, taskId: string): Promise<TaskRow> {
  const { task } = await holdForAct(context, taskId, 'complete')
  refuseOther(task)
  return task.state === 'claimed' ? task : claim(context, taskId)
}

/** The same for an act; where a person at the desk has decided that it counts, whoever holds the task. */
export async function taskToWorkOn({ context, operation, isDecided, batch }: Applying): Promise<TaskRow> {
  if (!isDecided) {
    const own = batch?.held.get(operation.taskId) ?? (await ownTask(context, operation.taskId))
    batch?.held.set(operation.taskId, own)
    return own
  }
  const task = await readFieldTask(context.trx, operation.taskId)
  const { closed_at: closedAt, number } = (await holdCase(context, task.case_id)).row
  if (closedAt) throw new Refusal(conflict('cases.already-closed', { number }))
  return task
}

/** 范围: where the task's case lies, EPSG:4524. */
export async function rangeOf(trx: Trx, caseId: string): Promise<MultiPolygon> {
  const { rows } = await sql<{
    scope: Uint8Array | null
  }>`${PREPARED} select ST_AsEWKB(scope) as scope from case_ where id = ${caseId}`.execute(trx)
  const scope = rows[0]?.scope
  if (!scope) throw new Refusal(invalid('fieldwork.task.no-range', { case: caseId }))
  return toMultiPolygon(scope)
}
