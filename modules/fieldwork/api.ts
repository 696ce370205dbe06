import type { Trx } from '../../kernel/db/database.ts'
import type { Title } from '../../kernel/forms/definition.ts'
import { isHandedInUnsurveyed } from './dispatch/no-survey.ts'
import { type FieldPatch, type FieldPhoto, patchesOf, photosOf } from './sync/field-work.ts'
import { kindTitles } from './templates/kind-titles.ts'

/** `kindTitle`: 远景, 近景 … as a template of the business names it. The only door for other modules: what was brought back from the field for a case. EPSG:4524. */
export type FieldWork = { patches: FieldPatch[]; photos: (FieldPhoto & { kindTitle: Title | null })[] }

export async function fieldWorkOf(trx: Trx, caseId: string): Promise<FieldWork> {
  // 不调查: what was handed in so is not sent inside.
  if (await isHandedInUnsurveyed(trx, caseId)) return { patches: [], photos: [] }
  const titles = await kindTitles(trx, caseId)
  const photos = await photosOf(trx, caseId)
  return {
    patches: await patchesOf(trx, caseId),
    photos: photos.map((photo) => ({ ...photo, kindTitle: titles.get(photo.kind ?? '') ?? null })),
  }
}

export { classProblem, outsideRange, overlaps, soundOutline } from './rules/check-patches.ts'
export { areaToDegrees, areaToPlane, placeToDegrees } from './rules/plane.ts'
export { evidenceOf } from './sync/evidence-of.ts'
export { evidenceLimitsOf } from './templates/evidence-limits.ts'
