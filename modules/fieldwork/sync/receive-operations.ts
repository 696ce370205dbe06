import { sql } from 'kysely'
import { canonicalJson } from '../../../kernel/crypto/canonical-json.ts'
import { sm3 } from '../../../kernel/crypto/sm3.ts'
import { json } from '../../../kernel/db/database.ts'
import type { Context } from '../../../kernel/http/action.ts'
import { invalid, type Problem } from '../../../kernel/problems/problem.ts'
import { placeInChain } from '../rules/chain.ts'
import { operationHash } from '../rules/operation-hash.ts'
import type { Answer, Operation } from '../schema.ts'
import { applyOperation } from './apply-operation.ts'
import type { Applying } from './applying.ts'
import {
  deviceOf,
  keepAnswer,
  keepOperation,
  moveDevice,
  type StoredOperation,
  storedById,
  waitingOperations,
} from './operations.ts'

type Receiving = { context: Context; device: string }

/**
 * Takes a batch of one device's operations, in whatever order they come, in the caller's transaction. Every operation is
 * kept with its answer, and the same operation is answered the same however often it is sent; only one that waited for
 * something on its way is answered anew when that has come.
 */
export async function receiveOperations(receiving: Receiving, operations: readonly Operation[]): Promise<Answer[]> {
  const { context, device } = receiving
  await deviceOf(context, device)
  await retryWaiting(receiving, 'photo')
  const answers = new Map<string, Answer>()
  for (const operation of operations.toSorted((a, b) => a.sequence - b.sequence)) {
    answers.set(operation.id, await receiveOne(receiving, operation))
    await retryWaiting(receiving, 'earlier')
  }
  return Promise.all(operations.map(async ({ id }) => (await storedById(context.trx, id))?.answer ?? answers.get(id)!))
}

async function receiveOne(receiving: Receiving, operation: Operation): Promise<Answer> {
  const { context, device } = receiving
  const stored = await storedById(context.trx, operation.id)
  if (stored && stored.hash === operation.hash) return stored.answer
  if (stored) return quarantine(receiving, operation, invalid('fieldwork.sync.id-reused', { id: operation.id }))
  if (operationHash(operation) !== operation.hash)
    return quarantine(receiving, operation, invalid('fieldwork.sync.hash-differs', { sequence: operation.sequence }))
  const last = await deviceOf(context, device)
  const place = placeInChain(last, operation)
  if (place === 'waits') {
    const answer: Answer = { id: operation.id, status: 'held', waitsFor: 'earlier' }
    await keepOperation(receiving, operation, answer)
    return answer
  }
  if (place === 'next') return takeNext(receiving, operation)
  const answer: Answer = { id: operation.id, status: 'quarantined', problem: place }
  await keepOperation(receiving, operation, answer)
  // A link that does not fit stands where it stands: what follows hangs on it, and a person looks at it.
  if (place.code === 'fieldwork.sync.chain-broken') await moveDevice(context, device, operation)
  return answer
}

async function takeNext(receiving: Receiving, operation: Operation): Promise<Answer> {
  const { context, device } = receiving
  const answer = { id: operation.id, ...(await applyOperation({ context, device, operation })) }
  await keepOperation(receiving, operation, answer)
  await moveDevice(context, device, operation)
  return answer
}

/** Operations whose predecessor, or whose photo, has come meanwhile. */
async function retryWaiting(receiving: Receiving, what: 'earlier' | 'photo'): Promise<void> {
  for (const stored of await waitingOperations(receiving.context.trx, receiving.device, what)) {
    if (what === 'photo') await answerAgain(receiving, stored)
    else if (!(await takeWaiting(receiving, stored))) return
  }
}

/** False while it still waits. One whose place another has taken meanwhile is set apart, so that nothing stands behind it for ever. */
async function takeWaiting(receiving: Receiving, stored: StoredOperation): Promise<boolean> {
  const { context, device } = receiving
  const place = placeInChain(await deviceOf(context, device), stored)
  if (place === 'waits') return false
  if (typeof place !== 'string' && place.code === 'fieldwork.sync.sequence-taken') {
    await keepAnswer(context.trx, { id: stored.id, status: 'quarantined', problem: place })
    return true
  }
  await answerAgain(receiving, stored)
  await moveDevice(context, device, stored)
  return true
}

async function answerAgain({ context, device }: Receiving, operation: StoredOperation): Promise<void> {
  const answer = { id: operation.id, ...(await applyAgain({ context, device, operation })) }
  await keepAnswer(context.trx, answer)
}

async function applyAgain(applying: Applying): Promise<Omit<Answer, 'id'>> {
  const last = await deviceOf(applying.context, applying.device)
  const place = applying.operation.sequence > last.sequence ? placeInChain(last, applying.operation) : 'next'
  return typeof place === 'string' ? applyOperation(applying) : { status: 'quarantined', problem: place }
}

async function quarantine({ context, device }: Receiving, operation: Operation, problem: Problem): Promise<Answer> {
  const digest = sm3(canonicalJson({ device, operation, code: problem.code }))
  await sql`insert into field_quarantine (digest, device, person, received_at, code, operation)
    values (${digest}, ${device}, ${context.person.id}, ${context.now}, ${problem.code}, ${json(operation)}) on conflict do nothing`.execute(
    context.trx,
  )
  return { id: operation.id, status: 'quarantined', problem }
}
