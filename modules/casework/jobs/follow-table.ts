import { casesToFollow, type Edition, followTable } from '../../../kernel/cases/verbs/follow-table.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import { type JobRun, job } from '../../../kernel/jobs/job.ts'

/** 机构代码表 published anew: what waits for an organisation that was replaced moves to the one that stands there now, case by case. */
export const followTableJob = job({
  name: 'casework.handlers.follow',
  async run(run: JobRun<Edition>) {
    const edition = run.input
    const workIn = (trx: Trx) => ({
      trx,
      person: run.person,
      now: run.now(),
    })
    const cases = await run.transaction((trx) => casesToFollow(workIn(trx), edition))
    for (const [done, caseId] of cases.entries()) {
      await run.stopIfCancelled()
      await run.transaction(async (trx) => {
        const moved = await followTable(workIn(trx), caseId, edition)
        if (moved)
          await run.audit(trx, {
            verb: 'casework.case.changeHandler',
            subject: `case:${caseId}`,
            after: { ...moved, ...edition },
          })
      })
      await run.progress(done + 1, cases.length, 'casework.handlers.follow')
    }
  },
})
