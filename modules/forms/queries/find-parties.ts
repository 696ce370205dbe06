import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { dayOf } from '../../../kernel/calendar/day.ts'
import { listedOrganisations } from '../../../kernel/forms/organisation-table.ts'
import { query } from '../../../kernel/http/action.ts'
import { Scheme } from '../schema.ts'

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

/** Organisations by name: those of a code table, or where it names none, or without one, all. */
export const findOrganisations = query({
  name: 'forms.organisations.find',
  input: Type.Object({ ...Text.properties, scheme: Type.Optional(Scheme) }),
  async handle({ trx, now }, { text = '', scheme }) {
    const listed = scheme && (await listedOrganisations(trx, scheme, dayOf(now.getTime())))
    if (listed) return { rows: listed.filter(({ code, name }) => `${code} ${name}`.includes(text)) }
    const { rows } = await sql<{ id: string; name: string; code?: string }>`select id, name from organisation
      where strpos(name, ${text}) > 0 order by name limit 30`.execute(trx)
    return { rows }
  },
})
