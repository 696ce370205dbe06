import { ellipsoidalArea } from '../../../kernel/geometry/measures/ellipsoidal-area.ts'
import { perimeter } from '../../../kernel/geometry/measures/perimeter.ts'
import { planarArea } from '../../../kernel/geometry/measures/planar-area.ts'
import { difference } from '../../../kernel/geometry/overlay/difference.ts'
import { intersection } from '../../../kernel/geometry/overlay/intersection.ts'
import { union } from '../../../kernel/geometry/overlay/union.ts'
import { zoneOfEpsg } from '../../../kernel/geometry/projection/gauss-kruger.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import { landuseRows } from '../../../kernel/layers/codes/landuse-survey3.ts'

/** A feature of a layer, EPSG:4524. */
export type Held = { layer: string; attributes: Record<string, unknown>; geometry: MultiPolygon }
/** Land where the survey says one thing and a business another; m² on the ellipsoid. */
export type Difference = { code: string; area: number; classes: string[]; geometry: MultiPolygon }

type Check = { code: string; survey: '建设用地' | '农用地'; is: 'inside' | 'outside'; layers: readonly string[] }

/** What does not go together: planning (规划), land (土地) and construction (建管) against the classes of the third survey. */
const CHECKS: readonly Check[] = [
  { code: 'unapproved', survey: '建设用地', is: 'outside', layers: ['NZYPW', 'ZDPW', 'GDXM', 'SSNYDBA', 'LSYD', 'ZD'] },
  { code: 'not-built', survey: '农用地', is: 'inside', layers: ['NZYPW', 'GDXM'] },
  { code: 'house-on-farmland', survey: '农用地', is: 'inside', layers: ['ZRZ'] },
  { code: 'built-in-basic-farmland', survey: '建设用地', is: 'inside', layers: ['YJJBNT'] },
  { code: 'built-in-red-line', survey: '建设用地', is: 'inside', layers: ['STBHHX'] },
]
export const SURVEY = 'DLTB'
export const COMPARED: readonly string[] = [SURVEY, ...new Set(CHECKS.flatMap(({ layers }) => layers))]

const THREE_CLASSES = new Map(landuseRows.map(([code, , three]) => [code, three]))
const zone = zoneOfEpsg(4524)!

/** What the checks find on a shape, as far as their layers are held. */
export function differencesOn(
  shape: MultiPolygon,
  features: readonly Held[],
  isHeld: (layer: string) => boolean,
): Difference[] {
  if (!isHeld(SURVEY)) return []
  return CHECKS.filter(({ layers }) => layers.every(isHeld)).flatMap((check) => found(check, shape, features))
}

function found({ code, survey, is, layers }: Check, shape: MultiPolygon, features: readonly Held[]): Difference[] {
  const land = features.filter(({ layer, attributes }) => layer === SURVEY && THREE_CLASSES.get(String(attributes.DLBM)) === survey) // biome-ignore format: one row
  const business = features.filter(({ layer }) => layers.includes(layer)).map(({ geometry }) => geometry)
  const parts = land.map(({ attributes, geometry }) => {
    const own = intersection(shape, geometry)
    const odd = is === 'outside' ? difference(own, business) : intersection(own, union(business))
    return {
      class: String(attributes.DLBM),
      geometry: odd
        .map((part) => [part])
        .filter(isLand)
        .flat(),
    }
  })
  const geometry = parts.flatMap((part) => part.geometry)
  if (geometry.length === 0) return []
  const classes = new Set(parts.filter((part) => part.geometry.length > 0).map((part) => part.class))
  return [{ code, area: ellipsoidalArea(geometry, zone), classes: [...classes].sort(), geometry }]
}

/** Two surveys of one border differ by a hand's breadth: less area (m²) or mean width (m) than this is no difference. */
const isLand = (part: MultiPolygon) => planarArea(part) > 1 && (2 * planarArea(part)) / perimeter(part) > 0.2
