import { archiveCase } from '../../../../kernel/cases/archive-case.ts'
import { runServiceStep, type ServiceRun, serviceWork } from '../../../../kernel/cases/service-step.ts'
import { job } from '../../../../kernel/jobs/job.ts'
import { archiveParts } from '../archive-parts.ts'

/** The step 快照归档: the case ends, and in the same transaction becomes one sealed package. */
const name = 'landuse.case.archive'

export const archiveResult = job({
  name,
  forStep: true,
  run: (run: ServiceRun) =>
    runServiceStep(
      run,
      name,
      async () => ({}),
      async (trx, { caseId, ended }) => {
        if (ended === undefined) return
        const parts = await archiveParts(trx, caseId)
        await archiveCase(
          { ...serviceWork(run, trx), person: run.person },
          { files: run.files, signer: run.signer },
          caseId,
          parts,
        )
      },
    ),
})
