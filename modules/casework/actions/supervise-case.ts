import { Type } from '@sinclair/typebox'
import { readCase, scopeOfCase } from '../../../kernel/cases/standing.ts'
import { supervise } from '../../../kernel/cases/verbs/supervise.ts'
import { action } from '../../../kernel/http/action.ts'
import { refuseAddition } from '../rules/attaching.ts'
import { Day, Id, Reason } from '../schema.ts'

/** 督办: a leader wants an answer by a day. */
export const superviseCase = action({
  verb: 'casework.case.supervise',
  input: Type.Object({ caseId: Id, text: Reason, until: Day }),
  facts: (context, { caseId }) => readCase(context, caseId),
  scope: (row) => scopeOfCase(row),
  refuse: (row) => refuseAddition(row),
  handle: async (context, { caseId, ...order }) => ({ id: await supervise(context, caseId, order) }),
  audit: ({ caseId, text, until }, { id }, { number }) => ({
    subject: `case:${caseId}`,
    after: { number, id, text, until },
  }),
})
