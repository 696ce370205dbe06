import { sql } from 'kysely'
import { completeTask } from '../../../kernel/cases/complete-task.ts'
import { readProcess } from '../../../kernel/cases/publish-process.ts'
import { readCase, readTask, stepOf } from '../../../kernel/cases/standing.ts'
import type { TaskRow } from '../../../kernel/cases/tables.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import type { FormValues } from '../../../kernel/forms/definition.ts'
import type { Context } from '../../../kernel/http/action.ts'
import { type Problem, refuseIf } from '../../../kernel/problems/problem.ts'
import type { UserTask } from '../../../kernel/process/model.ts'
import { noSurveyOf } from '../dispatch/no-survey.ts'
import { wayOut } from '../dispatch/rules/way-out.ts'
import { problemOf } from '../rules/completeness/finding.ts'
import { type FieldResult, missingOf } from '../rules/completeness/missing-of.ts'
import { withPhotos } from '../rules/completeness/with-photos.ts'
import type { PayloadOf } from '../schema.ts'
import type { Applying } from './applying.ts'
import { fieldResultOf } from './field-result.ts'
import { formOf } from './field-work.ts'
import { ownTask } from './standing.ts'

/** Hands the work in: refused while classes or evidence are missing, so that the phone hears of it on the spot. */
export async function submitTask(
  { context, device, operation }: Applying,
  { opinion, noEvidence }: PayloadOf<'task.submit'>,
) {
  const { trx, person } = context
  const before = await readTask(context, operation.taskId)
  if (before.state === 'done' && before.done_by === person.id) return { status: 'duplicate' as const }
  const task = await ownTask(context, operation.taskId)
  if (await photosOnTheirWay(trx, device, task.id)) return { status: 'held' as const, waitsFor: 'photo' as const }
  const unsurveyed = await noSurveyOf(trx, task.id)
  const result = await fieldResultOf(context, task, noEvidence ?? null)
  if (!unsurveyed) refuseIf(incomplete(result))
  const filled = unsurveyed
    ? { isUnfilled: true as const }
    : { data: dataOf(result, (await formOf(trx, task.case_id)).values) }
  const facts = { noEvidence: noEvidence ?? null, noSurvey: unsurveyed?.reason ?? null, fieldTask: task.id }
  const outcome = wayOut(await stepOfTask(context, task), unsurveyed !== undefined)
  await completeTask(context, task.id, { outcome, ...filled, facts, ...(opinion && { opinion }) })
  return { status: 'applied' as const }
}

async function stepOfTask({ trx }: Context, { case_id, step }: TaskRow): Promise<UserTask> {
  const { process, process_version } = await readCase({ trx }, case_id)
  return stepOf(await readProcess(trx, process, process_version), step)
}

/** Named before their bytes arrived: the work is handed in when they are there, not refused for want of them. */
async function photosOnTheirWay(trx: Trx, device: string, taskId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from field_operation where device = ${device} and task_id = ${taskId}
    and waits_for = 'photo' and kind in ('photo.add', 'file.add') limit 1`.execute(trx)
  return rows.length > 0
}

/** The first of what is missing, and how much more is: the phone finds the same and shows it all. */
function incomplete(result: FieldResult): Problem | undefined {
  const [first, ...others] = missingOf(result)
  return first && problemOf(first, others.length)
}

const dataOf = ({ form, photos }: FieldResult, values: FormValues): FormValues =>
  form
    ? withPhotos(
        form.definition,
        form.step,
        values,
        photos.flatMap(({ digest }) => digest ?? []),
      )
    : values
