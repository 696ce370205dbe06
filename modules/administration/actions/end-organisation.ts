import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { action } from '../../../kernel/http/action.ts'
import { conflict } from '../../../kernel/problems/problem.ts'
import { organisationFile } from '../organisation-facts.ts'

/** 撤销机构: nobody may be left in it; what it has done keeps its name. */
export const endOrganisation = action({
  verb: 'administration.organisation.end',
  input: Type.Object({ id: Type.String({ format: 'uuid' }) }),
  facts: ({ trx }, { id }) => organisationFile(trx, id),
  scope: ({ id }) => ({ organisation: id }),
  refuse({ people, below, name, endedAt }) {
    if (endedAt) return conflict('administration.organisation.end.done', { name })
    if (people > 0) return conflict('administration.organisation.end.people', { name, people })
    return below > 0 ? conflict('administration.organisation.end.below', { name, below }) : undefined
  },
  async handle({ trx, now }, { id }) {
    await sql`update organisation set ended_at = ${now} where id = ${id}`.execute(trx)
    await sql`update organisation_grant set ended_at = ${now} where organisation = ${id} and ended_at is null`.execute(
      trx,
    )
  },
  audit: ({ id }, _result, before) => ({ subject: `organisation:${id}`, before }),
})
