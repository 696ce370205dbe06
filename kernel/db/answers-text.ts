import { type RawBuilder, sql } from 'kysely'

/** Of no account in numbers and names: blanks, brackets, and the two characters numbers are dressed with. */
const DRESS = '[[:space:]〔〕\\[\\]()第号]'

/**
 * Whether one of these columns holds a text, as people write numbers: widths (NFKC), case, brackets and blanks are of no account.
 * `plain`: the text already so undressed; an empty one is held by none.
 */
export function answersText(columns: readonly RawBuilder<unknown>[], plain: string): RawBuilder<boolean> {
  if (plain === '' || columns.length === 0) return sql`false`
  const sought = `%${plain.replace(/[\\%_]/g, '\\$&')}%`
  const undressed = columns.map(
    (column) => sql`regexp_replace(lower(normalize(${column}::text, NFKC)), ${DRESS}, '', 'g') like ${sought}`,
  )
  return sql`(${sql.join(undressed, sql` or `)})`
}
