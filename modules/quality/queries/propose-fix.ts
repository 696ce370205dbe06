import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import { toDegrees } from '../../onemap/api.ts'
import { fixOf, knownIssue } from '../fixes.ts'
import { seenRun } from '../runs.ts'

/** How an overlap would be cut or a gap filled, with the features as they are now (degrees); `fix` is null without a proposal. */
export const proposeFixQuery = query({
  name: 'quality.issue.proposeFix',
  input: Type.Object({ issueId: Type.Integer() }),
  async handle(context, { issueId }) {
    const issue = await knownIssue(context.trx, issueId)
    const { run } = await seenRun(context, 'quality.issue.proposeFix', issue.run)
    const { fix } = await fixOf(context.trx, run.layer, issue)
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
