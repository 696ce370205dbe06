import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
import type { Title } from '../../../kernel/process/model.ts'
import type { DesignState } from '../schema.ts'
import { Key, Kind } from '../schema.ts'

type Row = {
  version: number
  publishedAt: Date
  /** null: came with the program */
  publishedBy: string | null
  submittedBy: string | null
  note: string | null
  running: number
  ended: number
}
type Named = { title: Title | null }
type OpenDesign = { id: string; title: string; state: DesignState; by: string; at: Date; basedOn: number | null }

/** The versions of a process or a decision table, newest first: by whom, why, and how many cases are on each; and what it is called now. */
export const listVersions = query({
  name: 'processes.version.list',
  input: Type.Object({ kind: Kind, key: Key }),
  async handle({ trx }, { kind, key }) {
    const table = sql.raw(kind === 'process' ? 'process_definition' : 'decision_definition')
    const { rows } = await sql<Row>`select v.version, v.published_at as "publishedAt", p.name as "publishedBy",
        s.name as "submittedBy", d.note, count(c.id) filter (where c.state in ('running', 'suspended'))::int as running,
        count(c.id) filter (where c.state not in ('running', 'suspended'))::int as ended
      from ${table} v left join person p on p.id = v.published_by
      left join design d on d.kind = ${kind} and d.key = v.key and d.version = v.version and d.state = 'published'
      left join person s on s.id = d.submitted_by
      left join case_ c on ${kind} = 'process' and c.process = v.key and c.process_version = v.version
      where v.key = ${key} group by v.version, v.published_at, p.name, s.name, d.note order by v.version desc`.execute(
      trx,
    )
    const open =
      await sql<OpenDesign>`select d.id, d.title, d.state, c.name as by, d.changed_at as at, d.based_on as "basedOn"
      from design d join person c on c.id = d.changed_by
      where d.kind = ${kind} and d.key = ${key} and d.state in ('draft', 'submitted')`.execute(trx)
    const named =
      await sql<Named>`select coalesce(definition->'title', jsonb_build_object('zh', definition->'name', 'en', definition->'name'))
      as title from ${table} where key = ${key} order by version desc limit 1`.execute(trx)
    const [design = null] = open.rows
    const title = named.rows[0]?.title ?? { zh: design?.title ?? key, en: design?.title ?? key }
    return { title, rows, total: rows.length, design }
  },
})
