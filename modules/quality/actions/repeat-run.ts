import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { conflict } from '../../../kernel/problems/problem.ts'
import { surveyRules } from '../../../kernel/quality/rule-sets.ts'
import { beginRun, standingOf } from '../runs.ts'
import { Id } from '../schema.ts'

/** Makes a run again with the same rules, on the layer as it was then: the answer has to be the same. */
export const repeatRun = action({
  verb: 'quality.run.repeat',
  input: Type.Object({ runId: Id }),
  facts: ({ trx }, { runId }) => standingOf(trx, runId),
  scope: ({ run }) => ({ area: run.area }),
  refuse: ({ run }) =>
    run.rule_set === surveyRules.name && run.rule_set_version === surveyRules.version
      ? undefined
      : conflict('quality.run.repeat.rules-changed', { before: run.rule_set_version, now: surveyRules.version }),
  handle: (context, { runId }, { run }) =>
    beginRun(context, { layer: run.layer, area: run.area, rules: run.rules, asOf: run.as_of, repeats: runId }),
  audit: ({ runId }, result) => ({ subject: `quality:${result.runId}`, after: { repeats: runId } }),
})
