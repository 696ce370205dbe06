import { Type } from '@sinclair/typebox'
import { readCase, scopeOfHandled } from '../../../kernel/cases/standing.ts'
import { addOpinion as writeOpinion } from '../../../kernel/cases/talk/opinions.ts'
import { action } from '../../../kernel/http/action.ts'
import { refuseAddition } from '../rules/attaching.ts'
import { Id, Reason } from '../schema.ts'

export const addOpinion = action({
  verb: 'casework.opinion.add',
  input: Type.Object({ caseId: Id, text: Reason }),
  facts: (context, { caseId }) => readCase(context, caseId),
  scope: (row) => scopeOfHandled(row),
  refuse: (row) => refuseAddition(row),
  handle: async (context, { caseId, text }) => ({ id: await writeOpinion(context, caseId, text) }),
  audit: ({ caseId, text }, _result, { number }) => ({ subject: `case:${caseId}`, after: { number, text } }),
})
