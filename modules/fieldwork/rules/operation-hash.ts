import { canonicalJson } from '../../../kernel/crypto/canonical-json.ts'
import { sm3 } from '../../../kernel/crypto/sm3.ts'
import type { Operation } from '../schema.ts'

/** SM3 (hex) over the canonical JSON of an operation without its own hash; the same on phone and server. */
export function operationHash({
  id,
  sequence,
  kind,
  taskId,
  baseRevision,
  payload,
  previousHash,
}: Omit<Operation, 'hash'>): string {
  return sm3(canonicalJson({ id, sequence, kind, taskId, baseRevision: baseRevision ?? null, payload, previousHash }))
}

/** Gives operations made in this order their sequence, previous hash and hash. */
export function chainOperations(
  operations: Omit<Operation, 'sequence' | 'previousHash' | 'hash'>[],
  { sequence, hash }: { sequence: number; hash: string } = { sequence: 0, hash: '' },
): Operation[] {
  let previousHash = hash
  return operations.map((operation, i) => {
    const chained = { ...operation, sequence: sequence + i + 1, previousHash }
    previousHash = operationHash(chained)
    return { ...chained, hash: previousHash }
  })
}
