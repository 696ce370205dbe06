import { Type } from '@sinclair/typebox'
import {
  closeIrregularly,
  irregularClosureOf,
  proposeIrregularClosure,
} from '../../../kernel/cases/close-irregularly.ts'
import { readCase, scopeOfCase } from '../../../kernel/cases/standing.ts'
import { action } from '../../../kernel/http/action.ts'
import { refuseConfirmation, refuseProposal } from '../rules/irregular-closure.ts'
import { Id, Reason } from '../schema.ts'

/** 非正常结案, proposed: nothing changes until a second person confirms. */
export const proposeClosure = action({
  verb: 'casework.case.proposeIrregularClosure',
  input: Type.Object({ caseId: Id, reason: Reason }),
  facts: (context, { caseId }) => readCase(context, caseId),
  scope: (row) => scopeOfCase(row),
  refuse: (row) => refuseProposal(row),
  handle: (context, { caseId, reason }) => proposeIrregularClosure(context, caseId, reason),
  audit: ({ caseId, reason }, _result, { number }) => ({ subject: `case:${caseId}`, after: { number, reason } }),
})

/** 非正常结案, confirmed by a second person; it cannot be undone. */
export const confirmClosure = action({
  verb: 'casework.case.closeIrregularly',
  input: Type.Object({ caseId: Id }),
  facts: async (context, { caseId }) => ({
    row: await readCase(context, caseId),
    proposedBy: (await irregularClosureOf(context, caseId))?.proposedBy ?? null,
    me: context.person.id,
  }),
  scope: ({ row }) => scopeOfCase(row),
  refuse: ({ row, proposedBy, me }) => refuseConfirmation(row, proposedBy, me),
  handle: (context, { caseId }) => closeIrregularly(context, caseId),
  audit: ({ caseId }, { reason, proposedBy }, { row }) => ({
    subject: `case:${caseId}`,
    before: { state: row.state },
    after: { number: row.number, reason, proposedBy },
  }),
})
