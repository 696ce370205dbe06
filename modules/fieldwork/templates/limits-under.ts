import { type EvidenceLimits, usualLimits } from '../../../kernel/quality/rules/evidence/evidence.ts'
import type { EvidenceTemplate } from './template.ts'

/** Under a template its kinds and coverage say how many photos and from where (rules/completeness); without one the usual numbers stand. */
export const limitsUnder = (template: EvidenceTemplate | undefined): EvidenceLimits =>
  template ? { ...usualLimits, photos: 0, sectorsCovered: 0 } : usualLimits
