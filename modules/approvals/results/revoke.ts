import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { addToSnapshot } from '../../../kernel/documents/addenda.ts'
import { publish } from '../../../kernel/exchange/outbox.ts'
import { action } from '../../../kernel/http/action.ts'
import { conflict } from '../../../kernel/problems/problem.ts'
import { Id } from '../schema.ts'
import { resultRow } from './list.ts'

/** 撤销、注销 (行政许可法 69, 70): the document is no longer in force; the row and the file stay, and the shared store hears of it. */
export const revokeResult = action({
  verb: 'approvals.result.revoke',
  input: Type.Object({ resultId: Id, reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }) }),
  facts: ({ trx }, { resultId }) => resultRow(trx, resultId, true),
  scope: ({ area, business }) => ({ area, business }),
  refuse: ({ revokedAt, number }) =>
    revokedAt === null ? undefined : conflict('approvals.result.revoke.revoked', { number }),
  handle: async ({ trx, person, now }, { resultId, reason }, { number, item, title, caseId }) => {
    await sql`update approval_result set revoked_at = ${now}, revoked_by = ${person.id}, reason = ${reason}
      where id = ${resultId}`.execute(trx)
    const payload = { id: resultId, state: 'revoked', item, number, reason, revokedAt: now.toISOString() }
    await publish(trx, { topic: 'approvals.result', key: `${resultId}:revoked`, payload }, now)
    const added = await addToSnapshot({ trx, by: person.id, now }, caseId, { kind: 'revoked', title, number, reason })
    return { added: added?.digest ?? null }
  },
  audit: ({ resultId, reason }, { added }, { number }) => ({
    subject: `result:${resultId}`,
    after: { number, reason, addendum: added },
  }),
})
