import type { listBatches } from '../queries/list-batches.ts'
import type { listClues } from '../queries/list-clues.ts'
import type { reportBatch } from '../queries/report-batch.ts'
import type { viewBatch } from '../queries/view-batch.ts'
import type { viewClue } from '../queries/view-clue.ts'

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
