import type { Module } from '../../kernel/http/action.ts'
import { confirmDesign } from './actions/confirm-design.ts'
import { dropDesign, recallDesign, sendBackDesign, submitDesign } from './actions/hand-in-design.ts'
import { saveDesign } from './actions/save-design.ts'
import { startDesign } from './actions/start-design.ts'
import { startMigration } from './actions/start-migration.ts'
import { decideMany, decideRule } from './business-rules/decide.ts'
import { publishRules } from './business-rules/first-rules.ts'
import { listRules } from './business-rules/list-rules.ts'
import { listCalls, viewRule } from './business-rules/view-rule.ts'
import { migrateCases } from './jobs/migrate-cases.ts'
import { listDecisions } from './queries/list-decisions.ts'
import { listProcesses } from './queries/list-processes.ts'
import { listSigners } from './queries/list-signers.ts'
import { listVersions } from './queries/list-versions.ts'
import { previewMigration, reportMigration } from './queries/preview-migration.ts'
import { nameKnown, viewDesign } from './queries/view-design.ts'
import { exportVersion, viewVersion } from './queries/view-version.ts'

export const processes = {
  name: 'processes',
  title: { zh: '流程设计', en: 'Process design' },
  actions: [
    startDesign,
    saveDesign,
    submitDesign,
    recallDesign,
    sendBackDesign,
    confirmDesign,
    dropDesign,
    startMigration,
    decideRule,
    decideMany,
  ],
  queries: [
    listProcesses,
    listDecisions,
    listVersions,
    viewVersion,
    exportVersion,
    viewDesign,
    nameKnown,
    listSigners,
    previewMigration,
    reportMigration,
    listRules,
    viewRule,
    listCalls,
  ],
  jobs: [migrateCases],
  publish: publishRules,
} as const satisfies Module
