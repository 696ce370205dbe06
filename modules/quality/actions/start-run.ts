import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { presentInstant } from '../../../kernel/layers/present-instant.ts'
import { layerNamed } from '../../../kernel/layers/registry.ts'
import { conflict, invalid } from '../../../kernel/problems/problem.ts'
import { rulesFor } from '../../../kernel/quality/judge.ts'
import { surveyRules } from '../../../kernel/quality/rule-sets.ts'
import { beginRun, underWay } from '../runs.ts'

/** 数据质检: judges a layer, or an area of it, by all rules or some of them, as a job with progress. */
export const startRun = action({
  verb: 'quality.run.start',
  input: Type.Object({
    layer: Type.String({ maxLength: 20 }),
    /** prefix of area codes; '' is the whole layer */
    area: Type.String({ maxLength: 19 }),
    /** ids of rules; all that make sense on the layer without it */
    rules: Type.Optional(Type.Array(Type.String({ maxLength: 20 }), { minItems: 1, maxItems: 100 })),
    /** the layer as it was then; as it is now without it */
    asOf: Type.Optional(Type.String({ format: 'date-time' })),
  }),
  facts: async ({ trx, now }, { layer, area, asOf }) => ({
    possible: rulesFor(surveyRules, layerNamed(layer)).map(({ id }) => id),
    other: await underWay(trx, layer, area),
    asOf: asOf ? new Date(asOf) : await presentInstant(trx, [layer], now),
  }),
  scope: (_facts, { area }) => ({ area }),
  refuse: ({ possible, other }, { layer, rules = [] }) => {
    const unknown = rules.find((rule) => !possible.includes(rule))
    if (unknown) return invalid('quality.run.start.unknown-rule', { rule: unknown, layer })
    return other && conflict('quality.run.start.under-way', { layer, by: other.madeBy })
  },
  handle: (context, { layer, area, rules = null }, { asOf }) => beginRun(context, { layer, area, rules, asOf }),
  audit: ({ layer, area, rules }, { runId }, { asOf }) => ({
    subject: `quality:${runId}`,
    after: { layer, area, rules: rules ?? 'all', asOf, version: surveyRules.version },
  }),
})
