import { type RawBuilder, sql } from 'kysely'
import { contains } from '../rights-filter.ts'
import type { CaseWork } from '../work.ts'

/** Cases whose number or title has this text in it, capital letters or small; found by the index of characters. */
const casesSaying = (text: string): RawBuilder<unknown> =>
  sql`(select case_id from case_text where ${gramsHold(sql`case_text.said`, text)} and case_text.said like ${pattern(text)})`

/** The same asked of one case, its id in this column. */
export const caseSays = (caseId: string, text: string): RawBuilder<boolean> =>
  sql`(select case_text.said from case_text where case_text.case_id = ${sql.ref(caseId)}) like ${pattern(text)}`

const pattern = (text: string) => sql`lower(${contains(text)}::text)`

/** Few enough to look up the tasks of each. */
const FEW = 5000

export type CaseColumn = 't.case_id' | 'c.id'

/** Whether the case whose id is in this column says the text. */
export const saying = async (
  work: Pick<CaseWork, 'trx'>,
  column: CaseColumn,
  text: string | undefined,
): Promise<RawBuilder<boolean> | undefined> => (text ? among(work, column, casesSaying(text)) : undefined)

/**
 * Whether the id in this column is among these `(select case_id …)`, which are searched once: a plan that joins them to the tasks
 * searches them again for every task where a table has grown since its rows were last counted. So few are told by their ids, and
 * «is true» keeps many from being joined: each task is asked of a table in memory.
 */
export async function among(
  { trx }: Pick<CaseWork, 'trx'>,
  column: CaseColumn,
  cases: RawBuilder<unknown>,
): Promise<RawBuilder<boolean>> {
  const { rows } = await sql<{ case_id: string }>`select case_id from ${cases} c limit ${FEW + 1}`.execute(trx)
  return rows.length <= FEW
    ? sql`${sql.ref(column)} = any(${rows.map(({ case_id }) => case_id)}::uuid[])`
    : sql`(${sql.ref(column)} in ${cases}) is true`
}

/** A text has every two characters running of what it contains; of one character that one. The expression of the indexes. */
export const gramsHold = (said: RawBuilder<unknown>, text: string): RawBuilder<boolean> =>
  sql`(text_grams(${said}, 1) || text_grams(${said}, 2)) @> text_grams(lower(${text}::text), least(2, length(${text}::text)))`
