import type { Moved } from '../../kernel/cases/transition.ts'

/** What a page needs to know after a case has moved. */
export const movedAnswer = ({ caseId, number, created, ended }: Moved) => ({
  caseId,
  number,
  next: created.map(({ id, step, assignee }) => ({ taskId: id, step, assignee })),
  ended: ended ?? null,
})
