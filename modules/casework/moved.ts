import type { TaskRow } from '../../kernel/cases/tables.ts'
import type { Moved } from '../../kernel/cases/transition.ts'

/** The tasks that came of an act. */
export const movedNext = (tasks: TaskRow[]) => tasks.map(({ id, step, assignee }) => ({ taskId: id, step, assignee }))

/** What a page needs to know after a case has moved. */
export const movedAnswer = ({ caseId, number, created, ended }: Moved) => ({
  caseId,
  number,
  next: movedNext(created),
  ended: ended ?? null,
})
