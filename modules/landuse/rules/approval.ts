import type { ChangeKind, Standing } from '../schema.ts'

/** What of an approval's attributes decides; dates YYYY-MM-DD. */
export type ApprovalTerms = {
  layer: string
  decidedOn: string | null
  validUntil: string | null
  /** revoked or cancelled, on paper */
  revoked: boolean
}

/** Which changes an approval of a layer can permit. */
const permits: Record<string, readonly ChangeKind[]> = {
  NZYPW: ['building', 'earthwork', 'temporary', 'unknown'],
  GDXM: ['building', 'earthwork', 'temporary', 'unknown'],
  SSNYDBA: ['facility', 'earthwork', 'unknown'],
  LSYD: ['temporary', 'building', 'earthwork', 'unknown'],
}

/**
 * How an approval stands to what was found on a day. Land taken for the State (ZDPW) is not by itself permission to
 * build, and an enforcement case (ZFAJ) never is. Without a day of finding nothing can be held against the dates.
 */
export function standingOf(approval: ApprovalTerms, kind: ChangeKind, foundOn: string | null): Standing {
  if (approval.layer === 'ZFAJ') return 'enforcement'
  if (approval.layer === 'GLFW') return 'managed'
  if (approval.revoked) return 'expired'
  if (foundOn && approval.decidedOn && approval.decidedOn > foundOn) return 'later'
  if (foundOn && approval.validUntil && approval.validUntil < foundOn) return 'expired'
  return permits[approval.layer]?.includes(kind) ? 'valid' : 'other-use'
}
