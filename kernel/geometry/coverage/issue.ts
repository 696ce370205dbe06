import type { Repair } from '../repair/repair.ts'
import type { MultiPolygon, Position } from '../types.ts'

export type ShapeRule =
  | Exclude<Repair['kind'], 'self-crossing' | 'touching-rings'>
  | 'self-intersection'
  | 'sliver'
  | 'narrow'
  | 'acute-angle'
  | 'below-minimum-area'
  | 'invalid'

export type CoverageRule = ShapeRule | 'overlap' | 'gap' | 'duplicate'

/**
 * One thing wrong in a set. `measure`: as in `Repair`; m² of sliver, below-minimum-area, overlap, gap and duplicate; 1/m of
 * narrow; degrees of acute-angle; 0 of invalid. `features`: places in the set; of a gap, those round it.
 */
export type SetIssue = {
  rule: CoverageRule
  /** Where to look; missing only for a geometry without any coordinate. */
  at?: Position
  measure: number
  features: number[]
  /** Of overlap and gap; missing where two features cross each other too often to draw it. */
  geometry?: MultiPolygon
}

/** `sliverArea` m², `narrowRatio` 1/m, `acuteAngle` degrees, `minimumArea` m² by feature. */
export type ShapeLimits = {
  sliverArea: number
  narrowRatio: number
  acuteAngle: number
  minimumArea: (feature: number) => number
}
