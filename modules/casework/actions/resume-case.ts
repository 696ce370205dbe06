import { Type } from '@sinclair/typebox'
import { resume } from '../../../kernel/cases/pause.ts'
import { readCase, scopeOfCase } from '../../../kernel/cases/standing.ts'
import { action } from '../../../kernel/http/action.ts'
import { refuseResumption } from '../rules/pausing.ts'
import { Id } from '../schema.ts'

/** 恢复: the clock runs again, and every limit has moved by the days it stood still. */
export const resumeCase = action({
  verb: 'casework.task.resume',
  input: Type.Object({ caseId: Id }),
  facts: (context, { caseId }) => readCase(context, caseId),
  scope: (row) => scopeOfCase(row),
  refuse: (row) => refuseResumption(row),
  handle: (context, { caseId }) => resume(context, caseId),
  audit: ({ caseId }, _result, { number }) => ({ subject: `case:${caseId}`, after: { number } }),
})
