import { Type } from '@sinclair/typebox'
import { readCase, scopeOfCase } from '../../../kernel/cases/standing.ts'
import {
  correctionFacts,
  receiptProblem,
  receiveCorrection as receive,
} from '../../../kernel/cases/verbs/correction.ts'
import { action } from '../../../kernel/http/action.ts'
import { Id } from '../schema.ts'

/** 补正收件: the material is there, and the clock runs again. `due`: the case's last day now. */
export const receiveCorrection = action({
  verb: 'casework.case.receiveCorrection',
  input: Type.Object({ caseId: Id, note: Type.Optional(Type.String({ maxLength: 2000 })) }),
  facts: async (context, { caseId }) => {
    const row = await readCase(context, caseId)
    return { row, correction: await correctionFacts(context, row) }
  },
  scope: ({ row }) => scopeOfCase(row),
  refuse: ({ row, correction }) => receiptProblem(row, correction),
  handle: async (context, { caseId, note }) => ({ due: await receive(context, caseId, note) }),
  audit: ({ caseId, note }, { due }, { row }) => ({
    subject: `case:${caseId}`,
    after: { number: row.number, note, due },
  }),
})
