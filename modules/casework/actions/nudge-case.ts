import { Type } from '@sinclair/typebox'
import { readCase, scopeOfCase } from '../../../kernel/cases/standing.ts'
import { nudge } from '../../../kernel/cases/talk/nudge.ts'
import { caseProblem } from '../../../kernel/cases/task-rules.ts'
import { action } from '../../../kernel/http/action.ts'
import { Id, Reason } from '../schema.ts'

/** 催办: answers with how many people were reminded; none while the task lies in a pool. */
export const nudgeCase = action({
  verb: 'casework.task.nudge',
  input: Type.Object({ caseId: Id, text: Reason }),
  facts: (context, { caseId }) => readCase(context, caseId),
  scope: (row) => scopeOfCase(row),
  refuse: ({ state, number }) => caseProblem(state, number),
  handle: async (context, { caseId, text }) => ({ reminded: await nudge(context, caseId, text) }),
  audit: ({ caseId, text }, { reminded }, { number }) => ({
    subject: `case:${caseId}`,
    after: { number, text, reminded },
  }),
})
