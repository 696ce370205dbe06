import type { AnswerOf } from '../../../apps/ui/api-types.ts'

/** Answers of compliance.* as the pages hand them about. */
export type ReportRow = AnswerOf<'compliance.report.list'>['rows'][number]
export type ReportView = AnswerOf<'compliance.report.view'>
export type VerdictView = ReportView['verdicts'][number]
