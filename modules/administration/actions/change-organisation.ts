import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { settleOrganisationGrants } from '../../../kernel/identity/organisation-grants.ts'
import { invalid } from '../../../kernel/problems/problem.ts'
import { organisationFile, organisationsAbove } from '../organisation-facts.ts'

/** 修改机构: its name, and what it belongs to; the roles given to those above follow at once. */
export const changeOrganisation = action({
  verb: 'administration.organisation.change',
  input: Type.Object({
    id: Type.String({ format: 'uuid' }),
    name: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }),
    parent: Type.Union([Type.String({ format: 'uuid' }), Type.Null()]),
  }),
  async facts({ trx }, { id, parent }) {
    const before = await organisationFile(trx, id)
    const above = parent === null ? [] : await organisationsAbove(trx, parent)
    return { before, inCircle: above.includes(id) }
  },
  scope: ({ before }) => ({ organisation: before.id }),
  refuse: ({ inCircle, before }) =>
    inCircle ? invalid('administration.organisation.change.circle', { name: before.name }) : undefined,
  async handle({ trx, now }, { id, name, parent }) {
    await sql`update organisation set name = ${name}, parent = ${parent} where id = ${id}`.execute(trx)
    await settleOrganisationGrants(trx, now)
  },
  audit: ({ id, ...after }, _result, { before }) => ({ subject: `organisation:${id}`, before, after }),
})
