import type { AnswerOf } from '../../ui/api-types.ts'

export type FieldTask = AnswerOf<'fieldwork.task.list'>['tasks'][number]
export type TaskPackage = AnswerOf<'fieldwork.task.view'>
