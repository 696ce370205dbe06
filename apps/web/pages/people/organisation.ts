import type { AnswerOf } from '../../../ui/api-types.ts'

export type Organisation = AnswerOf<'administration.organisation.list'>['organisations'][number]
