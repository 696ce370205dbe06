import { invalid, type Problem } from '../../../kernel/problems/problem.ts'
import type { Operation } from '../schema.ts'

export type Last = { sequence: number; hash: string }

/**
 * Where an operation stands in its device's chain: the next one; one that must wait for earlier ones; or one that cannot
 * belong to it, because another took its place or it follows something else than what was sent before.
 */
export function placeInChain(last: Last, { sequence, previousHash }: Operation): 'next' | 'waits' | Problem {
  if (sequence <= last.sequence) return invalid('fieldwork.sync.sequence-taken', { sequence, last: last.sequence })
  if (sequence > last.sequence + 1) return 'waits'
  return previousHash === last.hash ? 'next' : invalid('fieldwork.sync.chain-broken', { sequence })
}
