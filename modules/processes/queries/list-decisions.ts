import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import type { DesignState } from '../schema.ts'

type Row = {
  key: string
  title: string
  version: number | null
  publishedAt: Date | null
  publishedBy: string | null
  /** newest versions of processes that ask it */
  usedBy: string[]
  design: { id: string; state: DesignState; by: string; at: string } | null
}

/** Decision tables, published or being drawn, and the processes that ask them. */
export const listDecisions = query({
  name: 'processes.decision.list',
  input: Type.Object({}),
  async handle({ trx }) {
    const { rows } = await sql<Row>`with newest as (
        select distinct on (key) key, version, definition->>'name' as title, published_at, published_by
        from decision_definition order by key, version desc),
      using_ as (select distinct on (key) key, definition from process_definition order by key, version desc)
      select coalesce(n.key, d.key) as key, coalesce(d.title, n.title) as title, n.version, n.published_at as "publishedAt",
        p.name as "publishedBy",
        array(select u.definition->'title'->>'zh' from using_ u
          where jsonb_path_exists(u.definition, '$.decisions[*] ? (@.id == $key)', jsonb_build_object('key', coalesce(n.key, d.key)))) as "usedBy",
        case when d.id is not null then json_build_object('id', d.id, 'state', d.state, 'by', c.name, 'at', d.changed_at) end as design
      from newest n full join (select * from design where kind = 'decision' and state in ('draft', 'submitted')) d on d.key = n.key
      left join person p on p.id = n.published_by left join person c on c.id = d.changed_by order by 1`.execute(trx)
    return { rows, total: rows.length }
  },
})
