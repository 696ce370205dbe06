import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import { layerNamed } from '../../../kernel/layers/registry.ts'
import { countIssues } from '../../../kernel/quality/browse-issues.ts'
import { ruleText } from '../../../kernel/quality/rule-sets.ts'
import { seenRun } from '../runs.ts'
import { Id } from '../schema.ts'

/** One run: what was judged by what, how far it is, and how many issues each rule has found, settled or not. */
export const viewRun = query({
  name: 'quality.run.view',
  input: Type.Object({ runId: Id }),
  async handle(context, { runId }) {
    const { run, job } = await seenRun(context, 'quality.run.view', runId)
    const names = await sql<{ madeBy: string | null; areaName: string | null }>`select
      (select name from person where id::text = ${run.made_by}) as "madeBy",
      (select name from area where code = ${run.area}) as "areaName"`.execute(context.trx)
    const counts = await countIssues(context.trx, runId)
    return {
      ...{ id: run.id, layer: run.layer, title: layerNamed(run.layer).title, area: run.area, rules: run.rules },
      ...{ ruleSet: run.rule_set, version: run.rule_set_version, asOf: run.as_of, repeats: run.repeats },
      ...{ madeAt: run.made_at, endedAt: run.ended_at, featureCount: run.feature_count, ...names.rows[0]! },
      job: job && { id: job.id, state: job.state, done: job.done, total: job.total },
      rows: [...Map.groupBy(counts, ({ rule }) => rule)].map(([rule, all]) => ({
        ...{ rule, title: ruleText(rule)?.title ?? { zh: rule, en: rule }, clause: ruleText(rule)?.clause ?? '' },
        severity: all[0]!.severity,
        total: all.reduce((sum, { count }) => sum + count, 0),
        open: all.find(({ state }) => state === 'open')?.count ?? 0,
        waived: all.find(({ state }) => state === 'waived')?.count ?? 0,
      })),
    }
  },
})
