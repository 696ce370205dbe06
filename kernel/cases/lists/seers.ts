import { sql } from 'kysely'
import { contains } from '../rights-filter.ts'
import type { CaseRow } from '../tables.ts'
import type { CaseWork } from '../work.ts'

export type Seer = { id: string; name: string; organisation: string }

const SEES = 'casework.case.view'

/**
 * People who may open the case, by name, at most 50: the rule of `can` asked of all at once. `text`: part of the name or login;
 * `people`: only of these.
 */
export async function seersOf(
  { trx }: Pick<CaseWork, 'trx'>,
  {
    area_code,
    business,
    organisation,
    handlers,
  }: Pick<CaseRow, 'area_code' | 'business' | 'organisation' | 'handlers'>,
  { text, people }: { text?: string; people?: string[] } = {},
): Promise<Seer[]> {
  if (people?.length === 0) return []
  const { rows } = await sql<Seer>`select p.id, p.name, o.name as organisation
    from person p join organisation o on o.id = p.organisation
    where p.ended_at is null and (${text ?? null}::text is null or p.name ilike ${contains(text ?? '')} or p.login ilike ${contains(text ?? '')})
      and (${people ?? null}::uuid[] is null or p.id = any(${people ?? null}::uuid[]))
      and exists (select from right_grant g join role r on r.code = g.role where g.person = p.id and g.ended_at is null
        and starts_with(${area_code}, g.area) and g.business in ('*', ${business})
        and (g.organisation is null or ${organisation}::uuid is null or g.organisation = ${organisation}
          or g.organisation = any(${handlers}::uuid[]))
        and exists (select from unnest(r.verbs) verb where verb = ${SEES}
          or (right(verb, 1) = '*' and starts_with(${SEES}, left(verb, -1)))))
    order by p.name, p.id limit 50`.execute(trx)
  return rows
}
