import { ellipsoidalArea } from '../geometry/measures/ellipsoidal-area.ts'
import { planarArea } from '../geometry/measures/planar-area.ts'
import { zoneOfEpsg } from '../geometry/projection/gauss-kruger.ts'
import type { MultiPolygon } from '../geometry/types.ts'
import type { LayerDefinition } from './definition.ts'

/** What an outline measures the way its layer records areas, m², not rounded. */
export const computedArea = (geometry: MultiPolygon, layer: LayerDefinition): number =>
  layer.areaMethod === 'planar' ? planarArea(geometry) : ellipsoidalArea(geometry, zoneOfEpsg(layer.srid)!)
