import { Type } from '@sinclair/typebox'
import { readCase, scopeOfCase } from '../../../kernel/cases/standing.ts'
import { unlinkCases as unlink } from '../../../kernel/cases/talk/links.ts'
import { action } from '../../../kernel/http/action.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { Id, LinkKind } from '../schema.ts'

/** Takes a link away again; it stays in the history. `caseId` is where the link begins. */
export const unlinkCases = action({
  verb: 'casework.case.unlink',
  input: Type.Object({ caseId: Id, otherId: Id, kind: LinkKind }),
  facts: (context, { caseId }) => readCase(context, caseId),
  scope: (row) => scopeOfCase(row),
  handle: async (context, { caseId, otherId, kind }) => {
    if (!(await unlink(context, caseId, otherId, kind))) throw new Refusal(notFound('casework.case.unlink.no-link'))
  },
  audit: ({ caseId, otherId, kind }, _result, { number }) => ({
    subject: `case:${caseId}`,
    before: { number, other: otherId, kind },
  }),
})
