import { Type } from '@sinclair/typebox'
import { completeTask } from '../../../../kernel/cases/complete-task.ts'
import { action } from '../../../../kernel/http/action.ts'
import { invalid } from '../../../../kernel/problems/problem.ts'
import { scopeOf, taskAt } from '../../survey/survey-case.ts'

/** 维持原图: what the survey found changes nothing on the base map (too small to be mapped, or as it was). */
export const keepBase = action({
  verb: 'landuse.result.keep',
  input: Type.Object({ caseId: Type.String({ format: 'uuid' }), reason: Type.String({ maxLength: 500 }) }),
  facts: ({ trx }, { caseId }) => taskAt(trx, caseId, 'result'),
  scope: scopeOf,
  refuse: (_, { reason }) => (reason.trim() === '' ? invalid('landuse.result.keep.no-reason') : undefined),
  async handle(context, { caseId, reason }, task) {
    await completeTask(context, task.id, { outcome: 'applied', facts: { changeSet: null }, opinion: reason })
    return { caseId }
  },
  audit: ({ caseId, reason }) => ({ subject: `case:${caseId}`, after: { kept: reason } }),
})
