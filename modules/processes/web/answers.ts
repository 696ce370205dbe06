import type { AnswerOf } from '../../../apps/ui/api-types.ts'

export type DesignView = AnswerOf<'processes.design.view'>
export type ProcessRow = AnswerOf<'processes.list'>['rows'][number]
export type DecisionRow = AnswerOf<'processes.decision.list'>['rows'][number]
export type VersionRow = AnswerOf<'processes.version.list'>['rows'][number]
export type RuleRow = AnswerOf<'processes.rule.list'>['rows'][number]
export type RuleView = AnswerOf<'processes.rule.view'>
export type CallRow = AnswerOf<'processes.rule.calls'>['rows'][number]
