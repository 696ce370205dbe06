import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { sendAgain } from '../../../../kernel/exchange/outbox.ts'
import { action } from '../../../../kernel/http/action.ts'
import { notFound, Refusal } from '../../../../kernel/problems/problem.ts'

/** 补推: sends messages of land monitoring again; partners know them by their id. */
export const redeliver = action({
  verb: 'landuse.share.redeliver',
  input: Type.Object({
    messageIds: Type.Array(Type.String({ format: 'uuid' }), { minItems: 1, maxItems: 500, uniqueItems: true }),
  }),
  scope: () => ({ business: 'landuse' }),
  async handle({ trx, now }, { messageIds }) {
    const { rows } = await sql<{
      id: string
    }>`select id from outbox where id = any(${messageIds}::uuid[]) and topic like 'landuse.%'`.execute(trx)
    if (rows.length < messageIds.length)
      throw new Refusal(notFound('landuse.share.redeliver.unknown', { asked: messageIds.length, found: rows.length }))
    return { sent: await sendAgain(trx, messageIds, now) }
  },
  audit: ({ messageIds }, { sent }) => ({ subject: `messages:${sent}`, after: { messageIds } }),
})
