import type { AnswerOf } from '../../../ui/api-types.ts'

export type Overview = AnswerOf<'casework.supervision.overview'>
/** Sets some filters and brings the list into view. */
export type Drill = (filter: Record<string, string>) => void
