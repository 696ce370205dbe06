import { type RawBuilder, sql } from 'kysely'
import { areasFor, type Person } from '../../../kernel/identity/can.ts'

/** Prefixes of area codes where the person may ask `query`. */
export const areasOf = (person: Person, query: string) => areasFor(person, query, { business: 'landuse' })

const prefix = (area: string) => `${area.replace(/[\\%_]/g, '\\$&')}%`

/** Rows whose area code lies in one of the areas; '' is everywhere, none is nothing. */
export function inAreas(column: RawBuilder<unknown>, areas: readonly string[]): RawBuilder<boolean> {
  if (areas.includes('')) return sql`true`
  return areas.length === 0 ? sql`false` : sql`${column} like any (${areas.map(prefix)}::text[])`
}

/** Batches that hold clues of one of the areas: the batch's own area lies in it, or the other way round. */
export function meetsAreas(column: RawBuilder<unknown>, areas: readonly string[]): RawBuilder<boolean> {
  if (areas.length === 0) return sql`false`
  return sql`(${inAreas(column, areas)} or exists (select 1 from unnest(${areas}::text[]) a where a like ${column} || '%'))`
}

/** One page of a list; pages count from 1. */
export const pageOf = ({ page = 1, pageSize = 50 }: { page?: number; pageSize?: number }) =>
  sql`limit ${pageSize} offset ${(page - 1) * pageSize}`
