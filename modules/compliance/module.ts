import type { Module } from '../../kernel/http/action.ts'
import { makeReport } from './actions/make-report.ts'
import { exportReport } from './queries/export-report.ts'
import { listReports } from './queries/list-reports.ts'
import { viewReport } from './queries/view-report.ts'

export const compliance = {
  name: 'compliance',
  title: { zh: '合规性审查', en: 'Compliance' },
  actions: [makeReport],
  queries: [listReports, viewReport, exportReport],
  jobs: [],
} as const satisfies Module
