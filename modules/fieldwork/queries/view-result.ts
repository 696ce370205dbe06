import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { readCase, scopeOfCase } from '../../../kernel/cases/standing.ts'
import type { TaskRow } from '../../../kernel/cases/tables.ts'
import { readForm } from '../../../kernel/forms/store.ts'
import { query } from '../../../kernel/http/action.ts'
import { can } from '../../../kernel/identity/can.ts'
import { forbidden, Refusal } from '../../../kernel/problems/problem.ts'
import { noSurveyOf } from '../dispatch/no-survey.ts'
import { collectCase } from '../evidence/collect-case.ts'
import { missingOf } from '../rules/completeness/missing-of.ts'
import { placeToDegrees } from '../rules/plane.ts'
import { fieldResultOf } from '../sync/field-result.ts'
import { formOf } from '../sync/field-work.ts'
import { FIELD_ROLE } from '../sync/standing.ts'

/** 外业成果 of a case for the desk: patches, photos, the form as it was filled in outdoors, and what its template still misses. */
export const viewResult = query({
  name: 'fieldwork.result.view',
  input: Type.Object({ caseId: Type.String({ format: 'uuid' }) }),
  async handle(context, { caseId }) {
    const { trx, person } = context
    const row = await readCase({ trx }, caseId)
    if (!can(person, 'fieldwork.result.view', scopeOfCase(row)))
      throw new Refusal(forbidden('kernel.no-right', { verb: 'fieldwork.result.view', area: row.area_code }))
    const { rows } = await sql<TaskRow>`select * from task where case_id = ${caseId} and role = ${FIELD_ROLE}
      order by opened_at desc, id desc limit 1`.execute(trx)
    const task = rows[0]
    const noEvidence = typeof row.data.noEvidence === 'string' ? row.data.noEvidence : null
    const noSurvey = task?.state === 'done' ? ((await noSurveyOf(trx, task.id)) ?? null) : null
    const result = task && !noSurvey ? await fieldResultOf(context, task, noEvidence) : undefined
    const { patches, photos, range } = await collectCase(trx, caseId)
    const form = await formOf(trx, caseId)
    return {
      ...{ patches, photos, range, isHandedIn: task?.state === 'done', noSurvey },
      template: result?.template ?? null,
      form: result?.form ? { definition: await readForm(trx, result.form.definition.key, result.form.definition.version), values: result.form.values, revision: form.revision } : null, // biome-ignore format: one line
      findings: (result ? missingOf(result) : []).map(({ stand, ...finding }) => ({
        ...finding,
        ...(stand && { stand: { ...stand, position: placeToDegrees(stand.position) } }),
      })),
    }
  },
})
