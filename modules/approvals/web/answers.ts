import type { AnswerOf } from '../../../apps/ui/api-types.ts'

export type ItemRow = AnswerOf<'approvals.item.list'>['rows'][number]
export type ItemView = AnswerOf<'approvals.item.view'>
export type ProposalView = AnswerOf<'approvals.item.proposal'>
export type ProjectRow = AnswerOf<'approvals.project.list'>['rows'][number]
export type ProjectView = AnswerOf<'approvals.project.view'>
export type FilingView = AnswerOf<'approvals.case.view'>
export type Stages = ProjectRow['stages']
export type ChainView = AnswerOf<'approvals.item.chain'>
export type ResultRow = AnswerOf<'approvals.result.list'>['rows'][number]
