import { decideWith } from '../process/decision/decide.ts'
import { evaluateFeel } from '../process/feel.ts'
import type { Facts, World } from '../process/state.ts'
import type { CaseProcess } from './case-process.ts'
import type { CaseRow } from './tables.ts'

/** What the interpreter sees of a case whose data are `data`: its facts, FEEL, and the process's decision tables. */
export const worldOf = ({ decisions = [] }: CaseProcess, row: CaseRow, data = row.data): World => ({
  facts: factsOf({ ...row, data }),
  evaluate: evaluateFeel,
  decide: decideWith(decisions),
})

/** What conditions see: the forms' fields, and the case itself under `case`. */
function factsOf(row: CaseRow): Facts {
  const { number, title, business, area_code: areaCode, organisation } = row
  return { ...row.data, case: { number, title, business, areaCode, organisation } }
}
