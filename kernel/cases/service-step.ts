import type { Trx } from '../db/database.ts'
import type { JobRun } from '../jobs/job.ts'
import { startJob } from '../jobs/start-job.ts'
import { Refusal } from '../problems/problem.ts'
import type { ServiceInput } from './store-advance.ts'
import type { Moved } from './transition.ts'
import { serviceDone, serviceFailed } from './waits.ts'
import type { CaseWork } from './work.ts'

export type ServiceRun = JobRun<ServiceInput>
type Serve = (trx: Trx, input: ServiceInput) => Promise<Record<string, unknown>>

/** A case moved by a service step: nobody acts, but further steps may start jobs of their own. */
export const serviceWork = (run: ServiceRun, trx: Trx): CaseWork => {
  const now = run.now()
  return { trx, person: null, now, startJob: (job) => startJob(trx, job, run.person.id, now) }
}

/**
 * Does a service step: what `serve` finds becomes facts of the case, in one transaction with the step itself, and `after`
 * what follows from where the case then stands. Run again after a crash it finds the step over and does nothing; when it
 * fails the case shows it and waits for a person to try again.
 */
export async function runServiceStep(
  run: ServiceRun,
  verb: string,
  serve: Serve,
  after?: (trx: Trx, moved: Moved) => Promise<void>,
): Promise<void> {
  const { caseId, token } = run.input
  try {
    await run.transaction(async (trx) => {
      const facts = await serve(trx, run.input)
      const moved = await serviceDone(serviceWork(run, trx), caseId, token, facts)
      await after?.(trx, moved)
      await run.audit(trx, { verb, subject: `case:${caseId}`, after: facts })
    })
  } catch (error) {
    if (isOver(error)) return
    await run.transaction((trx) =>
      serviceFailed(serviceWork(run, trx), caseId, token, String((error as Error).message).slice(0, 300)),
    )
    throw error
  }
}

const isOver = (error: unknown) => error instanceof Refusal && error.problem.code === 'process.wait.over'
