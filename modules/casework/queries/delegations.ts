import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { delegationsFor } from '../../../kernel/cases/verbs/delegations.ts'
import { query } from '../../../kernel/http/action.ts'
import { can, organisationsFor } from '../../../kernel/identity/can.ts'
import { Text } from '../schema.ts'

/** Lent by the reader or to them; for whoever manages delegations, those of their organisations too. `mine`: lent by the reader. */
export const delegations = query({
  name: 'casework.delegation.list',
  input: Type.Object({}),
  handle: async (context) => {
    const { person } = context
    const organisations = organisationsFor(person, 'casework.delegation.manage')
    const rows = await delegationsFor(context, organisations)
    const mayManage = can(person, 'casework.delegation.manage')
    return { rows: rows.map((row) => ({ ...row, mine: row.from.id === person.id })), mayManage }
  },
})

type Colleague = { id: string; name: string; organisation: string }

/** Who could stand in: people of the same organisation first. */
export const standInCandidates = query({
  name: 'casework.delegation.candidates',
  input: Type.Object({ text: Text }),
  handle: async ({ trx, person }, { text = '' }) => {
    const { rows } = await sql<Colleague>`select p.id, p.name, o.name as organisation
      from person p join organisation o on o.id = p.organisation
      where p.ended_at is null and p.id <> ${person.id} and strpos(p.name || ' ' || p.login, ${text}) > 0
        and exists (select 1 from right_grant g join role r on r.code = g.role
          where g.person = p.id and g.ended_at is null and r.verbs && array['casework.worklist*', 'casework.*'])
      order by p.organisation <> ${person.organisation.id}, p.name limit 50`.execute(trx)
    return { rows }
  },
})
