import type { MultiPolygon } from '../../kernel/geometry/types.ts'
import type { Breakage, ClueKind, Conclusion, Report } from './clue-kinds.ts'

/** A row of the delivery, coordinates in EPSG:4524 (or broken on purpose). */
export type ClueRow = { attributes: Record<string, string | number | null>; geometry: MultiPolygon | null }

/** What a clue really is; areas are planar m², farmland gross of field ridges. */
export type TruthRow = {
  /** 1-based row of the delivery: a repeated JCBH occurs twice */
  row: number
  JCBH: string
  kind: ClueKind
  /** numbers of valid approvals that allow the new use on at least 1 % of the clue */
  approvals: string[]
  /** numbers of expired or revoked approvals and of open cases under it */
  expired: string[]
  cases: string[]
  /** the clue surveyed this year that it covers by at least half; shares of either area */
  linkedTo: string | null
  linkShares: { ofClue: number; ofSurveyed: number } | null
  area: number
  farmlandArea: number
  basicFarmlandArea: number
  redlineArea: number
  /** outside 管理范围: what is left to deal with (待处理范围) */
  unmanagedArea: number
  expectedConclusion: Conclusion | null
  /** class a survey would find */
  expectedNewClass: string
  broken: Breakage | null
  expectedReport: Report
}

/** A range surveyed earlier this year. */
export type SurveyedRange = { id: string; JCBH: string; date: string; DLBM: string; geometry: MultiPolygon }

/** Fields of a monitoring institute's delivery; lengths in bytes as a DBF counts them. */
export const CLUE_FIELDS = [
  { name: 'JCBH', type: 'text', length: 20 },
  { name: 'XZQDM', type: 'text', length: 12 },
  { name: 'XZQMC', type: 'text', length: 60 },
  { name: 'QSX', type: 'date' },
  { name: 'HSX', type: 'date' },
  { name: 'TZLX', type: 'text', length: 30 },
  { name: 'YPDL', type: 'text', length: 6 },
  { name: 'JCMJ', type: 'number', length: 15, decimals: 2 },
  { name: 'BZ', type: 'text', length: 120 },
] as const
