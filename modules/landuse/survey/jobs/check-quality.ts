import { sql } from 'kysely'
import { reassign } from '../../../../kernel/cases/claim.ts'
import { runServiceStep, type ServiceRun } from '../../../../kernel/cases/service-step.ts'
import type { Moved } from '../../../../kernel/cases/transition.ts'
import type { Trx } from '../../../../kernel/db/database.ts'
import { job } from '../../../../kernel/jobs/job.ts'
import { checkSurvey } from '../check-survey.ts'
import { receiveField } from '../receive-field.ts'
import { readSurveyCase } from '../survey-case.ts'

/** The step 成果质检: takes over what came from the field, judges it, and gives what fails back to whoever surveyed it. */
const name = 'landuse.quality.check'

export const checkQuality = job({
  name,
  forStep: true,
  run: (run: ServiceRun) =>
    runServiceStep(
      run,
      name,
      async (trx, { caseId }) => {
        const survey = await readSurveyCase(trx, caseId)
        if (survey.row.data.surveyWay === 'field') await receiveField(trx, survey, run.now())
        const {
          run: qualityRun,
          errors,
          warnings,
        } = await checkSurvey(trx, caseId, { by: run.person.id, now: run.now() })
        return { qualityErrors: errors, qualityWarnings: warnings, qualityRun }
      },
      (trx, moved) => backToSurveyor(trx, run, moved),
    ),
})

async function backToSurveyor(trx: Trx, run: ServiceRun, { caseId, created }: Moved): Promise<void> {
  for (const task of created.filter(({ step }) => step === 'office' || step === 'field')) {
    const { rows } = await sql<{
      by: string
    }>`select done_by as by from task where case_id = ${caseId} and step = ${task.step}
      and state = 'done' order by done_at desc limit 1`.execute(trx)
    if (rows[0])
      await reassign({ trx, person: run.person, now: run.now() }, task.id, rows[0].by, '质检未通过，请按问题清单修改')
  }
}
