import { overlayFaces } from '../../../kernel/geometry/arrangement/overlay-faces.ts'
import { perimeter } from '../../../kernel/geometry/measures/perimeter.ts'
import { planarArea } from '../../../kernel/geometry/measures/planar-area.ts'
import { pointOnSurface } from '../../../kernel/geometry/measures/point-on-surface.ts'
import { difference } from '../../../kernel/geometry/overlay/difference.ts'
import { repairPolygon } from '../../../kernel/geometry/repair/repair.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import { codeIn } from '../../../kernel/layers/codes/code-table.ts'
import { landuseSurvey3 } from '../../../kernel/layers/codes/landuse-survey3.ts'
import { qsxz } from '../../../kernel/layers/codes/qsxz.ts'
import { invalid, type Problem } from '../../../kernel/problems/problem.ts'

export type Patch = {
  id: string
  DLBM: string | null
  attributes: Record<string, string | number | null>
  geometry: MultiPolygon
}

/** Two surveys of one border differ by a hand's breadth: less area (m²) or mean width (m) than this is no fault. */
const LEAST_AREA = 1
const LEAST_WIDTH = 0.2

const faults = (geometry: MultiPolygon) =>
  geometry
    .map((part) => [part])
    .filter((part) => planarArea(part) > LEAST_AREA && (2 * planarArea(part)) / perimeter(part) > LEAST_WIDTH)

function where(geometry: MultiPolygon) {
  const [x, y] = pointOnSurface(geometry) ?? [0, 0]
  const round = (value: number, digits: number) => Number(value.toFixed(digits))
  return { area: round(planarArea(geometry), 2), x: round(x, 3), y: round(y, 3) }
}

/** A drawn or measured outline as an area one can compute with; or why it is none. EPSG:4524. */
export function soundOutline(geometry: MultiPolygon): { geometry: MultiPolygon } | { problem: Problem } {
  const outcome = repairPolygon(geometry, { tinyArea: 1 })
  if ('rejected' in outcome) return { problem: invalid('fieldwork.patch.no-area', { reason: outcome.rejected }) }
  return { geometry: outcome.geometry }
}

/** What lies outside the range of the task by more than drawing can explain. */
export function outsideRange(id: string, geometry: MultiPolygon, range: MultiPolygon): Problem | undefined {
  const [outside] = faults(difference(geometry, [range]))
  return outside && invalid('fieldwork.patch.outside-range', { patch: id, ...where(outside) })
}

/** Patches that cover the same ground; each pair once. */
export function overlaps(patches: readonly Pick<Patch, 'id' | 'geometry'>[]): Problem[] {
  const faces = overlayFaces(patches.map(({ id, geometry }) => ({ id, geometry })))
  return faces
    .filter(({ inputs }) => inputs.length > 1)
    .flatMap(({ geometry, inputs }) => {
      const [part] = faults(geometry)
      return part ? [invalid('fieldwork.patch.overlap', { first: inputs[0]!, second: inputs[1]!, ...where(part) })] : []
    })
}

/** A class must be one a patch can have: known, not a heading, not the deduction class 1203, and 0701 only in towns. */
export function classProblem({ id, DLBM, attributes }: Omit<Patch, 'geometry'>): Problem | undefined {
  if (DLBM !== null) {
    const code = codeIn(landuseSurvey3, DLBM)
    if (!code) return invalid('fieldwork.patch.unknown-class', { patch: id, DLBM })
    if (code.usable === false) return invalid('fieldwork.patch.not-a-patch-class', { patch: id, DLBM, name: code.zh })
    const built = attributes.CZCSXM
    if (DLBM === '0701' && typeof built === 'string' && !/^20[12]/.test(built))
      return invalid('fieldwork.patch.town-class', { patch: id, DLBM, CZCSXM: built })
  }
  const ownership = attributes.QSXZ
  if (typeof ownership === 'string' && !codeIn(qsxz, ownership))
    return invalid('fieldwork.patch.unknown-ownership', { patch: id, QSXZ: ownership })
  return undefined
}
