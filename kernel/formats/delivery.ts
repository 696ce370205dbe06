import type { MultiPolygon } from '../geometry/types.ts'

/** Something a person should know about a source; `row` is 1-based. Codes start with `formats.`. */
export type Finding = { code: string; params?: Record<string, string | number>; row?: number }

/** `length` is in bytes for text and in digits for numbers; `decimals` only where the source fixes them. */
export type Field = {
  name: string
  type: 'text' | 'integer' | 'number' | 'date'
  length?: number
  decimals?: number
}

export type AttributeValue = string | number | null
export type Attributes = Record<string, AttributeValue>

/** One row of the source: accepted, repaired (`findings`) or `rejected`; never left out. Dates are `YYYY-MM-DD`. */
export type DeliveryRow = {
  row: number
  attributes: Attributes
  /** Coordinates exactly as read, x = easting or longitude. */
  geometry: MultiPolygon | null
  rejected?: { code: string; params?: Record<string, string | number> }
  findings: Finding[]
}

export type DeliveryCrs = { epsg: number; how: 'prj' | 'declared' | 'recognised'; note?: string }

export type Delivery = {
  format: string
  layerName: string
  fields: Field[]
  encoding: { name: string; how: string }
  crs: DeliveryCrs
  rows: DeliveryRow[]
  /** What concerns the whole delivery; what concerns one row lies in that row. */
  findings: Finding[]
}

/** A layer to be written. Rows may be delivery rows: only attributes and geometry are used. */
export type LayerToWrite = {
  name: string
  fields: Field[]
  rows: { attributes: Attributes; geometry: MultiPolygon | null }[]
  epsg: number
}
