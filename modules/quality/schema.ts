import { Type } from '@sinclair/typebox'

export const Id = Type.String({ format: 'uuid' })

export const severities = ['A', 'B', 'C'] as const
export const issueStates = ['open', 'fixed', 'waived', 'returned'] as const
/** How an officer may settle an issue. */
export const settlements = ['fixed', 'waived', 'returned'] as const
export type Settlement = (typeof settlements)[number]

export const IssueFilter = {
  runId: Id,
  rule: Type.Optional(Type.String({ maxLength: 20 })),
  severity: Type.Optional(Type.String({ maxLength: 1 })),
  state: Type.Optional(Type.String({ maxLength: 10 })),
  field: Type.Optional(Type.String({ maxLength: 20 })),
  /** id of a feature the issue must concern */
  feature: Type.Optional(Type.String({ maxLength: 20 })),
}
