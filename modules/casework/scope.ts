import { type Static, Type } from '@sinclair/typebox'
import { repairPolygon } from '../../kernel/geometry/repair/repair.ts'
import type { MultiPolygon } from '../../kernel/geometry/types.ts'
import { invalid, Refusal } from '../../kernel/problems/problem.ts'
import { toMetres } from '../onemap/api.ts'

const Place = Type.Array(Type.Number(), { minItems: 2, maxItems: 3 })
const Ring = Type.Array(Place, { minItems: 3, maxItems: 20_000 })
const Rings = Type.Array(Ring, { minItems: 1, maxItems: 500 })

/** GeoJSON, longitude and latitude (CGCS2000, degrees) or metres of EPSG:4524: the sizes of the numbers tell which. */
export const GeoJsonArea = Type.Union([
  Type.Object({ type: Type.Literal('Polygon'), coordinates: Rings }),
  Type.Object({
    type: Type.Literal('MultiPolygon'),
    coordinates: Type.Array(Rings, { minItems: 1, maxItems: 500 }),
  }),
])

/** The area in EPSG:4524, metres, its rings closed and directed. Refuses what encloses nothing or is out of reach. */
export function readScope({ type, coordinates }: Static<typeof GeoJsonArea>): MultiPolygon {
  const parts = (type === 'Polygon' ? [coordinates] : coordinates) as number[][][][]
  const drawn: MultiPolygon = parts.map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x!, y!])))
  const inDegrees = drawn.flat(2).every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)
  const outcome = repairPolygon(inDegrees ? toMetres(drawn) : drawn)
  if ('rejected' in outcome) throw new Refusal(invalid('casework.case.file.no-area', { why: outcome.rejected }))
  return outcome.geometry
}
