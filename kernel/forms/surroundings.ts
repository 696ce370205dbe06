import { sql } from 'kysely'
import type { Trx } from '../db/database.ts'
import type { Surroundings } from './check-value.ts'
import type { CodeField, FormDefinition, FormField, FormValues, Party, PartyField } from './definition.ts'
import { knowsNationalCode } from './national-dictionaries.ts'
import { listedOrganisations } from './organisation-table.ts'

/** What checking these values needs to know from the database: codes of local tables, people, organisations. */
export async function surroundingsOf(
  trx: Trx,
  definition: FormDefinition,
  values: FormValues,
  today: string,
): Promise<Surroundings> {
  const found = everyField(definition, values)
  const codes = await localCodes(trx, found)
  const parties = await knownParties(trx, found)
  const listed = await listedIn(trx, found, today)
  return {
    today,
    knowsCode: (scheme, edition, code) =>
      knowsNationalCode(scheme, edition, code) ?? codes.get(`${scheme} ${edition}`)?.has(code),
    knowsParty: (type, id) => parties.has(`${type} ${id}`),
    isListed: (scheme, id) => listed.get(scheme)?.has(id),
  }
}

type Filled = { field: FormField; value: unknown }

/** Fields with their values, cells of tables among them. */
function everyField({ fields }: FormDefinition, values: FormValues): Filled[] {
  return fields.flatMap((field): Filled[] => {
    const value = values[field.name]
    if (field.type !== 'table') return [{ field, value }]
    const rows = Array.isArray(value) ? (value as (FormValues | null)[]) : []
    return field.columns.flatMap((column) => rows.map((row) => ({ field: column, value: row?.[column.name] })))
  })
}

/** Only of the tables and codes that occur: an edition may have ten thousand items. Only published editions count. */
async function localCodes(trx: Trx, found: Filled[]): Promise<Map<string, Set<string>>> {
  const tables = new Map<string, { field: CodeField; codes: string[] }>()
  for (const { field, value } of found) {
    if (field.type !== 'code' || typeof value !== 'string') continue
    if (knowsNationalCode(field.scheme, field.edition, value) !== undefined) continue
    const table = tables.get(`${field.scheme} ${field.edition}`) ?? { field, codes: [] }
    table.codes.push(value)
    tables.set(`${field.scheme} ${field.edition}`, table)
  }
  const known = new Map<string, Set<string>>()
  for (const [name, { field, codes }] of tables) {
    const { rows } = await sql<{
      code: string | null
    }>`select i.code from dictionary_edition e left join dictionary_item i
        on i.scheme = e.scheme and i.edition = e.edition and i.usable and i.code = any(${codes})
      where e.scheme = ${field.scheme} and e.edition = ${field.edition} and e.published_at is not null`.execute(trx)
    if (rows.length > 0) known.set(name, new Set(rows.flatMap(({ code }) => code ?? [])))
  }
  return known
}

/** Of the tables of organisations that are asked for, who is in them. */
async function listedIn(trx: Trx, found: Filled[], today: string): Promise<Map<string, Set<string>>> {
  const listed = new Map<string, Set<string>>()
  for (const { field, value } of found) {
    if (field.type !== 'organisation' || !field.scheme || !value || listed.has(field.scheme)) continue
    const some = await listedOrganisations(trx, field.scheme, today)
    if (some) listed.set(field.scheme, new Set(some.map(({ id }) => id)))
  }
  return listed
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

async function knownParties(trx: Trx, found: Filled[]): Promise<Set<string>> {
  const idsOf = (type: PartyField['type']) =>
    found.flatMap(({ field, value }) => {
      const id = field.type === type ? (value as Partial<Party> | null | undefined)?.id : undefined
      return typeof id === 'string' && UUID.test(id) ? [id] : []
    })
  const people = idsOf('person')
  const organisations = idsOf('organisation')
  if (people.length + organisations.length === 0) return new Set()
  const { rows } = await sql<{
    name: string
  }>`select 'person ' || id as name from person where id = any(${people}::uuid[])
    union all select 'organisation ' || id from organisation where id = any(${organisations}::uuid[])`.execute(trx)
  return new Set(rows.map(({ name }) => name))
}
