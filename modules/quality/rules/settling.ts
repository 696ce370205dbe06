import { conflict, invalid, type Problem } from '../../../kernel/problems/problem.ts'
import type { Settlement } from '../schema.ts'

/** An issue is settled once its run has ended; a waiver says why, a return what is to be done. */
export function refuseSettling(
  { hasEnded, jobState }: { hasEnded: boolean; jobState: string | undefined },
  { state, reason = '', until }: { state: Settlement; reason?: string; until?: string },
): Problem | undefined {
  if (!hasEnded && (jobState === 'queued' || jobState === 'running')) return conflict('quality.issue.settle.under-way')
  if (state !== 'fixed' && reason.trim() === '') return invalid(`quality.issue.settle.no-reason`, { state })
  if (until !== undefined && state !== 'waived') return invalid('quality.issue.settle.until-without-waiver', { state })
  return undefined
}
