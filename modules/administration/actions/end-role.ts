import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { forbidden, notFound } from '../../../kernel/problems/problem.ts'
import { knownRoles } from '../known-roles.ts'

/** 停用角色: whoever holds it holds it no more. */
export const endRole = action({
  verb: 'administration.role.end',
  input: Type.Object({ code: Type.String({ maxLength: 60 }) }),
  facts: async ({ trx }, { code }) => ({ before: (await knownRoles(trx)).find((role) => role.code === code) }),
  refuse({ before }) {
    if (!before) return notFound('administration.role.unknown')
    return before.isMade ? undefined : forbidden('administration.role.save.built-in', { role: before.title_zh })
  },
  async handle({ trx, now }, { code }) {
    await sql`update role set ended_at = ${now} where code = ${code}`.execute(trx)
    await sql`update organisation_grant set ended_at = ${now} where role = ${code} and ended_at is null`.execute(trx)
    await sql`update right_grant set ended_at = ${now} where role = ${code} and ended_at is null`.execute(trx)
  },
  audit: ({ code }, _result, { before }) => ({ subject: `role:${code}`, before }),
})
