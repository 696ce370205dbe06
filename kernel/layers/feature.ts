import { readWkb } from '../geometry/codecs/wkb.ts'
import type { MultiPolygon } from '../geometry/types.ts'
import type { LayerDefinition } from './definition.ts'

/** Dates are 'YYYY-MM-DD'; an absent value is null. */
export type Attributes = Record<string, string | number | null>

/** One version of a feature; geometry in the layer's CRS, metres. */
export type Feature = { id: number; version: number; attributes: Attributes; geometry: MultiPolygon }

export type FeatureRow = { id: number; version: number; geom: Uint8Array } & Record<string, unknown>

export function toFeature(layer: LayerDefinition, row: FeatureRow): Feature {
  const attributes = Object.fromEntries(
    layer.fields.map(({ name }) => [name, (row[name] ?? null) as string | number | null]),
  )
  return { id: row.id, version: row.version, attributes, geometry: toMultiPolygon(row.geom) }
}

export function toMultiPolygon(bytes: Uint8Array): MultiPolygon {
  const geometry = readWkb(bytes)
  if (geometry.type === 'MultiPolygon') return geometry.coordinates
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  throw new TypeError(`expected an area, found a ${geometry.type}`)
}
