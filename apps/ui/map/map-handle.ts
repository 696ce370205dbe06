import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import type { Map as MapLibre } from 'maplibre-gl'
import type { Box } from '../../../kernel/geometry/types.ts'

/** What a page may do with the map beside it. */
export type MapHandle = {
  map: MapLibre
  /** West, south, east, north in degrees. */
  fit: (box: Box, maxZoom?: number) => void
}

const PADDING = 60

export const handleOf = (map: MapLibre): MapHandle => ({
  map,
  fit: (box, maxZoom = 17) => {
    map.fitBounds(box, { padding: Math.min(PADDING, map.getContainer().clientHeight / 5), maxZoom, duration: 350 })
  },
})

/** The box of any GeoJSON in degrees; undefined when it is empty. */
export function boxOf(data: FeatureCollection | Feature | Geometry): Box | undefined {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  const take = (position: Position) => {
    const [x = 0, y = 0] = position
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  eachPosition(data, take)
  return box[0] === Infinity ? undefined : box
}

function eachPosition(data: FeatureCollection | Feature | Geometry, take: (position: Position) => void): void {
  if (data.type === 'FeatureCollection') for (const feature of data.features) eachPosition(feature, take)
  else if (data.type === 'Feature') eachPosition(data.geometry, take)
  else if (data.type === 'GeometryCollection') for (const part of data.geometries) eachPosition(part, take)
  else walk(data.coordinates, take)
}

function walk(coordinates: unknown, take: (position: Position) => void): void {
  if (!Array.isArray(coordinates)) return
  if (typeof coordinates[0] === 'number') take(coordinates as Position)
  else for (const one of coordinates) walk(one, take)
}

/** One geometry, or several, as an overlay's data. */
export const collection = (
  features: readonly (Feature | { geometry: Geometry; label?: string })[],
): FeatureCollection => ({
  type: 'FeatureCollection',
  features: features.map((one) =>
    'type' in one
      ? one
      : { type: 'Feature', geometry: one.geometry, properties: one.label ? { label: one.label } : {} },
  ),
})
