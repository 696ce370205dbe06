import type { AnswerOf } from './api-types.ts'

/** A line of casework.worklist. */
export type WorklistItem = AnswerOf<'casework.worklist'>['items'][number]

/** A line of casework.case.search. */
export type FoundCase = AnswerOf<'casework.case.search'>['items'][number]

/** Everything the case page shows. */
export type CaseView = AnswerOf<'casework.case.view'>

/** A task of a case, with what the reader may do with it. */
export type TaskView = CaseView['tasks'][number]

export type CaseState = CaseView['state']
export type Opinion = CaseView['opinions'][number]
export type CaseEvent = CaseView['history'][number]
export type Resource = CaseView['resources'][number]
