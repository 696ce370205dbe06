import { Type } from '@sinclair/typebox'
import { dayOf } from '../../../kernel/calendar/day.ts'
import { suspend } from '../../../kernel/cases/pause.ts'
import { readCase, scopeOfCase } from '../../../kernel/cases/standing.ts'
import { action } from '../../../kernel/http/action.ts'
import { refuseSuspension } from '../rules/pausing.ts'
import { Day, Id, PauseKind, Reason } from '../schema.ts'

/** 挂起, or one of the procedures the limit does not count: 公示, 专家评审, 听证 (行政许可法 45). */
export const suspendCase = action({
  verb: 'casework.task.suspend',
  input: Type.Object({
    caseId: Id,
    kind: PauseKind,
    reason: Reason,
    until: Type.Optional(Day),
  }),
  facts: async (context, { caseId }) => ({ row: await readCase(context, caseId), today: dayOf(context.now.getTime()) }),
  scope: ({ row }) => scopeOfCase(row),
  refuse: ({ row, today }, { until }) => refuseSuspension(row, until, today),
  handle: async (context, { caseId, ...pause }) => {
    await suspend(context, caseId, pause)
  },
  audit: ({ caseId, ...pause }, _result, { row }) => ({
    subject: `case:${caseId}`,
    after: { number: row.number, ...pause },
  }),
})
