import { Type } from '@sinclair/typebox'
import { action } from '../../../../kernel/http/action.ts'
import { abandonChangeSet } from '../../../../kernel/layers/change-sets/reserve.ts'
import { conflict, invalid } from '../../../../kernel/problems/problem.ts'
import { readResultSet, scopeOfSet } from '../result-set.ts'

/** Gives a draft up; its cases stand at their result step again and may be drafted anew. */
export const abandonResult = action({
  verb: 'landuse.result.abandon',
  input: Type.Object({ changeSetId: Type.String({ format: 'uuid' }), reason: Type.String({ maxLength: 500 }) }),
  facts: ({ trx }, { changeSetId }) => readResultSet(trx, changeSetId),
  scope: scopeOfSet,
  refuse({ state, title }, { reason }) {
    if (state === 'applied' || state === 'abandoned')
      return conflict('landuse.result.abandon.too-late', { title, state })
    return reason.trim() === '' ? invalid('landuse.result.abandon.no-reason') : undefined
  },
  async handle({ trx, now }, { changeSetId, reason }) {
    await abandonChangeSet(trx, changeSetId, { now, reason })
    return { changeSetId }
  },
  audit: ({ changeSetId, reason }) => ({ subject: `changeSet:${changeSetId}`, after: { abandoned: reason } }),
})
