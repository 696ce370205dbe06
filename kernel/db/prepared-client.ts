import { sql } from 'kysely'
import pg from 'pg'

/** Begins a raw statement that is asked often and whose best plan does not depend on its values. */
export const PREPARED = sql.raw('/* prepared */')

/** What the query builder writes looks rows up by their keys; lists are written as raw SQL and planned for their values. */
const LASTING = /^(?:\/\* prepared \*\/|select (?:\*|")|insert into "|update "|delete from ")/
/** Inserts of many rows have as many texts as numbers of rows: those do not come again. */
const MOST_PARAMETERS = 60
/** Each is kept by every connection as long as it lives. */
const MOST_STATEMENTS = 300

const names = new Map<string, string>()

function nameOf(text: string, values: readonly unknown[]): string | undefined {
  const known = names.get(text)
  if (known || names.size >= MOST_STATEMENTS || values.length > MOST_PARAMETERS || !LASTING.test(text)) return known
  const name = `yutu_${names.size + 1}`
  names.set(text, name)
  return name
}

/** A connection that has PostgreSQL parse and plan lasting statements once instead of every time. */
export class PreparedClient extends pg.Client {
  // `pg` has many forms of this call; only Kysely's, text and values, is looked at.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  override query(...words: any[]): any {
    const [text, values, callback] = words
    const name = typeof text === 'string' && Array.isArray(values) && !callback ? nameOf(text, values) : undefined
    const ask = super.query as (...words: unknown[]) => unknown
    return name ? ask.call(this, { name, text, values }) : ask.apply(this, words)
  }
}
