import { json } from '../../../kernel/db/database.ts'
import type { PayloadOf } from '../schema.ts'
import type { FieldTables } from '../tables.ts'
import type { Applying } from './applying.ts'
import { formOf } from './field-work.ts'
import { ownTask } from './standing.ts'

/** Keeps what is filled in so far; checked when the task is submitted. */
export async function saveForm({ context, operation }: Applying, { values }: PayloadOf<'form.save'>) {
  const { trx, person, now } = context
  const task = await ownTask(context, operation.taskId)
  const known = await formOf(trx, task.case_id)
  const { baseRevision } = operation
  if (baseRevision !== undefined && baseRevision !== null && baseRevision !== known.revision) {
    const problem = { code: 'fieldwork.form.changed-meanwhile', status: 409, params: { revision: known.revision } }
    return { status: 'conflict' as const, revision: known.revision, current: known.values, problem }
  }
  const revision = known.revision + 1
  const row = { revision, values: json(values), saved_by: person.id, saved_at: now }
  await trx
    .withTables<FieldTables>()
    .insertInto('field_form')
    .values({ case_id: task.case_id, ...row })
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet(row))
    .execute()
  return { status: 'applied' as const, revision }
}
