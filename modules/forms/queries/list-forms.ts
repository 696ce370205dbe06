import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import type { Title } from '../../../kernel/forms/definition.ts'
import { query } from '../../../kernel/http/action.ts'
import { usesOf } from '../used-in.ts'

type Row = {
  key: string
  title: Title
  version: number | null
  versions: number
  fields: number
  publishedAt: Date | null
  publishedBy: string | null
  isShipped: boolean
  changedAt: Date | null
  changedBy: string | null
  proposedBy: string | null
  state: 'published' | 'draft' | 'proposed'
  total: number
}

/** Every form, published or only drawn, with what is under way and where it is used. */
export const listForms = query({
  name: 'forms.form.list',
  input: Type.Object({
    text: Type.Optional(Type.String({ maxLength: 60 })),
    state: Type.Optional(Type.String({ maxLength: 12 })),
    sort: Type.Optional(Type.String({ pattern: '^-?(key|version|publishedAt)$' })),
    page: Type.Optional(Type.Integer({ minimum: 1 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  async handle({ trx }, { text = null, state = null, sort = 'key', page = 1, pageSize = 50 }) {
    const column = sql.ref(sort.replace('-', ''))
    const order = sort.startsWith('-') ? sql`${column} desc nulls last` : sql`${column} asc nulls last`
    const { rows } = await sql<Row>`with newest as (
        select distinct on (key) key, version, definition, published_at, published_by,
          count(*) over (partition by key) as versions from form_definition order by key, version desc),
      every as (
        select coalesce(n.key, d.key) as key, coalesce(n.definition, d.definition) -> 'title' as title, n.version,
          coalesce(n.versions, 0)::int as versions,
          jsonb_array_length(coalesce(n.definition, d.definition) -> 'fields') as fields,
          n.published_at as "publishedAt", pub.name as "publishedBy",
          n.key is not null and n.published_by is null as "isShipped",
          d.changed_at as "changedAt", c.name as "changedBy", p.name as "proposedBy",
          case when d.proposed_at is not null then 'proposed' when d.key is not null then 'draft' else 'published' end as state
        from newest n full join form_draft d on d.key = n.key left join person pub on pub.id = n.published_by
          left join person c on c.id = d.changed_by left join person p on p.id = d.proposed_by)
      select *, count(*) over ()::int as total from every
      where (${text}::text is null or strpos(lower(concat_ws(' ', key, title ->> 'zh', title ->> 'en')), lower(${text ?? ''})) > 0)
        and (${state}::text is null or state = ${state})
      order by ${order}, key limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(trx)
    const uses = await usesOf(trx)
    return {
      rows: rows.map(({ total: _total, ...row }) => ({
        ...row,
        usedIn: [
          ...new Map(uses.filter(({ form }) => form === row.key).map((use) => [use.process, use.title])).values(),
        ],
      })),
      total: rows[0]?.total ?? 0,
    }
  },
})
