import { Type } from '@sinclair/typebox'
import { action } from '../../../../kernel/http/action.ts'
import { checkSurvey } from '../check-survey.ts'
import { toView } from '../issue-view.ts'
import { readSurveyCase } from '../survey-case.ts'

/** Judges the survey as it stands, without moving the case. */
export const runQuality = action({
  verb: 'landuse.quality.run',
  input: Type.Object({ caseId: Type.String({ format: 'uuid' }) }),
  facts: async ({ trx }, { caseId }) => (await readSurveyCase(trx, caseId)).row,
  scope: ({ area_code: area, business }) => ({ area, business }),
  async handle({ trx, person, now }, { caseId }) {
    const { run, errors, warnings } = await checkSurvey(trx, caseId, { by: person.id, now })
    return { run, errors, warnings, issues: await toView(trx, run) }
  },
  audit: ({ caseId }, { run, errors, warnings }) => ({ subject: `case:${caseId}`, after: { run, errors, warnings } }),
})
