import { CompiledQuery, sql } from 'kysely'

const MARK = '/* prepared */'

/** Begins a raw statement that is asked often and whose best plan does not depend on its values. */
export const PREPARED = sql.raw(MARK)

/** The same for a text that is put together by hand. */
export const prepared = (text: string): string => MARK + text

/** Inserts of many rows have as many texts as numbers of rows: those do not come again. */
const MOST_PARAMETERS = 60
/** Each is kept by every connection as long as it lives. */
const MOST_STATEMENTS = 300

const names = new Map<string, string>()

export type Statement<R> = { compile(): CompiledQuery<R> }

/** A statement asked often, as text: what puts it together again for every use takes longer than it does. Values are $1, $2 … */
export function statement<R = unknown>(text: string): (...values: unknown[]) => Statement<R> {
  const marked = prepared(text)
  return (...values) => ({ compile: () => CompiledQuery.raw(marked, values) as CompiledQuery<R> })
}

/**
 * PostgreSQL parses and plans a named statement once. What the query builder writes looks rows up by their keys; lists are
 * raw SQL and planned for their values.
 */
export function nameOf({ sql: text, parameters, query }: CompiledQuery): string | undefined {
  const known = names.get(text)
  if (known || names.size >= MOST_STATEMENTS || parameters.length > MOST_PARAMETERS) return known
  if (query.kind === 'RawNode' && !text.startsWith(MARK)) return undefined
  const name = `yutu_${names.size + 1}`
  names.set(text, name)
  return name
}
