import { areaToMetres, workingZone } from '../../../../apps/ui/map/working-system.ts'
import { ellipsoidalArea } from '../../../../kernel/geometry/measures/ellipsoidal-area.ts'
import { planarArea } from '../../../../kernel/geometry/measures/planar-area.ts'
import type { MultiPolygon } from '../../../../kernel/geometry/types.ts'

/** Both legal areas of an outline in degrees, m². */
export function measurePatch(geometry: MultiPolygon): { ellipsoidal: number; planar: number } {
  const metres = areaToMetres(geometry)
  return { ellipsoidal: ellipsoidalArea(metres, workingZone), planar: planarArea(metres) }
}
