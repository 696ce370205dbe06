import { aroundForm } from '../../../kernel/cases/forms/form-around.ts'
import { readProcess } from '../../../kernel/cases/publish-process.ts'
import { readCase, stepOf } from '../../../kernel/cases/standing.ts'
import type { CaseRow, TaskRow } from '../../../kernel/cases/tables.ts'
import { mergeValues } from '../../../kernel/forms/check-form.ts'
import { readForm } from '../../../kernel/forms/store.ts'
import type { Context } from '../../../kernel/http/action.ts'
import type { FieldResult } from '../rules/completeness/missing-of.ts'
import { withPhotos } from '../rules/completeness/with-photos.ts'
import { templateOfTask } from '../templates/store.ts'
import { evidenceOf } from './evidence-of.ts'
import { formOf, patchesOf, photosOf, ruled } from './field-work.ts'

/** What was brought back for a task, as the rules of completeness want it. `noEvidence`: 未举证类型. */
export async function fieldResultOf(
  context: Pick<Context, 'trx' | 'now' | 'person'>,
  task: Pick<TaskRow, 'case_id' | 'step' | 'business' | 'opened_at'>,
  noEvidence: string | null,
): Promise<FieldResult> {
  const { trx } = context
  const { patch: range, window } = await evidenceOf(trx, task.case_id, noEvidence)
  const photos = (await photosOf(trx, task.case_id)).map(ruled)
  return {
    template: await templateOfTask(trx, task.business, task.opened_at),
    ...{ range, window, photos, noEvidence },
    patches: await patchesOf(trx, task.case_id),
    form: await formResult(
      context,
      await readCase({ trx }, task.case_id),
      task.step,
      photos.map(({ digest }) => digest),
    ),
  }
}

async function formResult(
  context: Pick<Context, 'trx' | 'now' | 'person'>,
  row: CaseRow,
  stepId: string,
  digests: readonly string[],
): Promise<FieldResult['form']> {
  const { trx, person } = context
  const step = stepOf(await readProcess(trx, row.process, row.process_version), stepId)
  if (!step.form) return null
  const definition = await readForm(trx, step.form, row.forms[step.form])
  const filled = await formOf(trx, row.id)
  const { values } = mergeValues(definition, row.data, filled.values, step, person.id)
  const own = Object.fromEntries(
    definition.fields.flatMap(({ name }) => (name in values ? [[name, values[name]]] : [])),
  )
  const whole = withPhotos(definition, step, own, digests)
  return { definition, values: whole, step, around: await aroundForm(context, row.id, definition, whole) }
}
