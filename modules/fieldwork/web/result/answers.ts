import type { AnswerOf } from '../../../../apps/ui/api-types.ts'

export type FieldResultView = AnswerOf<'fieldwork.result.view'>
