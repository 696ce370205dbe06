import type { listBatches } from '../queries/list-batches.ts'
import type { listClues } from '../queries/list-clues.ts'
import type { reportBatch } from '../queries/report-batch.ts'
import type { viewBatch } from '../queries/view-batch.ts'
import type { viewClue } from '../queries/view-clue.ts'
import type { listResults } from '../result/queries/list-results.ts'
import type { listShared } from '../result/queries/list-shared.ts'
import type { previewResult } from '../result/queries/preview-result.ts'
import type { viewQuality } from '../survey/queries/view-quality.ts'
import type { viewReview } from '../survey/queries/view-review.ts'
import type { viewSurvey } from '../survey/queries/view-survey.ts'

/** A value as JSON brings it: instants are texts. */
export type Json<T> = T extends Date ? string : T extends object ? { [K in keyof T]: Json<T[K]> } : T

// biome-ignore lint/suspicious/noExplicitAny: any query will do, only its answer is looked at
export type AnswerOf<Q extends { handle: (...parts: any[]) => Promise<unknown> }> = Json<
  Awaited<ReturnType<Q['handle']>>
>

type RowOf<Q> = Q extends { rows: (infer R)[] } ? R : never

export type BatchRow = RowOf<AnswerOf<typeof listBatches>>
export type BatchView = AnswerOf<typeof viewBatch>
export type ReportRow = RowOf<AnswerOf<typeof reportBatch>>
export type ClueRow = RowOf<AnswerOf<typeof listClues>>
export type ClueView = AnswerOf<typeof viewClue>

export type SurveyView = AnswerOf<typeof viewSurvey>
export type SurveyedPatch = SurveyView['patches'][number]
export type FieldPhoto = SurveyView['photos'][number]
export type ReviewView = AnswerOf<typeof viewReview>
export type QualityView = AnswerOf<typeof viewQuality>
export type QualityIssue = QualityView['issues'][number]
export type ResultList = AnswerOf<typeof listResults>
export type ResultPreview = AnswerOf<typeof previewResult>
export type PreviewItem = ResultPreview['items'][number]
export type SharedRow = RowOf<AnswerOf<typeof listShared>>
