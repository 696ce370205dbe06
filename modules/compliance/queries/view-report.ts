import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import { rulesOf, seenReport, shapesOf } from '../read-report.ts'
import { Id } from '../schema.ts'

/** A report as it was given: conclusions by rule, area tables, approvals, and the pieces on the map. */
export const viewReport = query({
  name: 'compliance.report.view',
  input: Type.Object({ reportId: Id }),
  async handle(context, { reportId }) {
    const report = await seenReport(context, 'compliance.report.view', reportId)
    return { ...report, verdicts: rulesOf(report.verdicts), ...(await shapesOf(context, reportId)) }
  },
})
