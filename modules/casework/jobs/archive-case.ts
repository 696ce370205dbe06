import { archiveCase } from '../../../kernel/cases/archive-case.ts'
import { runServiceStep, type ServiceRun, serviceWork } from '../../../kernel/cases/service-step.ts'
import { job } from '../../../kernel/jobs/job.ts'

const name = 'casework.case.archive'

/** The step 快照归档 of any process: the case ends, and in the same transaction becomes one sealed package. */
export const archiveJob = job({
  name,
  forStep: true,
  run: (run: ServiceRun) =>
    runServiceStep(
      run,
      name,
      async () => ({}),
      async (trx, { caseId, ended }) => {
        if (ended === undefined) return
        const work = { ...serviceWork(run, trx), person: run.person }
        await archiveCase(work, { files: run.files, signer: run.signer }, caseId, {})
      },
    ),
})
