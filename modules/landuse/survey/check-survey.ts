import type { Trx } from '../../../kernel/db/database.ts'
import type { Attributes } from '../../../kernel/layers/feature.ts'
import { layerNamed } from '../../../kernel/layers/registry.ts'
import { type Issue, judge } from '../../../kernel/quality/judge.ts'
import { judgeEvidence } from '../../../kernel/quality/judge-evidence.ts'
import { recordRun } from '../../../kernel/quality/runs.ts'
import { evidenceLimitsOf, evidenceOf, fieldWorkOf } from '../../fieldwork/api.ts'
import { surveyedAttributes } from '../result/rules/new-attributes.ts'
import { isError, judgeSurvey, patchRules } from './rules/quality-rules.ts'
import { today } from './rules/today.ts'
import { baseUnder } from './store-patches.ts'
import { readSurveyCase, type SurveyCase, type SurveyPatch, wholeRange } from './survey-case.ts'

export type Checked = { run: string; errors: number; warnings: number; issues: Issue[] }

/** 成果质检 of the survey as it is now: business and geometry. The run is kept with the versions of its rules. */
export async function checkSurvey(trx: Trx, caseId: string, { by, now }: { by: string; now: Date }): Promise<Checked> {
  const survey = await readSurveyCase(trx, caseId)
  const issues = await issuesOf(trx, survey, now)
  const ruleSet = { name: patchRules.name, version: patchRules.version }
  const run = await recordRun(trx, {
    subject: `case:${caseId}`,
    layer: 'DLTB',
    ruleSet,
    featureCount: survey.patches.length,
    issues,
    by,
    now,
  })
  const errors = issues.filter(isError).length
  return { run, errors, warnings: issues.length - errors, issues }
}

async function issuesOf(trx: Trx, survey: SurveyCase, now: Date): Promise<Issue[]> {
  const { row, patches } = survey
  const features = []
  for (const patch of patches) {
    const attributes = await attributesOf(trx, patch, now)
    features.push({ id: patch.id, geometry: patch.geometry, attributes, beforeClass: patch.beforeClass })
  }
  const { photos } = await fieldWorkOf(trx, row.id)
  const facts = {
    patches: features,
    ranges: wholeRange(survey),
    surveyedOn: survey.survey?.surveyedOn ?? null,
    today: today(now),
    photos: photos.length,
  }
  const inField = survey.survey?.way === 'field'
  const evidence = inField
    ? judgeEvidence(await evidenceOf(trx, row.id, noEvidenceOf(row.data)), await evidenceLimitsOf(trx, row.id))
    : []
  return [
    ...judgeSurvey(facts),
    ...judge(patchRules, layerNamed('DLTB'), features),
    ...evidence.map((issue) => ({ ...issue, features: [] })),
  ]
}

const noEvidenceOf = ({ noEvidence }: Record<string, unknown>) => (typeof noEvidence === 'string' ? noEvidence : null)

/** As the patch would stand in the base map. */
async function attributesOf(
  trx: Trx,
  { geometry, DLBM, QSXZ, attributes }: SurveyPatch,
  now: Date,
): Promise<Attributes> {
  const base = (await baseUnder(trx, geometry)) ?? {}
  if (DLBM === null) return { DLBM: null }
  const found = { ...attributes, ...(QSXZ !== null && { QSXZ }) }
  return surveyedAttributes(base, { id: '', caseId: '', DLBM, attributes: found, geometry }, now.getFullYear())
}
