import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'

const Text = Type.Object({ text: Type.Optional(Type.String({ maxLength: 40 })) })

/** People who work here, by name or login, for a field that asks for one. */
export const findPeople = query({
  name: 'forms.people.find',
  input: Text,
  async handle({ trx }, { text = '' }) {
    const { rows } = await sql<{
      id: string
      name: string
      organisation: string
    }>`select p.id, p.name, o.name as organisation
      from person p join organisation o on o.id = p.organisation
      where p.ended_at is null and (strpos(p.name, ${text}) > 0 or starts_with(p.login, lower(${text})))
      order by p.name limit 30`.execute(trx)
    return { rows }
  },
})

/** Organisations of the bureau, by name. */
export const findOrganisations = query({
  name: 'forms.organisations.find',
  input: Text,
  async handle({ trx }, { text = '' }) {
    const { rows } = await sql<{ id: string; name: string }>`select id, name from organisation
      where strpos(name, ${text}) > 0 order by name limit 30`.execute(trx)
    return { rows }
  },
})
