import { checkForm } from '../../../../kernel/forms/check-form.ts'
import type { Surroundings } from '../../../../kernel/forms/check-value.ts'
import type { FormDefinition, FormValues } from '../../../../kernel/forms/definition.ts'
import type { FormStep } from '../../../../kernel/forms/field-rights.ts'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { evidenceRules, judgeEvidence } from '../../../../kernel/quality/judge-evidence.ts'
import { excused } from '../../../../kernel/quality/rules/evidence/completeness.ts'
import type { Photo } from '../../../../kernel/quality/rules/evidence/evidence.ts'
import { limitsUnder } from '../../templates/limits-under.ts'
import type { EvidenceTemplate } from '../../templates/template.ts'
import { classProblem, overlaps, type Patch } from '../check-patches.ts'
import { angleCoverage } from '../photo/angle-coverage.ts'
import type { Finding } from './finding.ts'
import { kindCounts, type PatchPhoto, photosFor } from './kinds-of-patch.ts'

/** Everything that was brought back for one task; all places in metres, EPSG:4524. */
export type FieldResult = {
  template: EvidenceTemplate | undefined
  range: MultiPolygon
  patches: readonly Patch[]
  photos: readonly (Photo & PatchPhoto)[]
  /** null: the step has no form */
  form: { definition: FormDefinition; values: FormValues; step: FormStep; around: Surroundings } | null
  window: { from: Date; to: Date }
  /** 未举证类型 */
  noEvidence: string | null
}

/**
 * Everything that keeps a task from being handed in (SH130): patches and their classes, required fields, photos by kind, directions
 * around each patch. The same on phone and server; the phone shows each where it can be mended. Pure.
 */
export const missingOf = (result: FieldResult): Finding[] => [
  ...patchFindings(result),
  ...formFindings(result),
  ...evidenceFindings(result),
]

export function patchFindings({ patches, template }: FieldResult): Finding[] {
  if (template?.needsClass === false) return []
  if (patches.length === 0) return [{ code: 'fieldwork.task.submit.no-patch', params: {}, place: { tab: 'patches' } }]
  const faults = patches.flatMap((patch, k): Finding[] => {
    const place = { tab: 'patches' as const, patchId: patch.id }
    if (patch.DLBM === null) return [{ code: 'fieldwork.task.submit.no-class', params: { patch: k + 1 }, place }]
    const problem = classProblem(patch)
    return problem ? [{ code: problem.code, params: plain(problem.params), place }] : []
  })
  const double = overlaps(patches).map(
    ({ code, params }): Finding => ({ code, params: plain(params), place: { tab: 'patches' } }),
  )
  return [...faults, ...double]
}

const plain = (params: Record<string, unknown> = {}) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? value : String(value)])) // biome-ignore format: one line

export function formFindings({ form }: FieldResult): Finding[] {
  if (!form) return []
  const { definition, values, step, around } = form
  return checkForm(definition, values, step, around).map(({ code, field, params = {} }) => {
    const name = field.split(/[[.]/)[0]!
    const title = definition.fields.find((one) => one.name === name)?.title ?? { zh: name, en: name }
    const about = { field: name, fieldZh: title.zh, fieldEn: title.en, issue: code }
    return { code: 'fieldwork.task.submit.form', params: { ...params, ...about }, place: { tab: 'form', field: name } }
  })
}

/** Photos judged as a whole where no template says more of them; else patch by patch. */
export function evidenceFindings(result: FieldResult): Finding[] {
  const { range, photos, window, noEvidence: reason, template } = result
  const evidence = { feature: 'range', patch: range, attributes: {}, mandatory: [], photos, window, reason }
  const found = judgeEvidence(evidence, limitsUnder(template))
    .filter(({ severity }) => severity === 'A')
    .map(evidenceFinding)
  if (excused(evidence) || !template) return found
  return [...found, ...groundsOf(result).flatMap((ground, k) => patchEvidence(result, template, ground, k + 1))]
}

function evidenceFinding({ id, measure, value, field }: ReturnType<typeof judgeEvidence>[number]): Finding {
  const title = evidenceRules.rules.find((rule) => rule.id === id)!.title
  const about = { rule: id, zh: title.zh, en: title.en }
  const counts = { found: measure ?? '', wanted: (value as string | number | undefined) ?? '', field: field ?? '' }
  return { code: 'fieldwork.task.submit.evidence', params: { ...about, ...counts }, place: { tab: 'photos' } }
}

/** What photos are taken of: the patches, or the range where there are none. */
export const groundsOf = ({ patches, range }: Pick<FieldResult, 'patches' | 'range'>) =>
  patches.length > 0 ? patches : [{ id: '', DLBM: null, geometry: range }]

function patchEvidence(
  { photos, patches }: FieldResult,
  template: EvidenceTemplate,
  ground: Pick<Patch, 'id' | 'DLBM' | 'geometry'>,
  patch: number,
): Finding[] {
  const own = photosFor(ground.id, photos, patches)
  const place = { tab: 'photos' as const, patchId: ground.id }
  const kinds = kindCounts(template, ground, own)
  const few = kinds
    .filter(({ missing }) => missing > 0)
    .map(({ kind, missing, found, wanted }): Finding => {
      const params = { patch, zh: kind.title.zh, en: kind.title.en, missing, found, wanted }
      return { code: 'fieldwork.task.submit.kinds', params, place: { ...place, kind: kind.code } }
    })
  const inside = new Set(kinds.filter(({ kind }) => kind.interior).map(({ kind }) => kind.code))
  const views = own.flatMap(({ position, azimuth, kind }) =>
    position && azimuth !== null && !inside.has(kind ?? '') ? [{ position, azimuth }] : [],
  )
  const { isEnough, seen, gap, next } = angleCoverage(ground.geometry, views, template.coverage)
  if (isEnough) return few
  const params = {
    ...{ patch, seen: Math.floor(seen * 100), wanted: Math.round(template.coverage.seen * 100) },
    ...{ gap: Math.round(gap.width), most: template.coverage.gap, azimuth: Math.round(next?.azimuth ?? 0) },
  }
  return [...few, { code: 'fieldwork.task.submit.angles', params, place, ...(next && { stand: next }) }]
}
