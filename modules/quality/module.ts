import type { Module } from '../../kernel/http/action.ts'
import { applyFix } from './actions/apply-fix.ts'
import { repeatRun } from './actions/repeat-run.ts'
import { resumeRun } from './actions/resume-run.ts'
import { settleIssues } from './actions/settle-issues.ts'
import { startRun } from './actions/start-run.ts'
import { judgeRun } from './jobs/judge-run.ts'
import { exportRun } from './queries/export-run.ts'
import { listIssues } from './queries/list-issues.ts'
import { listRules } from './queries/list-rules.ts'
import { listRuns } from './queries/list-runs.ts'
import { placeIssues } from './queries/place-issues.ts'
import { proposeFixQuery } from './queries/propose-fix.ts'
import { viewIssue } from './queries/view-issue.ts'
import { viewRun } from './queries/view-run.ts'

export const quality = {
  name: 'quality',
  title: { zh: '数据质检', en: 'Data quality' },
  actions: [startRun, repeatRun, resumeRun, settleIssues, applyFix],
  queries: [listRuns, viewRun, exportRun, listRules, listIssues, placeIssues, viewIssue, proposeFixQuery],
  jobs: [judgeRun],
} as const satisfies Module
