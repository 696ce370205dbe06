import type { AnswerOf } from '../../../../apps/ui/api-types.ts'

export type EditionView = AnswerOf<'forms.dictionary.view'>
