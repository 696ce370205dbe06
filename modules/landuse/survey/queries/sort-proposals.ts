import { Type } from '@sinclair/typebox'
import { query } from '../../../../kernel/http/action.ts'
import { proposalsFor } from '../proposals.ts'

/** What the sorting rule proposes, with its reasons. */
export const sortProposals = query({
  name: 'landuse.case.sortProposal',
  input: Type.Object({ caseIds: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 500 }) }),
  scope: () => ({ business: 'landuse' }),
  handle: async ({ trx }, { caseIds }) => ({ rows: await proposalsFor(trx, caseIds) }),
})
