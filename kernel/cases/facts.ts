import { json } from '../db/database.ts'
import { record } from './history.ts'
import { indexSearchFields } from './lists/search-fields.ts'
import { holdCase } from './standing.ts'
import { refuseUnlessRunning } from './transition.ts'
import { type CaseWork, tablesOf } from './work.ts'

/**
 * What the business has found out about a case between two steps: kept beside the form's fields, seen by the conditions
 * that come. The case stays where it is; its history says what the facts were before. Facts that are so already change
 * nothing. Returns the case's revision.
 */
export async function setFacts(work: CaseWork, caseId: string, facts: Record<string, unknown>): Promise<number> {
  const { row } = await holdCase(work, caseId)
  refuseUnlessRunning(row)
  const changed = Object.keys(facts).filter((name) => JSON.stringify(facts[name]) !== JSON.stringify(row.data[name]))
  if (changed.length === 0) return row.revision
  const revision = row.revision + 1
  await tablesOf(work)
    .updateTable('case_')
    .set({ data: json({ ...row.data, ...facts }), revision })
    .where('id', '=', caseId)
    .execute()
  await indexSearchFields(work, [{ row, before: row.data, after: { ...row.data, ...facts } }])
  const before = Object.fromEntries(changed.map((name) => [name, row.data[name] ?? null]))
  const after = Object.fromEntries(changed.map((name) => [name, facts[name]]))
  await record(work, [{ caseId, verb: 'setFacts', detail: { before, after } }])
  return revision
}
