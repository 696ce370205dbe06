import { sql } from 'kysely'
import { canonicalJson } from '../../../kernel/crypto/canonical-json.ts'
import { sm3 } from '../../../kernel/crypto/sm3.ts'
import { json } from '../../../kernel/db/database.ts'
import type { Context } from '../../../kernel/http/action.ts'
import { invalid, type Problem } from '../../../kernel/problems/problem.ts'
import { type Last, placeInChain } from '../rules/chain.ts'
import { operationHash } from '../rules/operation-hash.ts'
import type { Measure } from '../rules/photo/real-time.ts'
import { storable } from '../rules/zero-character.ts'
import type { Answer, Operation } from '../schema.ts'
import { applyOperation } from './apply-operation.ts'
import type { Batch } from './applying.ts'
import { patchIdsOf } from './known-work.ts'
import { holdDevice, keepAnswer, keepOperation, moveDevice, type StoredOperation } from './operations.ts'

export type Sender = {
  context: Context
  device: string
  protocol: number
  isRevoked: boolean
  clock?: Measure | undefined
}
/** What is known of the chain while a batch is taken. `early`: acts whose predecessor has not come, in their order. */
type Receiving = Sender & {
  last: Last
  early: StoredOperation[]
  stored: Map<string, StoredOperation>
  batch: Batch
}

/**
 * Takes a batch of one device's operations, in whatever order they come, in the caller's transaction. Every operation is
 * kept with its answer, and the same operation is answered the same however often it is sent; only one that waited for
 * something on its way, or that a person has decided of, is answered anew.
 */
export async function receiveOperations(sender: Sender, operations: readonly Operation[]): Promise<Answer[]> {
  const { trx } = sender.context
  const { last, known } = await holdDevice(sender, operations)
  const batch = { held: new Map(), known: new Map(), patchIds: patchIdsOf([...operations, ...known]) }
  const stored = new Map(known.map((one) => [one.id, one]))
  const early = known.filter(({ device, answer }) => device === sender.device && answer.waitsFor === 'earlier')
  const receiving: Receiving = { ...sender, last: { ...last }, early, stored, batch }
  for (const stored of known)
    if (stored.device === sender.device && stored.answer.waitsFor === 'photo') await answerAgain(receiving, stored)
  const answers = new Map<Operation, Answer>()
  for (const operation of operations.toSorted((a, b) => a.sequence - b.sequence)) {
    answers.set(operation, await receiveOne(receiving, operation))
    await takeEarly(receiving)
  }
  if (receiving.last.sequence !== last.sequence) await moveDevice(trx, sender.device, receiving.last)
  return operations.map((operation) => {
    const { id, hash } = operation
    const stored = receiving.stored.get(id)
    // One that only bears the name of another is not told that other's answer.
    return stored?.hash === hash ? stored.answer : answers.get(operation)!
  })
}

async function receiveOne(receiving: Receiving, operation: Operation): Promise<Answer> {
  const { id, sequence, hash } = operation
  const stored = receiving.stored.get(id)
  if (stored && stored.hash === hash) return stored.answer
  if (stored) return quarantine(receiving, operation, invalid('fieldwork.sync.id-reused', { id }))
  if (operationHash(operation) !== hash)
    return quarantine(receiving, operation, invalid('fieldwork.sync.hash-differs', { sequence }))
  const place = placeInChain(receiving.last, operation)
  if (place === 'next') return takeNext(receiving, operation)
  if (place === 'waits') {
    const kept = await keep(receiving, operation, { id, status: 'held', waitsFor: 'earlier' })
    receiving.early = [...receiving.early, kept].sort((a, b) => a.sequence - b.sequence)
    return kept.answer
  }
  // A link that does not fit stands where it stands: what follows hangs on it, and a person looks at it.
  if (place.code === 'fieldwork.sync.chain-broken') receiving.last = { sequence, hash }
  return (await keep(receiving, operation, { id, status: 'quarantined', problem: place })).answer
}

async function takeNext(receiving: Receiving, operation: Operation): Promise<Answer> {
  const { protocol } = receiving
  const answer = {
    id: operation.id,
    ...(await applyOperation({ ...receiving, operation: { ...operation, protocol } })),
  }
  receiving.last = { sequence: operation.sequence, hash: operation.hash }
  return (await keep(receiving, operation, answer)).answer
}

async function keep(receiving: Receiving, operation: Operation, answer: Answer): Promise<StoredOperation> {
  const stored = { ...operation, device: receiving.device, protocol: receiving.protocol, answer }
  await keepOperation(receiving, stored)
  receiving.stored.set(operation.id, stored)
  return stored
}

/** Operations whose predecessor has come meanwhile. One whose place another has taken is set apart, so that nothing stands behind it for ever. */
async function takeEarly(receiving: Receiving): Promise<void> {
  while (receiving.early.length > 0) {
    const next = receiving.early[0]!
    const place = placeInChain(receiving.last, next)
    if (place === 'waits') return
    receiving.early.shift()
    if (place === 'next') await answerAgain(receiving, next)
    else await reanswer(receiving, next, { id: next.id, status: 'quarantined', problem: place })
    const { sequence, hash } = next
    if (place === 'next' || place.code === 'fieldwork.sync.chain-broken') receiving.last = { sequence, hash }
  }
}

async function answerAgain(receiving: Receiving, stored: StoredOperation): Promise<void> {
  await reanswer(receiving, stored, { id: stored.id, ...(await applyOperation({ ...receiving, operation: stored })) })
}

async function reanswer(receiving: Receiving, stored: StoredOperation, answer: Answer): Promise<void> {
  receiving.stored.set(stored.id, { ...stored, answer })
  if (canonicalJson(answer) !== canonicalJson(stored.answer)) await keepAnswer(receiving.context.trx, answer)
}

async function quarantine({ context, device }: Sender, operation: Operation, problem: Problem): Promise<Answer> {
  const digest = sm3(canonicalJson({ device, operation, code: problem.code }))
  const kept = { ...operation, payload: storable(operation.payload) }
  await sql`insert into field_quarantine (digest, device, person, received_at, code, operation)
    values (${digest}, ${device}, ${context.person.id}, ${context.now}, ${problem.code}, ${json(kept)}) on conflict do nothing`.execute(
    context.trx,
  )
  return { id: operation.id, status: 'quarantined', problem }
}
