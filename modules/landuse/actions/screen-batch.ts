import { Type } from '@sinclair/typebox'
import { action } from '../../../kernel/http/action.ts'
import { scopeOfBatch } from '../intake/batches.ts'
import { goBackTo, setOptions, standingOf, startProcessing } from '../intake/standing.ts'
import { refuseProcessing } from '../rules/refuse-processing.ts'
import { RuleParameters } from '../schema.ts'

const verb = 'landuse.batch.screen'

/** Links, ranges and screens the clues that have no case yet once more, with other parameters where given. */
export const screenBatch = action({
  verb,
  input: Type.Object({
    batchId: Type.String({ format: 'uuid' }),
    parameters: Type.Optional(Type.Partial(RuleParameters)),
  }),
  facts: ({ trx }, { batchId }) => standingOf(trx, batchId),
  scope: (batch) => scopeOfBatch(batch),
  refuse: (batch) => refuseProcessing(verb, batch),
  async handle(context, { batchId, parameters }, { options }) {
    await setOptions(context.trx, batchId, { ...options, parameters: { ...options.parameters, ...parameters } })
    const clues = await goBackTo(context.trx, batchId, 'overlaid')
    return { ...(await startProcessing(context, batchId, 'screen')), clues }
  },
  audit: ({ batchId, parameters }, { runId, clues }, batch) => ({
    subject: `batch:${batchId}`,
    before: batch.options.parameters,
    after: { parameters, runId, clues },
  }),
})
