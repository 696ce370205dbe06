import type { AnswerOf } from '../../../apps/ui/api-types.ts'

/** Answers of quality.* as the pages hand them about. */
export type RunRow = AnswerOf<'quality.run.list'>['rows'][number]
export type RunView = AnswerOf<'quality.run.view'>
export type IssueRow = AnswerOf<'quality.issue.list'>['rows'][number]
export type IssueView = AnswerOf<'quality.issue.view'>
export type Rules = AnswerOf<'quality.rule.list'>
export type ProposedFix = NonNullable<AnswerOf<'quality.issue.proposeFix'>['fix']>
