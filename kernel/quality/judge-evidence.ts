import { pointOnSurface } from '../geometry/measures/point-on-surface.ts'
import type { Issue } from './judge.ts'
import { enoughPhotos, formFilled, reasonGiven } from './rules/evidence/completeness.ts'
import { type Evidence, type EvidenceLimits, type EvidenceRule, usualLimits } from './rules/evidence/evidence.ts'
import { allRound, nearAndFacing, photosIntact, takenInTime } from './rules/evidence/photos.ts'

export const evidenceRules: { name: string; version: number; rules: readonly EvidenceRule[] } = {
  name: 'evidence',
  version: 1,
  rules: [formFilled, enoughPhotos, allRound, photosIntact, nearAndFacing, takenInTime, reasonGiven],
}

/** Judges what was brought back for one patch. Pure. An issue about a photo names it. */
export function judgeEvidence(
  evidence: Evidence,
  limits: EvidenceLimits = usualLimits,
): (Issue & { photo?: string })[] {
  return evidenceRules.rules.flatMap((rule) =>
    rule.check(evidence, limits).map((finding) => ({
      ...finding,
      at: finding.at ?? pointOnSurface(evidence.patch),
      features: [evidence.feature],
      id: rule.id,
      severity: rule.severity,
    })),
  )
}
