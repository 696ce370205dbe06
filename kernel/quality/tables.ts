import type { Generated } from 'kysely'
import type { Severity } from './rule.ts'

export type QualityTables = {
  quality_run: {
    id: string
    subject: string
    layer: string | null
    rule_set: string
    rule_set_version: number
    parameters: Record<string, unknown>
    feature_count: number
    made_by: string
    made_at: Date
    area: string | null
    as_of: Date | null
    rules: string[] | null
    repeats: string | null
    found: Record<Severity, number> | null
    ended_at: Date | null
  }
  quality_block: { run: string; ordinal: number; box: number[] | null; feature_count: number; done_at: Date | null }
  quality_issue: {
    id: Generated<number>
    run: string
    rule: string
    severity: Severity
    features: string[]
    field: string | null
    value: string | null
    measure: number | null
    state: IssueState
    settled_by: string | null
    settled_at: Date | null
    reason: string | null
    until: string | null
    before: Record<string, unknown> | null
    after: Record<string, unknown> | null
  }
}

export type IssueState = 'open' | 'fixed' | 'waived' | 'returned'
