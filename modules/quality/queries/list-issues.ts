import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import { pageOfIssues } from '../../../kernel/quality/browse-issues.ts'
import { viewIssues } from '../issue-view.ts'
import { seenRun } from '../runs.ts'
import { IssueFilter } from '../schema.ts'

/** The issues of a run that pass the filter, worst first, page by page. */
export const listIssues = query({
  name: 'quality.issue.list',
  input: Type.Object({
    ...IssueFilter,
    page: Type.Optional(Type.Integer({ minimum: 1 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  }),
  async handle(context, { runId, page = 1, pageSize = 50, ...filter }) {
    const { run } = await seenRun(context, 'quality.issue.list', runId)
    const { rows, total } = await pageOfIssues(context.trx, runId, filter, { page, pageSize })
    return { rows: await viewIssues(context.trx, run, rows), total }
  },
})
