import type { AnswerOf } from '../../../../apps/ui/api-types.ts'

export type ModuleRow = AnswerOf<'fieldwork.pool.list'>['rows'][number]
