import { json } from '../db/database.ts'
import { graphOf } from '../process/graph.ts'
import { whenOf } from '../process/waiting.ts'
import { record } from './history.ts'
import { indexSearchFields } from './lists/search-fields.ts'
import { type HeldCase, holdCase } from './standing.ts'
import type { CaseRow } from './tables.ts'
import { refuseUnlessRunning, transition } from './transition.ts'
import { type CaseWork, tablesOf } from './work.ts'

/**
 * What the business has found out about a case between two steps: kept beside the form's fields, seen by the conditions
 * that come. The case stays where it is, unless it waits for these very data; its history says what the facts were before.
 * Facts that are so already change nothing. Returns the case's revision.
 */
export async function setFacts(work: CaseWork, caseId: string, facts: Record<string, unknown>): Promise<number> {
  const held = await holdCase(work, caseId)
  const { row } = held
  refuseUnlessRunning(row)
  const changed = Object.keys(facts).filter((name) => JSON.stringify(facts[name]) !== JSON.stringify(row.data[name]))
  if (changed.length === 0) return row.revision
  const data = { ...row.data, ...facts }
  const before = Object.fromEntries(changed.map((name) => [name, row.data[name] ?? null]))
  const after = Object.fromEntries(changed.map((name) => [name, facts[name]]))
  const entry = { verb: 'setFacts', detail: { before, after } }
  if (waitsForData(held)) return (await transition(work, held, { type: 'factsChanged' }, { entry, data })).revision
  const revision = await writeFacts(work, row, facts)
  await record(work, [{ caseId, ...entry }])
  return revision
}

/** Only written down, for who tells the history itself: nobody's waiting is looked at. */
export async function writeFacts(work: CaseWork, row: CaseRow, facts: Record<string, unknown>): Promise<number> {
  const [data, revision] = [{ ...row.data, ...facts }, row.revision + 1]
  await tablesOf(work)
    .updateTable('case_')
    .set({ data: json(data), revision })
    .where('id', '=', row.id)
    .execute()
  await indexSearchFields(work, [{ row, before: row.data, after: data }])
  return revision
}

/** Does the case stand at a condition (BPMN conditional event)? */
const waitsForData = ({ row, process }: HeldCase): boolean =>
  row.tokens.tokens.some(({ step }) => {
    const at = graphOf(process).steps.get(step)
    return at !== undefined && whenOf(at) !== undefined
  })
