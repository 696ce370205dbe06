import { json } from '../../../kernel/db/database.ts'
import { later } from '../../../kernel/db/packets.ts'
import { type Fields, mergeFields } from '../rules/merge-fields.ts'
import type { PayloadOf } from '../schema.ts'
import type { FieldTables } from '../tables.ts'
import type { Applying } from './applying.ts'
import { knownWork } from './known-work.ts'
import { taskToWorkOn } from './standing.ts'

/** Keeps what is filled in so far; checked when the task is submitted. What others have filled in meanwhile stays, field by field. */
export async function saveForm(applying: Applying, { values, base, isWhole }: PayloadOf<'form.save'>) {
  const { trx, person, now } = applying.context
  const { baseRevision } = applying.operation
  const task = await taskToWorkOn(applying)
  const work = await knownWork(applying, task.case_id)
  const known = work.form
  const isMoved = baseRevision != null && baseRevision !== known.revision
  const merged = isMoved ? mergeFields(values, base ?? {}, known.values) : { values, conflicts: [] }
  if (isMoved && (!base || merged.conflicts.length > 0)) {
    const problem = { code: 'fieldwork.form.changed-meanwhile', status: 409, params: { revision: known.revision } }
    const { revision, values: current } = known
    return { status: 'conflict' as const, revision, current, problem, conflicts: merged.conflicts }
  }
  const whole: Fields = isWhole ? merged.values : { ...known.values, ...merged.values }
  const row = { revision: known.revision + 1, values: json(whole), saved_by: person.id, saved_at: now }
  const write = trx
    .withTables<FieldTables>()
    .insertInto('field_form')
    .values({ case_id: task.case_id, ...row })
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet(row))
  await later(trx, write)
  work.form = { revision: row.revision, values: whole }
  return { status: 'applied' as const, revision: row.revision, ...(isMoved && { merged: true as const }) }
}
