import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { completeTask } from '../../../../kernel/cases/complete-task.ts'
import { action } from '../../../../kernel/http/action.ts'
import { scopeOf, taskAt } from '../survey-case.ts'

/** 审核通过. Whoever surveyed the case may not review it. From here on later clues of the year link to this one. */
export const approveReview = action({
  verb: 'landuse.review.approve',
  input: Type.Object({
    caseId: Type.String({ format: 'uuid' }),
    opinion: Type.Optional(Type.String({ maxLength: 2000 })),
  }),
  facts: ({ trx }, { caseId }) => taskAt(trx, caseId, 'review'),
  scope: scopeOf,
  async handle(context, { caseId, opinion = '同意' }, task) {
    const { trx, now } = context
    const moved = await completeTask(context, task.id, {
      outcome: 'approve',
      data: { reviewOpinion: opinion },
      opinion,
    })
    await sql`update landuse_clue set state = 'surveyed', surveyed_at = ${now} where case_id = ${caseId}`.execute(trx)
    return { caseId, revision: moved.revision }
  },
  audit: ({ caseId, opinion }) => ({ subject: `case:${caseId}`, after: { approved: true, opinion } }),
})
