import { overlayFaces } from '../../geometry/arrangement/overlay-faces.ts'
import { perimeter } from '../../geometry/measures/perimeter.ts'
import { planarArea } from '../../geometry/measures/planar-area.ts'
import { pointOnSurface } from '../../geometry/measures/point-on-surface.ts'
import type { MultiPolygon } from '../../geometry/types.ts'
import { invalid, type Problem } from '../../problems/problem.ts'
import type { LayerDefinition } from '../definition.ts'

/** Square metres and metres below which a sliver is rounding, not a change (topology tolerance of the survey database). */
const LEAST_AREA = 0.01
const LEAST_WIDTH = 0.001

type Side = { side: 'old' | 'new'; feature: number }
type Fault = 'gap' | 'overlap' | 'outside'
export type ChangedFeature = { feature: number; geometry: MultiPolygon }

/**
 * What replaces features of a coverage must cover exactly what they covered, once. Then nothing changes for any neighbour,
 * whatever happens to them meanwhile, and checking the changed features alone is enough. `allowed`: in a repair.
 */
export function checkReplacement(
  layer: LayerDefinition,
  old: ChangedFeature[],
  fresh: ChangedFeature[],
  allowed: readonly Fault[] = [],
): Problem[] {
  const inputs = [
    ...old.map(({ feature, geometry }) => ({ id: { side: 'old', feature } as Side, geometry })),
    ...fresh.map(({ feature, geometry }) => ({ id: { side: 'new', feature } as Side, geometry })),
  ]
  return overlayFaces(inputs).flatMap((face) => {
    const before = face.inputs.filter((input) => input.side === 'old')
    const after = face.inputs.filter((input) => input.side === 'new')
    const code = fault(before.length, after.length)
    const features = (after.length ? after : before).map((input) => input.feature)
    return code && !allowed.includes(code)
      ? face.geometry.flatMap((part) => problemAt(layer, code, [part], features))
      : []
  })
}

function fault(before: number, after: number): Fault | undefined {
  if (after === 0) return 'gap'
  if (before === 0) return 'outside'
  // An overlap the base has already is not gained by this change.
  return after > 1 && after > before ? 'overlap' : undefined
}

function problemAt(layer: LayerDefinition, code: string, geometry: MultiPolygon, features: number[]): Problem[] {
  const area = planarArea(geometry)
  if (area <= LEAST_AREA || (2 * area) / perimeter(geometry) < LEAST_WIDTH) return []
  const [x, y] = pointOnSurface(geometry) ?? geometry[0]![0]![0]!
  const place = { x: Number(x.toFixed(3)), y: Number(y.toFixed(3)), area: Number(area.toFixed(2)) }
  return [invalid(`layers.coverage.${code}`, { layer: layer.name, features: features.join(' '), ...place })]
}
