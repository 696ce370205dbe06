import type { AnswerOf } from '../../../ui/api-types.ts'

export type Card = AnswerOf<'centre.business.list'>['rows'][number]
