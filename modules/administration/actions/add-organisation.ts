import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { conflict } from '../../../kernel/problems/problem.ts'
import { organisationFile } from '../organisation-facts.ts'

/** 新增机构, on its own or below another. */
export const addOrganisation = action({
  verb: 'administration.organisation.add',
  input: Type.Object({
    code: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,39}$' }),
    name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
    parent: Type.Optional(Type.Union([Type.String({ format: 'uuid' }), Type.Null()])),
  }),
  async facts({ trx }, { code, parent }) {
    if (parent) await organisationFile(trx, parent)
    const { rows } = await sql`select from organisation where code = ${code}`.execute(trx)
    return { taken: rows.length > 0, parent }
  },
  scope: ({ parent }) => ({ organisation: parent ?? '' }),
  refuse: ({ taken }, { code }) =>
    taken ? conflict('administration.organisation.add.code-taken', { code }) : undefined,
  async handle({ trx }, { code, name, parent = null }) {
    const id = newId()
    await sql`insert into organisation (id, code, name, parent) values (${id}, ${code}, ${name}, ${parent})`.execute(
      trx,
    )
    return { id }
  },
  audit: (input, { id }) => ({ subject: `organisation:${id}`, after: input }),
})
