import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import type { Title } from '../../kernel/forms/definition.ts'

/** Where a form is asked for: a step of a process, or its filing (`step` null). */
export type Use = { form: string; process: string; title: Title; step: Title | null; writable: string[] | 'all' }

/** Uses in the newest version of each process; of one form, or of all. */
export async function usesOf(trx: Trx, key?: string): Promise<Use[]> {
  const { rows } = await sql<Use>`with newest as (
      select distinct on (key) key, definition from process_definition order by key, version desc),
    uses as (
      select step ->> 'form' as form, n.key as process, n.definition -> 'title' as title, step -> 'title' as step,
        step -> 'writable' as writable
      from newest n, jsonb_array_elements(n.definition -> 'steps') step where step ->> 'form' <> ''
      union all
      select n.definition #>> '{filing,form}', n.key, n.definition -> 'title', null, n.definition #> '{filing,writable}'
      from newest n where n.definition ? 'filing')
    select * from uses where ${key ?? null}::text is null or form = ${key ?? ''} order by process`.execute(trx)
  return rows
}
