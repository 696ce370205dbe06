import type { Trx } from '../../../kernel/db/database.ts'
import { readSurveyCase } from '../survey/survey-case.ts'
import type { SurveyedPatch } from './rules/patches.ts'

/** What the survey of each case found, as the result takes it. Patches without a class say nothing. */
export async function surveyedPatches(trx: Trx, caseIds: readonly string[]): Promise<SurveyedPatch[]> {
  const found: SurveyedPatch[] = []
  for (const caseId of caseIds) {
    const { patches } = await readSurveyCase(trx, caseId)
    for (const { id, DLBM, QSXZ, attributes, geometry } of patches) {
      if (DLBM !== null)
        found.push({ id, caseId, DLBM, attributes: { ...attributes, ...(QSXZ !== null && { QSXZ }) }, geometry })
    }
  }
  return found
}
