import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import { notFound, Refusal } from '../../kernel/problems/problem.ts'

export type OrganisationFile = {
  id: string
  code: string
  name: string
  parent: string | null
  endedAt: Date | null
  /** still at work in it */
  people: number
  below: number
}

export async function organisationFile(trx: Trx, id: string): Promise<OrganisationFile> {
  const { rows } = await sql<OrganisationFile>`select id, code, name, parent, ended_at as "endedAt",
      (select count(*)::int from person p where p.organisation = o.id and p.ended_at is null) as people,
      (select count(*)::int from organisation b where b.parent = o.id and b.ended_at is null) as below
    from organisation o where id = ${id}`.execute(trx)
  if (!rows[0]) throw new Refusal(notFound('administration.organisation.unknown'))
  return rows[0]
}

/** Ids of an organisation and all above it. */
export async function organisationsAbove(trx: Trx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`with recursive up as (select id, parent from organisation where id = ${id}
      union select o.id, o.parent from up join organisation o on o.id = up.parent) select id from up`.execute(trx)
  return rows.map((row) => row.id)
}
