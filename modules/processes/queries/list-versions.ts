import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { query } from '../../../kernel/http/action.ts'
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
type OpenDesign = { id: string; state: DesignState; by: string; at: Date; basedOn: number | null }

/** The versions of a process or a decision table, newest first: by whom, why, and how many cases are on each. */
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
    const open = await sql<OpenDesign>`select d.id, d.state, c.name as by, d.changed_at as at, d.based_on as "basedOn"
      from design d join person c on c.id = d.changed_by
      where d.kind = ${kind} and d.key = ${key} and d.state in ('draft', 'submitted')`.execute(trx)
    return { rows, total: rows.length, design: open.rows[0] ?? null }
  },
})
