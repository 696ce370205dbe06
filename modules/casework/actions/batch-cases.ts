import { Type } from '@sinclair/typebox'
import { eachCase } from '../../../kernel/cases/each.ts'
import { resume, suspend } from '../../../kernel/cases/pause.ts'
import { action } from '../../../kernel/http/action.ts'
import type { Problem } from '../../../kernel/problems/problem.ts'
import { readSeenCase } from '../case-facts.ts'
import { Day, Ids, PauseKind, Reason } from '../schema.ts'

type Batch = { done: string[]; refused: { case: string; problem: Problem }[] }

const audited = ({ done, refused }: Batch) => ({
  subject: `cases:${done.length}`,
  after: { done, refused: refused.map(({ case: id, problem }) => ({ case: id, code: problem.code })) },
})

/** 批量挂起; the right is asked of every case where it lies. */
export const suspendCases = action({
  verb: 'casework.case.suspendMany',
  input: Type.Object({ caseIds: Ids, kind: PauseKind, reason: Reason, until: Type.Optional(Day) }),
  handle: (context, { caseIds, ...pause }) =>
    eachCase(context, caseIds, async (caseId) => {
      await readSeenCase(context, caseId, 'casework.case.suspendMany')
      await suspend(context, caseId, pause)
    }),
  audit: (_input, batch) => audited(batch),
})

/** 批量恢复 */
export const resumeCases = action({
  verb: 'casework.case.resumeMany',
  input: Type.Object({ caseIds: Ids }),
  handle: (context, { caseIds }) =>
    eachCase(context, caseIds, async (caseId) => {
      await readSeenCase(context, caseId, 'casework.case.resumeMany')
      await resume(context, caseId)
    }),
  audit: (_input, batch) => audited(batch),
})
