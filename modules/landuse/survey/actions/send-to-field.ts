import { Type } from '@sinclair/typebox'
import { completeTask } from '../../../../kernel/cases/complete-task.ts'
import { action } from '../../../../kernel/http/action.ts'
import { invalid } from '../../../../kernel/problems/problem.ts'
import { scopeOf, taskAt } from '../survey-case.ts'

/** 转外业: the pictures do not settle it, somebody has to look on the ground. */
export const sendToField = action({
  verb: 'landuse.survey.sendToField',
  input: Type.Object({ caseId: Type.String({ format: 'uuid' }), reason: Type.String({ maxLength: 500 }) }),
  facts: ({ trx }, { caseId }) => taskAt(trx, caseId, 'office'),
  scope: scopeOf,
  refuse: (_, { reason }) => (reason.trim() === '' ? invalid('landuse.survey.sendToField.no-reason') : undefined),
  async handle(context, { caseId, reason }, task) {
    const moved = await completeTask(context, task.id, {
      outcome: 'toField',
      facts: { surveyWay: 'field' },
      opinion: reason,
    })
    return { caseId, revision: moved.revision }
  },
  audit: ({ caseId, reason }) => ({ subject: `case:${caseId}`, after: { way: 'field', reason } }),
})
