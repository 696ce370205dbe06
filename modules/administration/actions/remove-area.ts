import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { conflict, notFound, Refusal } from '../../../kernel/problems/problem.ts'

type Facts = { name: string; below: number; granted: number }

/** An area nothing hangs on any more. */
export const removeArea = action({
  verb: 'administration.area.remove',
  input: Type.Object({ code: Type.String({ pattern: '^[0-9]{6,12}$' }) }),
  async facts({ trx }, { code }) {
    const { rows } = await sql<Facts>`select name,
        (select count(*)::int from area b where b.parent = a.code) as below,
        (select count(*)::int from right_grant g where g.area = a.code and g.ended_at is null) as granted
      from area a where code = ${code}`.execute(trx)
    if (!rows[0]) throw new Refusal(notFound('administration.area.unknown', { code }))
    return rows[0]
  },
  scope: (_facts, { code }) => ({ area: code }),
  refuse({ name, below, granted }) {
    if (below > 0) return conflict('administration.area.remove.below', { name, below })
    return granted > 0 ? conflict('administration.area.remove.granted', { name, granted }) : undefined
  },
  async handle({ trx }, { code }) {
    await sql`delete from area where code = ${code}`.execute(trx)
  },
  audit: ({ code }, _result, before) => ({ subject: `area:${code}`, before }),
})
