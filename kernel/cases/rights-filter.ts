import { type RawBuilder, sql } from 'kysely'
import { can, type Person, type Right } from '../identity/can.ts'

/** The person's rights to a verb, for lists: the same decision as `can`, asked of every row. */
export const rightsTo = (person: Person, verb: string): Right[] =>
  person.rights.filter((right) => can({ ...person, rights: [right] }, verb))

/** A condition on a table that has area_code, business and organisation: some right covers the row. False without rights. */
export const coveredBy = (rights: Right[], table: string): RawBuilder<boolean> => coveredWith(rights, table)

/** The same of cases: those an organisation handles a part of are its cases too. `handlers`: where the table has no such column. */
export const coveredCases = (
  rights: Right[],
  table: string,
  handlers: RawBuilder<unknown> = column(table, 'handlers'),
): RawBuilder<boolean> => coveredWith(rights, table, handlers)

function coveredWith(rights: Right[], table: string, handlers?: RawBuilder<unknown>): RawBuilder<boolean> {
  if (rights.length === 0) return sql`false`
  return sql`(${sql.join(
    rights.map((right) => covers(right, table, handlers)),
    sql` or `,
  )})`
}

function covers(
  { area, business, organisation }: Right,
  table: string,
  handlers?: RawBuilder<unknown>,
): RawBuilder<boolean> {
  const handled = handlers ? sql` or ${organisation} = any(${handlers})` : sql``
  const conditions = [
    area === '' ? sql`true` : underArea(area, table),
    business === '*' ? sql`true` : sql`${column(table, 'business')} = ${business}`,
    // A case that belongs to no organisation is everybody's, as in `can`.
    organisation === null
      ? sql`true`
      : sql`(${column(table, 'organisation')} is null or ${column(table, 'organisation')} = ${organisation}${handled})`,
  ]
  return sql`(${sql.join(conditions, sql` and `)})`
}

/** An area and all within it: their codes begin with its code (GB/T 2260). */
export const underArea = (area: string, table: string): RawBuilder<boolean> =>
  sql`${column(table, 'area_code')} like ${`${escapeLike(area)}%`}`

export const contains = (text: string): string => `%${escapeLike(text)}%`

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

const column = (table: string, name: string) => sql.ref(`${table}.${name}`)
