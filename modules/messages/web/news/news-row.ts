import type { AnswerOf } from '../../../../apps/ui/api-types.ts'

export type NewsRow = AnswerOf<'messages.news.list'>['rows'][number]
