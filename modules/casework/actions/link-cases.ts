import { Type } from '@sinclair/typebox'
import { readCase, scopeOfCase } from '../../../kernel/cases/standing.ts'
import { linkCases as link } from '../../../kernel/cases/talk/links.ts'
import { action } from '../../../kernel/http/action.ts'
import { invalid } from '../../../kernel/problems/problem.ts'
import { readSeenCase } from '../case-facts.ts'
import { Id, LinkKind } from '../schema.ts'

/** A child, a supplementary contract or a related case; the other one must be within sight. */
export const linkCases = action({
  verb: 'casework.case.link',
  input: Type.Object({
    caseId: Id,
    otherId: Id,
    kind: LinkKind,
  }),
  facts: async (context, { caseId, otherId }) => ({
    row: await readCase(context, caseId),
    other: await readSeenCase(context, otherId, 'casework.case.view'),
  }),
  scope: ({ row }) => scopeOfCase(row),
  refuse: ({ row, other }) =>
    row.id === other.id ? invalid('casework.case.link.itself', { number: row.number }) : undefined,
  /** `warning`: what is worth looking at, though nothing was refused for it. */
  handle: async (context, { caseId, otherId, kind }) => ({ warning: await link(context, caseId, otherId, kind) }),
  audit: ({ caseId, kind }, { warning }, { row, other }) => ({
    subject: `case:${caseId}`,
    after: { number: row.number, other: other.number, kind, warning: warning?.code },
  }),
})
