import type { AnswerOf } from '../../../../apps/ui/api-types.ts'

/** Answers of fieldwork.dispatch.* as the page hands them about. */
export type DispatchRow = AnswerOf<'fieldwork.dispatch.list'>['rows'][number]
export type Place = AnswerOf<'fieldwork.dispatch.places'>['places'][number]
export type Worker = AnswerOf<'fieldwork.dispatch.people'>['rows'][number]
export type Rule = AnswerOf<'fieldwork.dispatch.rule.list'>['rows'][number]
