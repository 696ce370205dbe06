import { sql } from 'kysely'
import { json } from '../../../kernel/db/database.ts'
import type { Context } from '../../../kernel/http/action.ts'
import { loadPerson } from '../../../kernel/identity/people.ts'
import { conflict, Refusal } from '../../../kernel/problems/problem.ts'
import type { Answer, Settled } from '../schema.ts'
import { applyOperation } from '../sync/apply-operation.ts'
import { keepAnswer } from '../sync/operations.ts'
import type { KeptOperation } from './kept-operation.ts'

/**
 * Does an act now, in the name of who made it and whoever holds the task: to decide so is to say that it counts, whatever
 * was there. Throws why it still cannot be done.
 */
export async function applyDecided(context: Context, kept: KeptOperation): Promise<Answer> {
  const author = (await loadPerson(context.trx, kept.personId))!
  const operation = { ...kept, baseRevision: null }
  const work = { context: { ...context, person: author }, device: kept.device, operation, isDecided: true }
  const answer: Answer = { id: kept.id, ...(await applyOperation(work)) }
  if (answer.status === 'applied' || answer.status === 'duplicate') return answer
  throw new Refusal(answer.problem ?? conflict('fieldwork.operation.adopt.still', { status: answer.status }))
}

/** Keeps a decision with the act; the phone that sent it is told at its next contact. */
export async function settle(
  { trx, person, now }: Context,
  answer: Answer,
  how: Settled['how'],
  reason = '',
): Promise<Answer> {
  const settled = { ...answer, settled: { how, reason, by: person.name, at: now.toISOString() } }
  await keepAnswer(trx, settled)
  await sql`update field_operation set settled_how = ${how}, settled_by = ${person.id}, settled_at = ${now}, settled_why = ${reason},
    answer = ${json(settled)} where id = ${answer.id}`.execute(trx)
  return settled
}
