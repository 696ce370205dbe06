import type { MultiPolygon, Position } from '../../../geometry/types.ts'
import type { Attributes } from '../../../layers/feature.ts'
import type { Finding, RuleText } from '../../rule.ts'

/** A photograph as received; `position` in the layer's CRS, metres; `azimuth` degrees from north, clockwise. */
export type Photo = {
  id: string
  takenAt: Date | null
  position: Position | null
  azimuth: number | null
  pitch: number | null
  device: string | null
  person: string | null
  /** SM3 of the file as the device stated it, and as the store found it. */
  digest: string | null
  storedDigest: string | null
}

/** What was brought back for one patch. */
export type Evidence = {
  feature: string | number
  patch: MultiPolygon
  attributes: Attributes
  mandatory: readonly string[]
  photos: readonly Photo[]
  window: { from: Date; to: Date }
  /** 未举证类型, where no photo could be taken. */
  reason: string | null
}

export type EvidenceLimits = {
  photos: number
  sectors: number
  sectorsCovered: number
  /** Metres from the patch, and degrees off it. */
  distance: number
  angle: number
}

/** Three photos, all four quarters, within 100 m, not more than 45° off. */
export const usualLimits: EvidenceLimits = { photos: 3, sectors: 4, sectorsCovered: 4, distance: 100, angle: 45 }

type EvidenceFinding = Omit<Finding, 'features'> & { photo?: string }

/** Pure, about one patch. */
export type EvidenceRule = RuleText & { check: (evidence: Evidence, limits: EvidenceLimits) => EvidenceFinding[] }
