import { type Static, Type } from '@sinclair/typebox'

/** Where clues come from: 监测 耕保 执法 自主发现. */
export const sources = ['monitoring', 'farmland', 'enforcement', 'discovery'] as const
export const Source = Type.Union(sources.map((source) => Type.Literal(source)))
export type Source = (typeof sources)[number]

export const conclusions = ['lawful', 'suspect', 'manual'] as const
export const Conclusion = Type.Union(conclusions.map((conclusion) => Type.Literal(conclusion)))
export type Conclusion = (typeof conclusions)[number]

/** `mapping`: fields are missing, a person must say which they are; `ready`: may be processed. */
export type BatchState = 'mapping' | 'ready' | 'processing' | 'done' | 'cancelled'

/**
 * How far a clue has come. The stages of `landuse.batch.process` move it from the first to `opened`; the steps of its
 * case from there on. `withdrawn` with its batch.
 */
export const clueStates = [
  'read',
  'repaired',
  'overlaid',
  'linked',
  'ranged',
  'screened',
  'opened',
  'surveyed',
  'finished',
  'withdrawn',
] as const
export type ClueState = (typeof clueStates)[number]

/** What the picture shows happening: 新增建设 设施农用地 临时用地 推填土 种植变化 水面变化 拆除复垦. */
export type ChangeKind =
  | 'building'
  | 'facility'
  | 'temporary'
  | 'earthwork'
  | 'planting'
  | 'water'
  | 'restored'
  | 'unknown'

/** Something a reader should know, translated from its code. */
export type Note = { code: string; params?: Record<string, string | number>; row?: number }

export type Reason = { zh: string; en: string }

/** A piece outside managed areas that is too small or too thin to be a range. m², m */
export type Dropped = { area: number; width: number }

/** How an approval stands to a clue; only `valid` ones make it lawful. */
export type Standing = 'valid' | 'later' | 'expired' | 'other-use' | 'managed' | 'enforcement'

export type ApprovalFinding = {
  layer: string
  id: number
  version: number
  number: string
  project: string
  holder: string
  decidedOn: string | null
  validUntil: string | null
  use: string | null
  standing: Standing
  /** m² of the clue under it, planar, and as a share of the clue */
  area: number
  share: number
}

/** What the decision table is asked. Shares are of the clue's planar area, areas in m² (ellipsoidal). */
export type ScreeningFacts = {
  changeKind: ChangeKind
  dated: boolean
  linked: boolean
  repaired: boolean
  /** a person wants the geometry as delivered, which may be invalid */
  repairReverted: boolean
  area: number
  /** inside the county's base map */
  countyShare: number
  /** under approvals that permit this change, valid on the day it was found */
  approvedShare: number
  /** the same with managed areas */
  settledShare: number
  laterShare: number
  expiredShare: number
  otherUseShare: number
  enforcementShare: number
  rangeArea: number
  farmlandArea: number
  basicFarmlandArea: number
  redlineArea: number
  farmlandShare: number
  basicFarmlandShare: number
  redlineShare: number
  urbanShare: number
}

export const RuleParameters = Type.Object({
  /** overlap from which two clues are the same */
  linkShare: Type.Number({ minimum: 0.01, maximum: 1 }),
  /** overlap ÷ area of this clue, of the surveyed one, or of the smaller */
  linkDenominator: Type.Union([Type.Literal('own'), Type.Literal('other'), Type.Literal('smaller')]),
  /** m²; smaller pieces are slivers (patches under 10 m² are an error of the land survey) */
  leastRangeArea: Type.Number({ minimum: 0 }),
  /** m, mean width 2·area÷perimeter */
  leastRangeWidth: Type.Number({ minimum: 0 }),
})
export type RuleParameters = Static<typeof RuleParameters>

export const defaultParameters: RuleParameters = {
  linkShare: 0.5,
  linkDenominator: 'own',
  leastRangeArea: 10,
  leastRangeWidth: 0.5,
}

export const OverlayLayer = Type.Object({
  layer: Type.String(),
  by: Type.Array(Type.String()),
  /** instant; now when absent */
  asOf: Type.Optional(Type.String({ format: 'date-time' })),
})
export type OverlayLayer = Static<typeof OverlayLayer>

export type BatchOptions = { layers: OverlayLayer[]; split: boolean; parameters: RuleParameters }

/** Base map and control lines; the approvals are looked at one by one (rules/approval.ts). */
export const defaultLayers: OverlayLayer[] = [
  { layer: 'DLTB', by: ['DLBM', 'QSDWDM', 'ZLDWDM'] },
  { layer: 'YJJBNT', by: [] },
  { layer: 'STBHHX', by: [] },
  { layer: 'CZKFBJ', by: [] },
]

/** Looked at one by one, because their dates and uses decide. */
export const approvalLayers = ['NZYPW', 'ZDPW', 'GDXM', 'SSNYDBA', 'LSYD', 'ZFAJ', 'GLFW'] as const
