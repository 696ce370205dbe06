import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'

export type OpenDesign = { id: string; kind: 'process' | 'decision'; key: string; state: string; by: string }

/** What is being changed of a process and of some rules at this moment, by whom. */
export async function openDesigns(trx: Trx, process: string, rules: string[]): Promise<OpenDesign[]> {
  const { rows } =
    await sql<OpenDesign>`select d.id, d.kind, d.key, d.state, p.name as by from design d join person p on p.id = d.changed_by
    where d.state in ('draft', 'submitted')
      and ((d.kind = 'process' and d.key = ${process}) or (d.kind = 'decision' and d.key = any(${rules}::text[])))`.execute(
      trx,
    )
  return rows
}
