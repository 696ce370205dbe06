import type { RuleSet } from './judge.ts'
import { evidenceRules } from './judge-evidence.ts'
import type { RuleText } from './rule.ts'
import { minimumArea } from './rules/area/minimum-area.ts'
import { deductedArea, measuredArea, netArea } from './rules/area/recorded-areas.ts'
import { codeInDomain, featureCode } from './rules/attribute/codes.ts'
import { identityUnique, numberUnique } from './rules/attribute/identity.ts'
import { mandatoryFields, numbersInRange } from './rules/attribute/values.ts'
import { classNamed, unitCodes, widthOnLinear } from './rules/logic/class-and-units.ts'
import { cultivatedKind, deductedClass, deductionCoefficient, slopeClass } from './rules/logic/cultivated-land.ts'
import { refinementAndPlanting } from './rules/logic/refinement.ts'
import { noDuplicate, noGap, noOverlap } from './rules/topology/coverage.ts'
import { patchInVillage, townFilled, villageInTown } from './rules/topology/nesting.ts'
import { noAcuteAngle, noSliver, notNarrow, singlePart, soundRings } from './rules/topology/shape.ts'

const attribute = [featureCode, codeInDomain, numbersInRange, mandatoryFields, identityUnique, numberUnique]
const topology = [
  noOverlap,
  noGap,
  soundRings,
  patchInVillage,
  villageInTown,
  townFilled,
  noDuplicate,
  singlePart,
  noAcuteAngle,
  noSliver,
  notNarrow,
]
const area = [minimumArea, netArea, measuredArea, deductedArea]
const logic = [
  classNamed,
  unitCodes,
  deductedClass,
  deductionCoefficient,
  cultivatedKind,
  slopeClass,
  widthOnLinear,
  refinementAndPlanting,
]

/** The survey database's rules for one polygon layer. Raise the version with any change: runs record what they used. */
export const surveyRules: RuleSet = {
  name: 'survey-layer',
  version: 3,
  rules: [...attribute, ...topology, ...area, ...logic],
}

/** Title, clause and severity of any rule an issue can name. */
export function ruleText(id: string): RuleText | undefined {
  return [...surveyRules.rules, ...evidenceRules.rules].find((rule) => rule.id === id)
}
