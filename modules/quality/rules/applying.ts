import { conflict, type Problem } from '../../../kernel/problems/problem.ts'

export type FixStanding = { state: string; hasEnded: boolean; jobState: string | undefined; hasFix: boolean }

/** A fix is applied to an open issue of a run that has ended, while the features still have the fault. */
export function refuseApplying({ state, hasEnded, jobState, hasFix }: FixStanding): Problem | undefined {
  if (!hasEnded && (jobState === 'queued' || jobState === 'running')) return conflict('quality.issue.settle.under-way')
  if (state !== 'open') return conflict('quality.fix.apply.settled', { state })
  return hasFix ? undefined : conflict('quality.fix.apply.no-fix')
}
