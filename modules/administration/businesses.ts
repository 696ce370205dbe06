import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'

type Title = { zh: string; en: string }

/** Businesses of published processes, each with the titles of its processes in their newest version. */
export async function publishedBusinesses(trx: Trx): Promise<{ code: string; titles: Title[] }[]> {
  const { rows } = await sql<{ code: string; titles: Title[] }>`with newest as (
      select distinct on (key) definition from process_definition order by key, version desc)
    select definition->>'business' as code, jsonb_agg(definition->'title' order by definition->>'key') as titles
    from newest group by 1 order by 1`.execute(trx)
  return rows
}
