import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'

/** 机构代码表: an entry, and the organisation it stands for. */
export type ListedOrganisation = { id: string; name: string; code: string }

/** Entries of a published edition, by code. */
export async function organisationsIn(trx: Trx, scheme: string, edition: string): Promise<ListedOrganisation[]> {
  const { rows } = await sql<ListedOrganisation>`select o.id, o.name, i.code
    from dictionary_item i join organisation o on o.id = i.organisation
    where i.scheme = ${scheme} and i.edition = ${edition} and i.usable order by i.place`.execute(trx)
  return rows
}

/**
 * What may be chosen on this day out of the edition published last; undefined while no edition of the table names an organisation:
 * then every one may be.
 */
export async function listedOrganisations(
  trx: Trx,
  scheme: string,
  day: string,
): Promise<ListedOrganisation[] | undefined> {
  const { rows } = await sql<ListedOrganisation & { inForce: boolean }>`select o.id, o.name, i.code,
      (i.valid_from is null or i.valid_from <= ${day}::date) and (i.valid_until is null or i.valid_until >= ${day}::date) as "inForce"
    from dictionary_item i join organisation o on o.id = i.organisation
    where i.scheme = ${scheme} and i.usable and i.edition = (select edition from dictionary_edition e
      where e.scheme = ${scheme} and e.published_at is not null order by e.published_at desc limit 1)
    order by i.place`.execute(trx)
  return rows.length === 0 ? undefined : rows.flatMap(({ inForce, ...one }) => (inForce ? [one] : []))
}

/** `table`: its title. */
export type Repointed = { table: string; code: string; from: ListedOrganisation; to: ListedOrganisation }

/** Entries that stand for another organisation than in the edition published before this one. */
export async function repointed(trx: Trx, scheme: string, edition: string): Promise<Repointed[]> {
  const { rows } = await sql<{ before: string; table: string }>`select b.edition as before, e.title_zh as table
    from dictionary_edition e join dictionary_edition b on b.scheme = e.scheme and b.published_at < e.published_at
    where e.scheme = ${scheme} and e.edition = ${edition} order by b.published_at desc limit 1`.execute(trx)
  const [last] = rows
  if (!last) return []
  const old = new Map((await organisationsIn(trx, scheme, last.before)).map((one) => [one.code, one]))
  return (await organisationsIn(trx, scheme, edition)).flatMap((to) => {
    const from = old.get(to.code)
    return from && from.id !== to.id ? [{ table: last.table, code: to.code, from, to }] : []
  })
}
