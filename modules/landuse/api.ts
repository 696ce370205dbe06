import type { Trx } from '../../kernel/db/database.ts'
import type { MultiPolygon } from '../../kernel/geometry/types.ts'
import { readSurveyCase } from './survey/survey-case.ts'

/** The only door for other modules: the ranges (EPSG:4524) a monitoring case is about. Throws a Refusal for any other case. */
export async function rangesOfCase(trx: Trx, caseId: string): Promise<{ id: string; geometry: MultiPolygon }[]> {
  const { ranges } = await readSurveyCase(trx, caseId)
  return ranges.map(({ ordinal, geometry }) => ({ id: String(ordinal), geometry }))
}
