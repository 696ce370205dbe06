import { ellipsoidalArea } from '../../../kernel/geometry/measures/ellipsoidal-area.ts'
import { planarArea } from '../../../kernel/geometry/measures/planar-area.ts'
import { roundHalfUp } from '../../../kernel/geometry/measures/round-half-up.ts'
import { zoneOfEpsg } from '../../../kernel/geometry/projection/gauss-kruger.ts'
import { type Repair, repairPolygon } from '../../../kernel/geometry/repair/repair.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import type { Note } from '../schema.ts'

const zone = zoneOfEpsg(4524)!

/** m²: parts and holes below are specks of digitising. */
const tinyArea = 1

export type RepairedClue = {
  geometry: MultiPolygon
  /** what was put right; several parts are kept and only noted */
  repairs: Note[]
  notes: Note[]
}

/** 图形预处理: the geometry as it can be computed with, and every repair with its measure and place. EPSG:4524. */
export function repairClue(geometry: MultiPolygon): RepairedClue | { rejected: Note } {
  const outcome = repairPolygon(geometry, { tinyArea })
  if ('rejected' in outcome) return { rejected: { code: `landuse.row.${outcome.rejected}` } }
  const change = Math.abs(outcome.areaAfter - outcome.areaBefore)
  const isRepair = ({ kind }: Repair) => kind !== 'multipart'
  const totals = {
    areaBefore: roundHalfUp(outcome.areaBefore, 2),
    areaAfter: roundHalfUp(outcome.areaAfter, 2),
    change: roundHalfUp(change, 2),
  }
  return {
    geometry: outcome.geometry,
    repairs: outcome.repairs.filter(isRepair).map((repair) => noteOf(repair, totals)),
    notes: outcome.repairs.filter((repair) => !isRepair(repair)).map((repair) => noteOf(repair, {})),
  }
}

function noteOf({ kind, measure, at: [x, y] }: Repair, totals: Record<string, number>): Note {
  const params = { measure: roundHalfUp(measure, 4), x: roundHalfUp(x, 3), y: roundHalfUp(y, 3), ...totals }
  return { code: `landuse.repair.${kind}`, params }
}

/** The two legal areas, m² to 0.01. */
export const legalAreas = (geometry: MultiPolygon) => ({
  ellipsoidal: ellipsoidalArea(geometry, zone),
  planar: roundHalfUp(planarArea(geometry), 2),
})

/** A stated area that is off by more than 1 m² and 1 %. */
export function areaNote(stated: number | null, ellipsoidal: number): Note[] {
  if (stated === null || Math.abs(stated - ellipsoidal) <= Math.max(1, 0.01 * ellipsoidal)) return []
  return [{ code: 'landuse.row.area-differs', params: { stated, computed: ellipsoidal } }]
}
