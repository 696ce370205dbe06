import { CompiledQuery } from 'kysely'
import { prepared, type Statement } from './statement-names.ts'

/**
 * Whole rows written by statements put together as text, for acts that come a hundred times a second: the query builder takes
 * longer for one than the database. Names are those of the type, never of an input; json is given as text.
 */

export function insertOf<T extends object>(table: string, rows: readonly T[]): Statement<unknown> {
  const names = Object.keys(rows[0] ?? {})
  const row = (k: number) => `(${names.map((_, i) => `$${k * names.length + i + 1}`).join(', ')})`
  const text = `insert into ${table} (${names.map(quoted).join(', ')}) values ${rows.map((_, k) => row(k)).join(', ')}`
  const values = rows.flatMap((one) => names.map((name) => one[name as keyof T]))
  return { compile: () => CompiledQuery.raw(prepared(text), values) }
}

export function updateOf<T extends object>(table: string, id: string, change: T): Statement<unknown> {
  const names = Object.keys(change).filter((name) => change[name as keyof T] !== undefined)
  const text = `update ${table} set ${names.map((name, i) => `${quoted(name)} = $${i + 1}`).join(', ')} where id = $${names.length + 1}`
  return { compile: () => CompiledQuery.raw(prepared(text), [...names.map((name) => change[name as keyof T]), id]) }
}

const quoted = (name: string) => `"${name}"`
