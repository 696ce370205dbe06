import { Type } from '@sinclair/typebox'
import { action, type Context } from '../../../kernel/http/action.ts'
import { addItems } from '../../../kernel/layers/change-sets/add-items.ts'
import { applyAndTell } from '../../../kernel/layers/change-sets/apply-and-tell.ts'
import { checkChangeSet } from '../../../kernel/layers/change-sets/check.ts'
import { repairedBy } from '../../../kernel/layers/change-sets/check-repair.ts'
import { createChangeSet } from '../../../kernel/layers/change-sets/create.ts'
import type { Attributes, Feature } from '../../../kernel/layers/feature.ts'
import { layerNamed } from '../../../kernel/layers/registry.ts'
import { Refusal } from '../../../kernel/problems/problem.ts'
import type { ProposedFix } from '../../../kernel/quality/propose-fix.ts'
import { ruleText } from '../../../kernel/quality/rule-sets.ts'
import { settleIssue } from '../../../kernel/quality/runs.ts'
import { fixOf, knownIssue } from '../fixes.ts'
import { refuseApplying } from '../rules/applying.ts'
import { repairedAreas } from '../rules/repaired-areas.ts'
import { standingOf } from '../runs.ts'

type Change = { feature: Feature; geometry: Feature['geometry']; areas: Attributes }

/** Puts an overlap or a gap right on the map: a change set of kind `repair`, checked and applied, and the issue settled with it. */
export const applyFix = action({
  verb: 'quality.fix.apply',
  input: Type.Object({ issueId: Type.Integer() }),
  async facts({ trx }, { issueId }) {
    const issue = await knownIssue(trx, issueId)
    const { run, job } = await standingOf(trx, issue.run)
    return { issue, run, job, ...(await fixOf(trx, run.layer, issue)) }
  },
  scope: ({ run }) => ({ area: run.area }),
  refuse: ({ issue, run, job, fix }) =>
    refuseApplying({ state: issue.state, hasEnded: run.ended_at !== null, jobState: job?.state, hasFix: fix !== null }),
  async handle(context, { issueId }, { issue, run, fix, features }) {
    const changes = changesOf(run.layer, fix!, features)
    const title = `${ruleText(issue.rule)?.title.zh ?? issue.rule} #${issueId}`
    const changeSet = await applyChanges(context, { layer: run.layer, title, changes })
    const told = (side: (change: Change) => unknown) => ({
      changeSet,
      features: changes.map((change) => ({ id: change.feature.id, areas: side(change) })),
    })
    const [before, after] = [told(recordedOf), told(({ areas }) => areas)]
    const { trx, person, now } = context
    await settleIssue(trx, issueId, { state: 'fixed', by: person.id, now, run: run.id, before, after })
    return { changeSet, before, after }
  },
  audit: ({ issueId }, { before, after }, { run }) => ({
    subject: `quality:${run.id}`,
    before: { issueId, ...before },
    after: { issueId, ...after },
  }),
})

function changesOf(layer: string, fix: ProposedFix, features: Feature[]): Change[] {
  const definition = layerNamed(layer)
  return fix.features.map(({ id, before, after }) => {
    const feature = features.find((each) => each.id === id)!
    const drawn = repairedBy(definition, before, after)
    return { feature, geometry: after, areas: repairedAreas(definition, feature.attributes, drawn) }
  })
}

const recordedOf = ({ feature, areas }: Change): Attributes =>
  Object.fromEntries(Object.keys(areas).map((name) => [name, feature.attributes[name] ?? null]))

async function applyChanges(
  { trx, person, now }: Context,
  { layer, title, changes }: { layer: string; title: string; changes: Change[] },
): Promise<string> {
  const set = await createChangeSet(trx, { title, by: person.id, now, repairs: true })
  const items = changes.map(({ feature, geometry, areas }) => ({
    ...{ layer, kind: 'modify' as const, featureId: feature.id, baseVersion: feature.version },
    ...{ attributes: areas, geometry },
  }))
  await addItems(trx, set, items)
  const { problems } = await checkChangeSet(trx, set, now)
  if (problems[0]) throw new Refusal(problems[0])
  await applyAndTell(trx, set, now)
  return set
}
