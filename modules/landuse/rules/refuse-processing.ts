import { conflict, type Problem } from '../../../kernel/problems/problem.ts'
import type { BatchState } from '../schema.ts'

export type BatchStanding = {
  number: string
  state: BatchState
  mapping_missing: string[]
  running: boolean
  cases: number
}

/** Whether a batch may be put to work now; `verb` is the one asked for, whose name the refusal extends. */
export function refuseProcessing(verb: string, batch: BatchStanding): Problem | undefined {
  const { number, state, running } = batch
  if (state === 'cancelled') return conflict(`${verb}.cancelled`, { number })
  if (state === 'mapping')
    return conflict(`${verb}.mapping-missing`, { number, fields: batch.mapping_missing.join(', ') })
  return running ? conflict(`${verb}.running`, { number }) : undefined
}

/** A batch whose cases are open is history: its clues can only be answered by their cases. */
export function refuseCancelling({ number, state, cases }: BatchStanding): Problem | undefined {
  if (state === 'cancelled') return conflict('landuse.batch.cancel.cancelled', { number })
  return cases > 0 ? conflict('landuse.batch.cancel.cases-open', { number, cases }) : undefined
}
