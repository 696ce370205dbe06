import type { FoundCase as KernelFoundCase } from '../../kernel/cases/search-cases.ts'
import type { TaskView as KernelTaskView } from '../../kernel/cases/view-case.ts'
import type { WorklistItem as KernelWorklistItem } from '../../kernel/cases/worklist.ts'
import type { viewCase } from '../../modules/casework/queries/view-case.ts'
import type { Json } from './json.ts'

/** A line of casework.worklist. */
export type WorklistItem = Json<KernelWorklistItem>

/** A line of casework.case.search. */
export type FoundCase = Json<KernelFoundCase>

/** A task of a case, with what the reader may do with it. */
export type TaskView = Json<KernelTaskView>

/** The answer of casework.case.view. */
export type CaseView = Json<Awaited<ReturnType<typeof viewCase.handle>>>

export type CaseState = CaseView['state']
export type Opinion = CaseView['opinions'][number]
export type CaseEvent = CaseView['history'][number]
export type Resource = CaseView['resources'][number]
