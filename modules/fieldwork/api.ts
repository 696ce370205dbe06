import type { Trx } from '../../kernel/db/database.ts'
import { isHandedInUnsurveyed } from './dispatch/no-survey.ts'
import { type FieldPatch, type FieldPhoto, patchesOf, photosOf } from './sync/field-work.ts'

/** The only door for other modules: what was brought back from the field for a case. EPSG:4524. */
export type FieldWork = { patches: FieldPatch[]; photos: FieldPhoto[] }

export async function fieldWorkOf(trx: Trx, caseId: string): Promise<FieldWork> {
  // 不调查: what was handed in so is not sent inside.
  if (await isHandedInUnsurveyed(trx, caseId)) return { patches: [], photos: [] }
  return { patches: await patchesOf(trx, caseId), photos: await photosOf(trx, caseId) }
}

export { classProblem, outsideRange, overlaps, soundOutline } from './rules/check-patches.ts'
export { areaToDegrees, areaToPlane, placeToDegrees } from './rules/plane.ts'
export { evidenceOf } from './sync/evidence-of.ts'
export { evidenceLimitsOf } from './templates/evidence-limits.ts'
