import { Type } from '@sinclair/typebox'
import { sql } from 'kysely'
import { publish } from '../../../../kernel/exchange/outbox.ts'
import { action } from '../../../../kernel/http/action.ts'
import { applyAndTell } from '../../../../kernel/layers/change-sets/apply-and-tell.ts'
import { checkChangeSet } from '../../../../kernel/layers/change-sets/check.ts'
import { revertChangeSet } from '../../../../kernel/layers/change-sets/revert.ts'
import { conflict, invalid, Refusal } from '../../../../kernel/problems/problem.ts'
import { readResultSet, scopeOfSet } from '../result-set.ts'

/** Takes an applied result back by an answering set; the first stays on record, and whoever was told is told again. */
export const revertResult = action({
  verb: 'landuse.result.revert',
  input: Type.Object({ changeSetId: Type.String({ format: 'uuid' }), reason: Type.String({ maxLength: 500 }) }),
  facts: ({ trx }, { changeSetId }) => readResultSet(trx, changeSetId),
  scope: scopeOfSet,
  refuse({ state, title, revertedBy }, { reason }) {
    if (state !== 'applied' || revertedBy !== null)
      return conflict('landuse.result.revert.not-applied', { title, state })
    return reason.trim() === '' ? invalid('landuse.result.revert.no-reason') : undefined
  },
  async handle({ trx, person, now }, { changeSetId, reason }, { title, cases }) {
    const answer = await revertChangeSet(trx, changeSetId, { by: person.id, now, title: `撤销：${title}`, reason })
    const { problems } = await checkChangeSet(trx, answer, now)
    if (problems[0]) throw new Refusal(problems[0])
    await applyAndTell(trx, answer, now)
    await sql`update landuse_result set reverted_by = ${answer} where change_set = ${changeSetId}`.execute(trx)
    for (const { id, number } of cases) {
      const payload = { case: number, changeSet: changeSetId, revertedBy: answer, reason }
      await publish(trx, { topic: 'landuse.result', key: `${id}:revert:${answer}`, payload }, now)
    }
    return { changeSetId: answer }
  },
  audit: ({ changeSetId, reason }, result) => ({
    subject: `changeSet:${changeSetId}`,
    after: { revertedBy: result.changeSetId, reason },
  }),
})
