import { type RawBuilder, sql } from 'kysely'
import { contains } from '../rights-filter.ts'
import type { CaseWork } from '../work.ts'

/** Cases whose number or title has this text in it, capital letters or small; found by the index of characters. */
export const casesSaying = (text: string): RawBuilder<unknown> =>
  sql`(select case_id from case_text where ${gramsHold(sql`case_text.said`, text)} and case_text.said like ${pattern(text)})`

/** The same asked of one case, its id in this column. */
export const caseSays = (caseId: string, text: string): RawBuilder<boolean> =>
  sql`(select case_text.said from case_text where case_text.case_id = ${sql.ref(caseId)}) like ${pattern(text)}`

const pattern = (text: string) => sql`lower(${contains(text)}::text)`

/** Few enough to look up the tasks of each. */
const FEW = 5000

export async function isRare({ trx }: Pick<CaseWork, 'trx'>, text: string): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n
    from (select from ${casesSaying(text)} c limit ${FEW + 1}) counted`.execute(trx)
  return rows[0]!.n <= FEW
}

/** A text has every two characters running of what it contains; of one character that one. The expression of the indexes. */
export const gramsHold = (said: RawBuilder<unknown>, text: string): RawBuilder<boolean> =>
  sql`(text_grams(${said}, 1) || text_grams(${said}, 2)) @> text_grams(lower(${text}::text), least(2, length(${text}::text)))`
