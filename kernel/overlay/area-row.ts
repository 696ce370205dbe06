import type { MultiPolygon } from '../geometry/types.ts'
import type { Attributes } from '../layers/feature.ts'

export type Subject = { id: string; geometry: MultiPolygon }

/** Both legal numbers, m² with two decimals. */
export type Areas = { ellipsoidal: number; planar: number }

/**
 * So much of the subject lies in features of the layer with these values of the fields asked for. `covered` is false for what
 * the layer leaves free. Where features overlap each other the land counts once in each row it belongs to.
 */
export type AreaRow = Areas & { subject: string; layer: string; covered: boolean; key: Attributes; features: number[] }

/** A piece of the subject with the features that cover it; none: the layer leaves it free. */
export type Piece = Areas & {
  subject: string
  layer: string
  geometry: MultiPolygon
  features: { id: number; key: Attributes }[]
}
