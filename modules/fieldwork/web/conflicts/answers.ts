import type { AnswerOf } from '../../../../apps/ui/api-types.ts'

export type Conflict = AnswerOf<'fieldwork.conflict.view'>
export type HeldRow = AnswerOf<'fieldwork.operation.list'>['rows'][number]
