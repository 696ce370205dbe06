import { join } from 'node:path'
import type { DeliveryRow } from '../../kernel/formats/delivery.ts'
import { readDelivery } from '../../kernel/formats/read-delivery.ts'
import { reproject } from '../../kernel/formats/reproject.ts'
import { planarArea } from '../../kernel/geometry/measures/planar-area.ts'
import { repairPolygon } from '../../kernel/geometry/repair/repair.ts'
import type { MultiPolygon, Position } from '../../kernel/geometry/types.ts'
import { sharedFolder } from '../harness.ts'

export const parcels = (...path: string[]) => join(sharedFolder, 'fixtures', 'parcels', ...path)

/** What became of the rows of a source; none is missing from the three lists. */
export type Taken = { accepted: Shape[]; repaired: Shape[]; rejected: DeliveryRow[] }
export type Shape = { row: number; geometry: MultiPolygon; drawn: MultiPolygon }

/**
 * Degrees anywhere on Earth into the house's plane, EPSG:4524, whose central meridian is 108°E. The Earth is turned about its
 * axis first, so that `meridian` comes to lie there: a rotation of the ellipsoid on to itself, which changes no length and no
 * area, neither on it nor in the plane. The result is that of a Gauss-Krüger zone about `meridian`; only its name is another's.
 */
export function turnIntoZone(geometry: MultiPolygon, meridian: number): MultiPolygon {
  const turn = ([longitude, latitude]: Position): Position => [longitude - meridian + 108, latitude]
  return reproject(
    geometry.map((polygon) => polygon.map((ring) => ring.map(turn))),
    4490,
    4524,
  )
}

/** Reads a shapefile that has lost its table. */
export async function readGeometries(path: string): Promise<DeliveryRow[]> {
  const { rows } = await readDelivery({ name: path, path }, { geometryOnly: true })
  return rows
}

/** Brings rows of a base map into the plane by `place` and puts right what cannot be computed with. */
export function takeIn(rows: readonly DeliveryRow[], place: (geometry: MultiPolygon) => MultiPolygon): Taken {
  const taken: Taken = { accepted: [], repaired: [], rejected: [] }
  for (const row of rows) {
    const drawn = row.geometry && !row.rejected ? place(row.geometry) : []
    const outcome = repairPolygon(drawn)
    if ('rejected' in outcome) taken.rejected.push(row)
    else {
      const isRepaired = outcome.repairs.some(({ kind }) => kind !== 'multipart')
      const list = isRepaired ? taken.repaired : taken.accepted
      list.push({ row: row.row, geometry: outcome.geometry, drawn })
    }
  }
  return taken
}

export const totalArea = (shapes: readonly { geometry: MultiPolygon }[]): number =>
  shapes.reduce((sum, { geometry }) => sum + planarArea(geometry), 0)

/** Hectares with two decimals, for people. */
export const hectares = (area: number): string => `${(area / 10_000).toFixed(2)} ha`
