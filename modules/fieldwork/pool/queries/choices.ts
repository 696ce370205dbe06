import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../../kernel/http/action.ts'
import { FIELD_ROLE } from '../../sync/standing.ts'

type Titled = { code: string; title: { zh: string; en: string } }

/** What a module can be made of: businesses and steps of published processes with field work in them, templates, roles, organisations. */
export const poolChoices = query({
  name: 'fieldwork.pool.choices',
  input: Type.Object({}),
  async handle({ trx }) {
    const { rows: field } = await sql<Titled & { step: string; stepTitle: Titled['title'] }>`with newest as (
        select distinct on (key) definition from process_definition order by key, version desc)
      select definition->>'business' as code, definition->'title' as title, s->>'id' as step, s->'title' as "stepTitle"
      from newest, jsonb_array_elements(definition->'steps') as s where s->>'role' = ${FIELD_ROLE}`.execute(trx)
    const { rows: templates } = await sql<{ business: string }>`select distinct business from field_template`.execute(
      trx,
    )
    const { rows: roles } = await sql<Titled>`select code, jsonb_build_object('zh', title_zh, 'en', title_en) as title
      from role where ended_at is null order by made_at nulls first, code`.execute(trx)
    const { rows: organisations } = await sql<{ id: string; name: string }>`select id, name from organisation
      where ended_at is null order by code`.execute(trx)
    const businesses = once(field.map(({ code, title }) => ({ code, title })))
    return {
      ...{ businesses, roles, organisations },
      steps: once(field.map(({ step, stepTitle }) => ({ code: step, title: stepTitle }))),
      templates: templates.map(
        ({ business }) => businesses.find(({ code }) => code === business) ?? untitled(business),
      ),
    }
  },
})

const untitled = (code: string): Titled => ({ code, title: { zh: code, en: code } })
const once = (all: Titled[]): Titled[] => [...new Map(all.map((one) => [one.code, one])).values()]
