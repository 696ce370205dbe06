import type { AnswerOf } from '../../../apps/ui/api-types.ts'

/** Answers of landuse.* as the pages hand them about. */
export type BatchRow = AnswerOf<'landuse.batch.list'>['rows'][number]
export type BatchView = AnswerOf<'landuse.batch.view'>
export type ReportRow = AnswerOf<'landuse.batch.report'>['rows'][number]
export type ClueRow = AnswerOf<'landuse.clue.list'>['rows'][number]
export type ClueView = AnswerOf<'landuse.clue.view'>
export type SurveyView = AnswerOf<'landuse.survey.view'>
export type FieldPhoto = SurveyView['photos'][number]
export type ReviewView = AnswerOf<'landuse.review.view'>
export type QualityView = AnswerOf<'landuse.quality.view'>
export type QualityIssue = QualityView['issues'][number]
export type ResultList = AnswerOf<'landuse.result.list'>
export type ResultPreview = AnswerOf<'landuse.result.preview'>
export type PreviewItem = ResultPreview['items'][number]
export type SharedRow = AnswerOf<'landuse.share.list'>['rows'][number]
