import type { AnswerOf } from '../../../ui/api-types.ts'

export type DispatchRow = AnswerOf<'fieldwork.dispatch.list'>['rows'][number]
export type Worker = AnswerOf<'fieldwork.dispatch.people'>['rows'][number]
