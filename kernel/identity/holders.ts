import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'

/** Ids of all who may do `verb` for an organisation. */
export async function holdersOf(trx: Trx, verb: string, organisation: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct p.id from person p
      join right_grant g on g.person = p.id and g.ended_at is null
      join role r on r.code = g.role and r.ended_at is null
    where p.ended_at is null and (g.organisation is null or g.organisation = ${organisation})
      and exists (select from unnest(r.verbs) as v (pattern) where v.pattern = ${verb}
        or (right(v.pattern, 1) = '*' and starts_with(${verb}, left(v.pattern, -1))))`.execute(trx)
  return rows.map(({ id }) => id)
}

/** Names of those who may do `verb` and are none of these, for who asks whom to turn to. */
export async function holdersBeside(trx: Trx, people: string[], verb: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`select distinct p.name from right_grant g
      join role r on r.code = g.role and r.ended_at is null join person p on p.id = g.person
    where g.ended_at is null and p.ended_at is null and p.id <> all(${people}::uuid[]) and exists (
      select 1 from unnest(r.verbs) v where v = ${verb}
        or (v like '%*' and starts_with(${verb}, left(v, -1))))
    order by p.name limit 6`.execute(trx)
  return rows.map(({ name }) => name).join('、')
}
