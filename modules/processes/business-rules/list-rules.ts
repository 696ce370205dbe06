import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import type { HitPolicy } from '../../../kernel/process/decision/table.ts'
import { usersOf } from './users-of.ts'

type Row = {
  key: string
  title: string
  hitPolicy: HitPolicy
  inputs: string[]
  outputs: string[]
  rules: number
  version: number
  versions: number
  publishedAt: Date
  /** null: came with the program */
  publishedBy: string | null
  /** asked as a service in the last thirty days */
  calls: number
}

/** 业务规则目录: every rule in force, what it asks and answers, and how often it was asked. */
export const listRules = query({
  name: 'processes.rule.list',
  input: Type.Object({
    text: Type.Optional(Type.String({ maxLength: 100 })),
    page: Type.Optional(Type.Integer({ minimum: 1 })),
    pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  async handle({ trx, now }, { text = '', page = 1, pageSize = 50 }) {
    const since = new Date(now.getTime() - 30 * 86_400_000)
    const { rows } = await sql<Row & { total: number }>`with newest as (
        select distinct on (key) key, version, definition, published_at, published_by, count(*) over (partition by key)::int as versions
        from decision_definition order by key, version desc)
      select n.key, n.definition->>'name' as title, n.definition->>'hitPolicy' as "hitPolicy", n.version, n.versions,
        array(select i->>'label' from jsonb_array_elements(n.definition->'inputs') i) as inputs,
        array(select o->>'label' from jsonb_array_elements(n.definition->'outputs') o) as outputs,
        jsonb_array_length(n.definition->'rules') as rules, n.published_at as "publishedAt", p.name as "publishedBy",
        (select count(*)::int from decision_call c where c.key = n.key and c.at >= ${since}) as calls,
        count(*) over ()::int as total
      from newest n left join person p on p.id = n.published_by
      where ${text} = '' or strpos(concat_ws(' ', n.key, n.definition->>'name'), ${text}) > 0
      order by n.key limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(trx)
    const users = await usersOf(trx)
    return {
      rows: rows.map(({ total: _, ...row }) => ({ ...row, usedBy: users.get(row.key) ?? [] })),
      total: rows[0]?.total ?? 0,
    }
  },
})
