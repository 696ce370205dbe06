import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import type { Title } from '../../../kernel/process/model.ts'
import type { DesignState } from '../schema.ts'

type Row = {
  key: string
  title: Title
  business: string
  /** newest published; null while there is only a design */
  version: number | null
  versions: number
  publishedAt: Date | null
  /** null: came with the program */
  publishedBy: string | null
  /** cases under way, on any version */
  running: number
  design: { id: string; state: DesignState; by: string; at: string } | null
}

/** Every process there is, drawn or in force: newest version, cases under way, the design being worked on. */
export const listProcesses = query({
  name: 'processes.list',
  input: Type.Object({
    text: Type.Optional(Type.String({ maxLength: 100 })),
    business: Type.Optional(Type.String({ maxLength: 60 })),
    page: Type.Optional(Type.Integer({ minimum: 1 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  async handle({ trx }, { text = null, business = null, page = 1, pageSize = 50 }) {
    const { rows } = await sql<Row & { total: number }>`with newest as (
        select distinct on (key) key, version, definition->'title' as title, definition->>'business' as business,
          published_at, published_by, count(*) over (partition by key)::int as versions
        from process_definition order by key, version desc),
      every as (
        select coalesce(n.key, d.key) as key, coalesce(n.title, json_build_object('zh', d.title, 'en', d.title)::jsonb) as title,
          coalesce(n.business, d.business) as business, n.version, coalesce(n.versions, 0) as versions,
          n.published_at as "publishedAt", p.name as "publishedBy", d.id, d.state, c.name as by, d.changed_at
        from newest n full join (select * from design where kind = 'process' and state in ('draft', 'submitted')) d on d.key = n.key
        left join person p on p.id = n.published_by left join person c on c.id = d.changed_by)
      select key, title, business, version, versions, "publishedAt", "publishedBy",
        (select count(*)::int from case_ where process = every.key and state in ('running', 'suspended')) as running,
        case when id is not null then json_build_object('id', id, 'state', state, 'by', by, 'at', changed_at) end as design,
        count(*) over ()::int as total
      from every where (${text}::text is null or strpos(concat_ws(' ', key, title->>'zh', title->>'en'), ${text ?? ''}) > 0)
        and (${business}::text is null or business = ${business})
      order by key limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(trx)
    return { rows: rows.map(({ total: _, ...row }): Row => row), total: rows[0]?.total ?? 0 }
  },
})
