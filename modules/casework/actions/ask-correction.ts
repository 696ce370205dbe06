import { Type } from '@sinclair/typebox'
import { today } from '../../../kernel/cases/limits.ts'
import { readCase, scopeOfCase } from '../../../kernel/cases/standing.ts'
import { askCorrection as ask, correctionFacts, correctionProblem } from '../../../kernel/cases/verbs/correction.ts'
import { action } from '../../../kernel/http/action.ts'
import { invalid } from '../../../kernel/problems/problem.ts'
import { Day, Id, Reason } from '../schema.ts'

/** 补正: the applicant is told once, and of everything, what is missing (行政许可法 32); the clock stands still. */
export const askCorrection = action({
  verb: 'casework.case.askCorrection',
  input: Type.Object({
    caseId: Id,
    items: Type.Array(Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }), { minItems: 1, maxItems: 50 }),
    reason: Reason,
    until: Day,
  }),
  facts: async (context, { caseId }) => {
    const row = await readCase(context, caseId)
    return { row, today: today(context.now), correction: await correctionFacts(context, row) }
  },
  scope: ({ row }) => scopeOfCase(row),
  refuse: ({ row, correction, today }, { until }) =>
    correctionProblem(row, correction) ??
    (until <= today ? invalid('cases.suspend.until-passed', { until }) : undefined),
  handle: async (context, { caseId, ...notice }) => {
    await ask(context, caseId, notice)
    return { until: notice.until }
  },
  audit: ({ caseId, ...notice }, _result, { row }) => ({
    subject: `case:${caseId}`,
    after: { number: row.number, ...notice },
  }),
})
