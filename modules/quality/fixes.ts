import type { Trx } from '../../kernel/db/database.ts'
import type { Feature } from '../../kernel/layers/feature.ts'
import { readFeatures } from '../../kernel/layers/read-features.ts'
import { notFound, Refusal } from '../../kernel/problems/problem.ts'
import { issueOf } from '../../kernel/quality/browse-issues.ts'
import { isFixable } from '../../kernel/quality/fixable.ts'
import { type ProposedFix, proposeFix } from '../../kernel/quality/propose-fix.ts'
import type { StoredIssue } from '../../kernel/quality/runs.ts'

export type FoundIssue = StoredIssue & { run: string }

/** Throws a Refusal when there is none such. */
export async function knownIssue(trx: Trx, issueId: number): Promise<FoundIssue> {
  const issue = await issueOf(trx, issueId)
  if (!issue) throw new Refusal(notFound('quality.issue.unknown', { issue: issueId }))
  return issue
}

/** How the fault would be put right with the features as they are now; `fix` is null where there is no such fault or no fix. */
export async function fixOf(
  trx: Trx,
  layer: string,
  issue: FoundIssue,
): Promise<{ fix: ProposedFix | null; features: Feature[] }> {
  if (!isFixable(issue.rule) || !issue.at) return { fix: null, features: [] }
  const features = await readFeatures(trx, layer, { ids: issue.features.map(Number) })
  return { fix: proposeFix({ rule: issue.rule, at: issue.at }, features) ?? null, features }
}
