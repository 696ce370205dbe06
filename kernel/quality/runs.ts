import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { uuidv7 } from '../crypto/uuid.ts'
import { json, type Trx } from '../db/database.ts'
import type { Position } from '../geometry/types.ts'
import { conflict, invalid, notFound, Refusal } from '../problems/problem.ts'
import { insertIssues } from './insert-issues.ts'
import type { Issue } from './judge.ts'
import type { Severity } from './rule.ts'
import type { IssueState, QualityTables } from './tables.ts'

export type NewRun = {
  subject: string
  layer?: string
  ruleSet: { name: string; version: number }
  featureCount: number
  issues: readonly Issue[]
  by: string
  now: Date
}

export type StoredIssue = {
  id: number
  rule: string
  severity: Severity
  features: string[]
  field: string | null
  value: string | null
  measure: number | null
  at: Position | null
  state: IssueState
  settledBy: string | null
  settledAt: Date | null
  reason: string | null
  until: string | null
}

/** Keeps a judgement with the versions it was made by, so that it can be repeated. Returns the run's id. */
export async function recordRun(trx: Trx, run: NewRun): Promise<string> {
  const id = uuidv7(run.now.getTime(), randomBytes(10))
  await trx
    .withTables<QualityTables>()
    .insertInto('quality_run')
    .values({
      ...{ id, subject: run.subject, layer: run.layer ?? null, feature_count: run.featureCount, made_by: run.by },
      ...{ rule_set: run.ruleSet.name, rule_set_version: run.ruleSet.version, made_at: run.now },
      ended_at: run.now,
      parameters: json({}),
    })
    .execute()
  await insertIssues(trx, id, run.issues)
  return id
}

/** The latest judgement of a subject; undefined when it was never judged. */
export async function latestRun(trx: Trx, subject: string) {
  return trx
    .withTables<QualityTables>()
    .selectFrom('quality_run')
    .selectAll()
    .where('subject', '=', subject)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

/** Issues of a run, worst first. */
export async function readIssues(trx: Trx, run: string): Promise<StoredIssue[]> {
  const { rows } = await sql<Omit<StoredIssue, 'at'> & { x: number | null; y: number | null }>`
    select id, rule, severity, features, field, value, measure, ST_X(at) as x, ST_Y(at) as y, state, settled_by as "settledBy",
      settled_at as "settledAt", reason, until
    from quality_issue where run = ${run} order by severity, id`.execute(trx)
  return rows.map(({ x, y, ...row }) => ({ ...row, at: x === null || y === null ? null : [x, y] }))
}

/**
 * Settles an open issue: `fixed` with what the feature was and became, `waived` with a reason (and until when), or `returned` to
 * the surveyor. Throws a Refusal when somebody settled it already, or a waiver gives no reason.
 */
export async function settleIssue(
  trx: Trx,
  id: number,
  settle: {
    state: Exclude<IssueState, 'open'>
    by: string
    now: Date
    /** the run the issue must be one of */
    run?: string
    reason?: string
    until?: string
    before?: Record<string, unknown>
    after?: Record<string, unknown>
  },
): Promise<void> {
  if (settle.state === 'waived' && !settle.reason?.trim())
    throw new Refusal(invalid('quality.issue.waive.no-reason', { issue: id }))
  const issues = trx.withTables<QualityTables>()
  const found = await issues
    .selectFrom('quality_issue')
    .select(['state', 'settled_by', 'run'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!found || (settle.run !== undefined && settle.run !== found.run))
    throw new Refusal(notFound('quality.issue.unknown', { issue: id }))
  if (found.state !== 'open') {
    throw new Refusal(
      conflict('quality.issue.settled-already', { issue: id, state: found.state, by: found.settled_by ?? '' }),
    )
  }
  await issues
    .updateTable('quality_issue')
    .set({
      ...{
        state: settle.state,
        settled_by: settle.by,
        settled_at: settle.now,
        reason: settle.reason ?? null,
        until: settle.until ?? null,
      },
      ...{ before: settle.before ? json(settle.before) : null, after: settle.after ? json(settle.after) : null },
    })
    .where('id', '=', id)
    .execute()
}
