import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import { readFeatures } from '../../../kernel/layers/read-features.ts'
import { ruleText } from '../../../kernel/quality/rule-sets.ts'
import { toDegrees } from '../../onemap/api.ts'
import { knownIssue } from '../fixes.ts'
import { viewIssues } from '../issue-view.ts'
import { seenRun } from '../runs.ts'

/** An issue with the features it is about, their attributes and shapes (degrees) as they were judged. */
export const viewIssue = query({
  name: 'quality.issue.view',
  input: Type.Object({ issueId: Type.Integer() }),
  async handle(context, { issueId }) {
    const issue = await knownIssue(context.trx, issueId)
    const { run } = await seenRun(context, 'quality.issue.view', issue.run)
    const [view] = await viewIssues(context.trx, run, [issue])
    const features = await readFeatures(context.trx, run.layer, {
      ids: view!.features.map(Number),
      asOf: run.as_of,
    })
    return {
      ...view!,
      ...{ runId: run.id, layer: run.layer, clause: ruleText(issue.rule)?.clause ?? '' },
      shapes: features.map(({ id, version, attributes, geometry }) => ({
        ...{ id, version, attributes },
        geometry: { type: 'MultiPolygon' as const, coordinates: toDegrees(geometry) },
      })),
    }
  },
})
