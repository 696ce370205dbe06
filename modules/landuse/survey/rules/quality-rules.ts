import { perimeter } from '../../../../kernel/geometry/measures/perimeter.ts'
import { planarArea } from '../../../../kernel/geometry/measures/planar-area.ts'
import { pointOnSurface } from '../../../../kernel/geometry/measures/point-on-surface.ts'
import { difference } from '../../../../kernel/geometry/overlay/difference.ts'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'
import { threeClassOf } from '../../../../kernel/layers/codes/landuse.ts'
import type { Issue, RuleSet } from '../../../../kernel/quality/judge.ts'
import type { JudgedFeature, RuleText } from '../../../../kernel/quality/rule.ts'
import { minimumArea } from '../../../../kernel/quality/rules/area/minimum-area.ts'
import { codeInDomain } from '../../../../kernel/quality/rules/attribute/codes.ts'
import { numbersInRange } from '../../../../kernel/quality/rules/attribute/values.ts'
import {
  cultivatedKind,
  deductedClass,
  deductionCoefficient,
  slopeClass,
} from '../../../../kernel/quality/rules/logic/cultivated-land.ts'
import { refinementAndPlanting } from '../../../../kernel/quality/rules/logic/refinement.ts'
import { noDuplicate, noOverlap } from '../../../../kernel/quality/rules/topology/coverage.ts'
import { noAcuteAngle, noSliver, notNarrow, soundRings } from '../../../../kernel/quality/rules/topology/shape.ts'

/**
 * Rules a survey must keep before it is reviewed. A patch below the minimum mapped area is only told: the result gives it
 * to its neighbour by the order of the standard.
 */
export const patchRules: RuleSet = {
  name: 'landuse-survey',
  version: 1,
  rules: [
    ...[codeInDomain, deductedClass, deductionCoefficient, cultivatedKind, slopeClass, refinementAndPlanting],
    numbersInRange,
    ...[soundRings, noOverlap, noDuplicate, noSliver, notNarrow, noAcuteAngle],
    { ...minimumArea, severity: 'C' as const },
  ],
}

const text = (id: string, zh: string, en: string, severity: RuleText['severity']): RuleText => ({
  id,
  title: { zh, en },
  clause: 'SH090',
  severity,
})

/** Rules about the survey as a whole. */
export const surveyTexts = {
  noPatch: text('DC-01', '没有调查图斑', 'No patch was surveyed', 'A'),
  classed: text('DC-02', '图斑没有地类', 'Patch without a class', 'A'),
  inside: text('DC-03', '图斑超出调查范围', 'Patch leaves the range', 'A'),
  dated: text('DC-04', '调查日期为空或晚于今天', 'Day of survey missing or in the future', 'B'),
  transition: text('DC-05', '建设用地变为耕地，须有举证照片', 'Built land became cultivated: photos are needed', 'B'),
  covered: text(
    'DC-06',
    '范围内有未调查部分，按原地类处理',
    'Part of the range was not surveyed and stays as it is',
    'C',
  ),
} as const

export type SurveyFacts = {
  patches: readonly (JudgedFeature & { beforeClass: string | null })[]
  ranges: MultiPolygon
  surveyedOn: string | null
  today: string
  photos: number
}

/** m², m: what drawing can explain. */
const LEAST_AREA = 1
const LEAST_WIDTH = 0.2

const parts = (geometry: MultiPolygon) =>
  geometry
    .filter((part) => planarArea([part]) > LEAST_AREA && (2 * planarArea([part])) / perimeter([part]) > LEAST_WIDTH)
    .map((part) => [part])

const cents = (value: number) => Math.round(value * 100) / 100

export function judgeSurvey({ patches, ranges, surveyedOn, today, photos }: SurveyFacts): Issue[] {
  const issue = ({ id, severity }: RuleText, more: Partial<Issue> = {}): Issue => ({
    features: [],
    id,
    severity,
    ...more,
  })
  if (patches.length === 0) return [issue(surveyTexts.noPatch, { at: pointOnSurface(ranges) })]
  const each = patches.flatMap((patch): Issue[] => {
    const at = pointOnSurface(patch.geometry)
    const DLBM = typeof patch.attributes.DLBM === 'string' ? patch.attributes.DLBM : null
    const own = { features: [patch.id], at }
    const outside = parts(difference(patch.geometry, [ranges]))
    return [
      ...(DLBM === null ? [issue(surveyTexts.classed, { ...own, field: 'DLBM', value: null })] : []),
      ...outside.map((part) =>
        issue(surveyTexts.inside, { features: [patch.id], at: pointOnSurface(part), measure: cents(planarArea(part)) }),
      ),
      ...(photos === 0 && becameCultivated(patch.beforeClass, DLBM)
        ? [issue(surveyTexts.transition, { ...own, field: 'DLBM', value: DLBM })]
        : []),
    ]
  })
  const late = surveyedOn === null || surveyedOn > today
  const rest = parts(
    difference(
      ranges,
      patches.map(({ geometry }) => geometry),
    ),
  )
  return [
    ...each,
    ...(late ? [issue(surveyTexts.dated, { field: 'surveyedOn', value: surveyedOn })] : []),
    ...rest.map((part) => issue(surveyTexts.covered, { at: pointOnSurface(part), measure: cents(planarArea(part)) })),
  ]
}

const becameCultivated = (before: string | null, after: string | null) =>
  before !== null && threeClassOf(before) === '建设用地' && after !== null && /^010[123]$/.test(after)

/** A and B send the case back; C is told to the reviewer. */
export const isError = ({ severity }: Pick<RuleText, 'severity'>) => severity !== 'C'
