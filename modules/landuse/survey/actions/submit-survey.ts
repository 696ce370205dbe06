import { Type } from '@sinclair/typebox'
import { completeTask } from '../../../../kernel/cases/complete-task.ts'
import { action } from '../../../../kernel/http/action.ts'
import { invalid } from '../../../../kernel/problems/problem.ts'
import { today } from '../rules/today.ts'
import { storeSurvey } from '../store-patches.ts'
import { readSurveyCase, scopeOf, taskAt } from '../survey-case.ts'

/** Hands the office survey to the quality check. */
export const submitSurvey = action({
  verb: 'landuse.survey.submit',
  input: Type.Object({
    caseId: Type.String({ format: 'uuid' }),
    opinion: Type.Optional(Type.String({ maxLength: 2000 })),
  }),
  facts: async ({ trx }, { caseId }) => ({
    task: await taskAt(trx, caseId, 'office'),
    survey: await readSurveyCase(trx, caseId),
  }),
  scope: ({ task }) => scopeOf(task),
  refuse({ survey: { survey, patches } }) {
    if (!survey || patches.length === 0) return invalid('landuse.survey.submit.no-patch')
    const unclassed = patches.findIndex(({ DLBM }) => DLBM === null)
    return unclassed < 0 ? undefined : invalid('landuse.survey.submit.no-class', { patch: unclassed + 1 })
  },
  async handle(context, { caseId, opinion }, { task, survey: { survey } }) {
    const { trx, person, now } = context
    const text = opinion ?? survey?.opinion ?? null
    await storeSurvey(trx, caseId, {
      way: 'office',
      state: 'submitted',
      surveyedOn: survey?.surveyedOn ?? today(now),
      opinion: text,
      by: person.id,
      now,
    })
    const moved = await completeTask(context, task.id, {
      outcome: 'submit',
      data: { surveyOpinion: text },
      ...(text && { opinion: text }),
    })
    return { caseId, revision: moved.revision }
  },
  audit: ({ caseId }, _, { survey }) => ({
    subject: `case:${caseId}`,
    after: survey.patches.map(({ DLBM, area }) => ({ DLBM, area })),
  }),
})
