import { sql } from 'kysely'
import { json } from '../db/database.ts'
import { conflict, type Problem, Refusal } from '../problems/problem.ts'
import { migrateState } from '../process/migrate.ts'
import type { Mapping } from '../process/migrate-token.ts'
import type { CaseProcess } from './case-process.ts'
import { begunAt } from './clocks/start-clock.ts'
import { record } from './history.ts'
import { indexSearchFields } from './lists/search-fields.ts'
import { formVersions } from './open-rows.ts'
import { readProcess } from './publish-process.ts'
import { holdCase } from './standing.ts'
import { writeRemovals } from './store-advance.ts'
import type { CaseRow } from './tables.ts'
import { type CaseWork, tablesOf } from './work.ts'

/** From one version of a process to another; `mapping`: old step → the step that takes its place. */
export type CaseMigration = { process: string; from: number; to: number; mapping?: Mapping }

/** `notes`: what the case loses or gets by it. `reasons`: all that keeps it on its version. */
export type MigratedCase = { id: string; number: string } & ({ notes: Problem[] } | { reasons: Problem[] })

/** What would become of cases under way, the oldest first; nothing is touched. `after`: the last number of the page before. */
export async function previewCases(
  work: CaseWork,
  { process, from, to, mapping }: CaseMigration,
  { after = '', limit = 1000 } = {},
): Promise<MigratedCase[]> {
  const [old, target] = [await readProcess(work.trx, process, from), await readProcess(work.trx, process, to)]
  const forms = await formVersions(work, target)
  const { rows } = await sql<Pick<CaseRow, 'id' | 'number' | 'tokens' | 'forms'>>`select id, number, tokens, forms
    from case_ where process = ${process} and process_version = ${from} and state in ('running', 'suspended')
      and number > ${after} order by number limit ${limit}`.execute(work.trx)
  return rows.map(({ id, number, tokens, forms: pinned }) => {
    const migration = migrateState(old, target, tokens, mapping)
    if ('reasons' in migration) return { id, number, reasons: migration.reasons }
    return { id, number, notes: [...migration.notes, ...renewedForms(pinned, forms)] }
  })
}

/**
 * Moves one case under way to the other version: it stands where it stood, what people hold stays theirs with its draft and
 * its last day, the forms are those of today. A case that cannot be moved is left as it is, and answered with why.
 */
export async function migrateCase(work: CaseWork, caseId: string, move: CaseMigration): Promise<MigratedCase> {
  const { row, process: old } = await holdCase(work, caseId)
  const { id, number } = row
  if (row.process !== move.process || row.process_version !== move.from)
    throw new Refusal(conflict('cases.migrate.other-version', { number, version: row.process_version }))
  if (row.state !== 'running' && row.state !== 'suspended')
    throw new Refusal(conflict('cases.already-closed', { number }))
  const target = await readProcess(work.trx, move.process, move.to)
  const migration = migrateState(old, target, row.tokens, move.mapping)
  if ('reasons' in migration) return { id, number, reasons: migration.reasons }
  const forms = await formVersions(work, target)
  const notes = [...migration.notes, ...renewedForms(row.forms, forms)]
  const moved = { ...row, forms: { ...row.forms, ...forms }, tokens: migration.state }
  await writeMoved(work, moved, target)
  await renameSteps(work, moved, target, move.mapping ?? {})
  await writeRemovals(work, row, { cancelled: [], effects: migration.effects })
  await record(work, [{ caseId, verb: 'migrate', detail: { ...move, notes } }])
  return { id, number, notes }
}

/** Pinned anew: the process and its forms were published to go with each other. */
const renewedForms = (pinned: CaseRow['forms'], forms: CaseRow['forms']): Problem[] =>
  Object.entries(forms).flatMap(([form, version]) => {
    const before = pinned[form]
    return before === undefined || before === version
      ? []
      : [conflict('cases.migrate.form-renewed', { form, from: before, to: version })]
  })

async function writeMoved(work: CaseWork, row: CaseRow, { version, clock }: CaseProcess): Promise<void> {
  const change = { process_version: version, tokens: json(row.tokens), forms: json(row.forms) }
  // Where no step begins the clock any more, the filing has.
  const begun = clock || row.clock_from ? {} : await begunAt(work, row, row.opened_at, null)
  await tablesOf(work)
    .updateTable('case_')
    .set({ ...change, ...begun, revision: row.revision + 1 })
    .where('id', '=', row.id)
    .execute()
  await indexSearchFields(work, [{ row, before: {}, after: row.data }])
}

/** Tasks and waits go by their new names, what is open into the pool of the role the new version names. */
async function renameSteps(work: CaseWork, { id }: CaseRow, { steps }: CaseProcess, mapping: Mapping): Promise<void> {
  const names = sql`unnest(${Object.keys(mapping)}::text[], ${Object.values(mapping)}::text[]) as n (old, step)`
  await sql`update task t set step = n.step, revision = revision + 1 from ${names}
    where t.case_id = ${id} and t.step = n.old`.execute(work.trx)
  await sql`update case_wait w set step = n.step from ${names} where w.case_id = ${id} and w.step = n.old`.execute(
    work.trx,
  )
  const roles = steps.flatMap((step) => (step.kind === 'userTask' ? [{ step: step.id, role: step.role }] : []))
  await sql`update task t set role = r.role, revision = revision + 1
    from unnest(${roles.map(({ step }) => step)}::text[], ${roles.map(({ role }) => role)}::text[]) as r (step, role)
    where t.case_id = ${id} and t.step = r.step and t.role <> r.role and t.state in ('open', 'claimed', 'suspended')`.execute(
    work.trx,
  )
}
