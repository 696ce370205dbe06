import { sql } from 'kysely'
import { type CaseMigration, type MigratedCase, migrateCase } from '../../../kernel/cases/migrate-case.ts'
import { json, type Trx } from '../../../kernel/db/database.ts'
import { type JobRun, job } from '../../../kernel/jobs/job.ts'
import { Refusal } from '../../../kernel/problems/problem.ts'

/** Cases by id, settled when the run was asked for: one opened meanwhile begins on the newest version anyway. */
export type MigrateInput = { move: CaseMigration; cases: string[] }

/**
 * Moves cases one by one, each in its own transaction together with the line of the report that says so: a run that was
 * killed goes on with those that have no line yet.
 */
export const migrateCases = job({
  name: 'processes.migrate',
  slow: true,
  async run(run: JobRun<MigrateInput>) {
    const { move, cases } = run.input
    const told = await run.transaction((trx) => toldAlready(trx, run.id))
    let done = told.size
    for (const caseId of cases.filter((id) => !told.has(id))) {
      await run.stopIfCancelled()
      await run.progress(done++, cases.length, 'processes.migrate.stage')
      await run.transaction((trx) => migrateOne(run, trx, caseId, move))
    }
    await run.progress(cases.length, cases.length, 'processes.migrate.stage')
  },
})

async function toldAlready(trx: Trx, run: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select case_id as id from case_migration where run = ${run}`.execute(trx)
  return new Set(rows.map(({ id }) => id))
}

async function migrateOne(run: JobRun<MigrateInput>, trx: Trx, caseId: string, move: CaseMigration): Promise<void> {
  const now = run.now()
  const answer = await attempt(run, trx, caseId, move)
  const isMoved = 'notes' in answer
  const told = isMoved ? answer.notes : answer.reasons
  await sql`insert into case_migration (run, case_id, number, from_version, to_version, is_moved, told, at)
    values (${run.id}, ${caseId}, ${answer.number}, ${move.from}, ${move.to}, ${isMoved}, ${json(told)}, ${now})`.execute(
    trx,
  )
  if (isMoved)
    await run.audit(trx, { verb: 'processes.migration.start', subject: `case:${caseId}`, after: { ...move, told } })
}

/** A case that has ended or moved since is told in the report like one that cannot be moved; nothing was written by then. */
async function attempt(
  run: JobRun<MigrateInput>,
  trx: Trx,
  caseId: string,
  move: CaseMigration,
): Promise<MigratedCase> {
  try {
    return await migrateCase({ trx, person: run.person, now: run.now(), files: run.files }, caseId, move)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { id: caseId, number: String(error.problem.params?.number ?? caseId), reasons: [error.problem] }
  }
}
