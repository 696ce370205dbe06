import { Type } from '@sinclair/typebox'
import { readCase, scopeOfCase } from '../../../kernel/cases/standing.ts'
import { circulate } from '../../../kernel/cases/verbs/circulate.ts'
import { action } from '../../../kernel/http/action.ts'
import { refuseAddition } from '../rules/attaching.ts'
import { Id, Ids, Reason } from '../schema.ts'

/** 传阅/抄送 to people who may see the case; it goes on meanwhile. */
export const circulateCase = action({
  verb: 'casework.case.circulate',
  input: Type.Object({ caseId: Id, taskId: Type.Optional(Id), people: Ids, text: Reason }),
  facts: (context, { caseId }) => readCase(context, caseId),
  scope: (row) => scopeOfCase(row),
  refuse: (row) => refuseAddition(row),
  handle: async (context, input) => ({ ids: await circulate(context, input) }),
  audit: ({ caseId, people, text }, { ids }, { number }) => ({
    subject: `case:${caseId}`,
    after: { number, people, text, ids },
  }),
})
