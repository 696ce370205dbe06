import { sql } from 'kysely'
import { runServiceStep, type ServiceRun } from '../../../../kernel/cases/service-step.ts'
import { job } from '../../../../kernel/jobs/job.ts'
import { shareCase } from '../share-case.ts'

/** The step 成果共享. */
const name = 'landuse.result.share'

export const shareResult = job({
  name,
  forStep: true,
  run: (run: ServiceRun) =>
    runServiceStep(run, name, async (trx, { caseId }) => {
      const facts = await shareCase(trx, caseId, run.now())
      await sql`update landuse_clue set state = 'finished' where case_id = ${caseId} and state <> 'withdrawn'`.execute(
        trx,
      )
      return facts
    }),
})
