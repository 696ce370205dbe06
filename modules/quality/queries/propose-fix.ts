import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import { readFeatures } from '../../../kernel/layers/read-features.ts'
import { notFound, Refusal } from '../../../kernel/problems/problem.ts'
import { issueOf } from '../../../kernel/quality/browse-issues.ts'
import { isFixable } from '../../../kernel/quality/fixable.ts'
import { proposeFix } from '../../../kernel/quality/propose-fix.ts'
import { toDegrees } from '../../onemap/api.ts'
import { seenRun } from '../runs.ts'

/** How an overlap would be cut or a gap filled, with the features as they are now (degrees); `fix` is null without a proposal. */
export const proposeFixQuery = query({
  name: 'quality.issue.proposeFix',
  input: Type.Object({ issueId: Type.Integer() }),
  async handle(context, { issueId }) {
    const issue = await issueOf(context.trx, issueId)
    if (!issue) throw new Refusal(notFound('quality.issue.unknown', { issue: issueId }))
    const { run } = await seenRun(context, 'quality.issue.proposeFix', issue.run)
    if (!isFixable(issue.rule) || !issue.at) return { fix: null }
    const features = await readFeatures(context.trx, run.layer, { ids: issue.features.map(Number) })
    const fix = proposeFix({ rule: issue.rule, at: issue.at }, features)
    if (!fix) return { fix: null }
    const shape = (coordinates: Parameters<typeof toDegrees>[0]) => ({
      ...{ type: 'MultiPolygon' as const, coordinates: toDegrees(coordinates) },
    })
    return {
      fix: {
        what: fix.what,
        features: fix.features.map(({ before, after, ...rest }) => ({
          ...{ ...rest, before: shape(before), after: shape(after) },
        })),
      },
    }
  },
})
