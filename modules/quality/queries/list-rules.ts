import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import { layers } from '../../../kernel/layers/registry.ts'
import { rulesFor } from '../../../kernel/quality/judge.ts'
import { surveyRules } from '../../../kernel/quality/rule-sets.ts'

/** The layers that can be judged and the rules that make sense on each. */
export const listRules = query({
  name: 'quality.rule.list',
  input: Type.Object({}),
  handle: async () => ({
    ruleSet: surveyRules.name,
    version: surveyRules.version,
    rules: surveyRules.rules.map(({ id, title, clause, severity }) => ({ id, title, clause, severity })),
    layers: layers.map((layer) => ({
      ...{ name: layer.name, title: layer.title },
      rules: rulesFor(surveyRules, layer).map(({ id }) => id),
    })),
  }),
})
