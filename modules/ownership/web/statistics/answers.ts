import type { AnswerOf } from '../../../../apps/ui/api-types.ts'

export type Statistics = AnswerOf<'ownership.homestead.statistics'>
export type Filter = { area?: string; from?: string; to?: string }
