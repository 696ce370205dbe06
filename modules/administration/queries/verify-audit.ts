import { Type } from '@sinclair/typebox'
import { query } from '../../../kernel/http/action.ts'
import { chainLength, verifyAudit } from '../../../kernel/identity/verify-audit.ts'

/** Walks the chain of hashes. The keyed MACs are checked by `yutu audit verify`, which has the key. */
export const verifyAuditChain = query({
  name: 'administration.audit.verify',
  input: Type.Object({}),
  handle: async ({ trx }) => {
    const fault = await verifyAudit(trx)
    return { whole: fault === undefined, fault: fault ?? null, rows: await chainLength(trx) }
  },
})
