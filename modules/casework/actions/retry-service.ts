import { Type } from '@sinclair/typebox'
import { readCase, scopeOfCase } from '../../../kernel/cases/standing.ts'
import { retryService as askAgain } from '../../../kernel/cases/waits.ts'
import { action } from '../../../kernel/http/action.ts'
import { failedWaits, refuseRetry } from '../rules/retrying.ts'
import { Id } from '../schema.ts'

/** 重试: every automatic step of the case that has failed is asked for again, in the name of who retries. */
export const retryService = action({
  verb: 'casework.case.retryService',
  input: Type.Object({ caseId: Id }),
  facts: (context, { caseId }) => readCase(context, caseId),
  scope: (row) => scopeOfCase(row),
  refuse: (row) => refuseRetry(row),
  handle: async (context, { caseId }, row) => {
    const failed = failedWaits(row)
    for (const { id } of failed) await askAgain(context, caseId, id)
    return { steps: failed.map(({ step }) => step) }
  },
  audit: ({ caseId }, { steps }, { number }) => ({ subject: `case:${caseId}`, after: { number, steps } }),
})
