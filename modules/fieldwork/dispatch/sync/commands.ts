import { claim } from '../../../../kernel/cases/claim.ts'
import type { PayloadOf } from '../../schema.ts'
import type { Applying } from '../../sync/applying.ts'
import { readFieldTask } from '../../sync/standing.ts'
import { markNoSurvey, noSurveyOf } from '../no-survey.ts'
import { returnToPool } from '../return-to-pool.ts'
import { takeBack } from '../take-back.ts'

// Commands given without a network are requests: the server decides them when they arrive (protocol rule 6).

/** What was given back already, by this person or by whoever took it from them, needs no second time. */
export async function returnRequested({ context, operation }: Applying, { reason }: PayloadOf<'task.return'>) {
  const task = await readFieldTask(context.trx, operation.taskId)
  if (task.state === 'open' && task.assignee === null) return { status: 'duplicate' as const }
  const { revision } = await returnToPool(context, operation.taskId, reason)
  return { status: 'applied' as const, revision }
}

export async function withdrawRequested({ context, operation }: Applying) {
  const { outcome, done_by } = await readFieldTask(context.trx, operation.taskId)
  if (outcome === 'withdrawn' && done_by === context.person.id) return { status: 'duplicate' as const }
  await takeBack(context, operation.taskId)
  return { status: 'applied' as const }
}

/** `reason` null takes the mark back. A task still in the pool is signed for on the way, as for any work. */
export async function noSurveyRequested({ context, operation }: Applying, { reason }: PayloadOf<'task.noSurvey'>) {
  const { taskId } = operation
  const before = (await noSurveyOf(context.trx, taskId))?.reason ?? null
  if (before === reason) return { status: 'duplicate' as const }
  const { state, assignee } = await readFieldTask(context.trx, taskId)
  if (state === 'open' && (assignee === null || assignee === context.person.id)) await claim(context, taskId)
  await markNoSurvey(context, taskId, reason)
  return { status: 'applied' as const }
}
