import type { AnswerOf } from '../../../../apps/ui/api-types.ts'

export type KeptTemplate = AnswerOf<'fieldwork.template.list'>['rows'][number]
