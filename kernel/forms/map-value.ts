import { containsPoint } from '../geometry/measures/contains-point.ts'
import { ellipsoidalArea } from '../geometry/measures/ellipsoidal-area.ts'
import { ringLength } from '../geometry/measures/perimeter.ts'
import { planarArea } from '../geometry/measures/planar-area.ts'
import { commonArea } from '../geometry/overlay/common-area.ts'
import { gaussKrugerForward, type Zone } from '../geometry/projection/gauss-kruger.ts'
import { refuse, repairPolygon } from '../geometry/repair/repair.ts'
import type { MultiPolygon, Position } from '../geometry/types.ts'
import type { Drawn, FormIssue, MapField } from './definition.ts'

const TYPES = { point: 'MultiPoint', line: 'MultiLineString', polygon: 'MultiPolygon' } as const
/** Square metres a shape may reach beyond the scope: both went through degrees and back. */
const SLACK = 0.5

/** The shapes of one type as they are kept, with CRS and measures. Coordinates in degrees, rounded to 1e-8 (1 mm). */
export function drawnOf(shape: MapField['shape'], coordinates: unknown): Drawn {
  return { type: TYPES[shape], coordinates: rounded(coordinates), crs: 'EPSG:4490' } as Drawn
}

const rounded = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(rounded) : typeof value === 'number' ? Math.round(value * 1e8) / 1e8 : value

/** Measures are worked out here and never taken from who sent them; what cannot be measured stays as it is. */
export function measured({ shape }: MapField, value: unknown): unknown {
  if (!isDrawn(shape, value)) return value
  const { area: _area, length: _length, ...drawn } = value
  const zone = zoneOf(drawn.coordinates)
  if (drawn.type === 'MultiPoint' || !zone) return drawn
  if (drawn.type === 'MultiLineString') {
    const length = drawn.coordinates.reduce(
      (sum, line) => sum + ringLength(line.map((at) => gaussKrugerForward(at, zone))),
      0,
    )
    return { ...drawn, length: Number(length.toFixed(2)) }
  }
  const plane = inMetres(drawn.coordinates, zone)
  return refuse(plane) ? drawn : { ...drawn, area: ellipsoidalArea(plane, zone) }
}

function isDrawn(shape: MapField['shape'], value: unknown): value is Drawn {
  const { type, crs, coordinates } = (value ?? {}) as Partial<Drawn>
  return (
    type === TYPES[shape] && crs === 'EPSG:4490' && Array.isArray(coordinates) && soundDepth(coordinates, DEPTH[shape])
  )
}
const DEPTH = { point: 1, line: 2, polygon: 3 }

/** Every position a pair of finite degrees of the earth, at the right depth. */
function soundDepth(value: unknown, depth: number): boolean {
  if (!Array.isArray(value)) return false
  if (depth > 0) return value.every((one) => soundDepth(one, depth - 1))
  const [x, y] = value as unknown[]
  return value.length === 2 && isWithin(x, 180) && isWithin(y, 90)
}
const isWithin = (value: unknown, limit: number) => typeof value === 'number' && Math.abs(value) <= limit

/** The 3° zone of the first position. */
function zoneOf(coordinates: unknown): Zone | undefined {
  const [longitude] = (coordinates as unknown[]).flat(3) as number[]
  return longitude === undefined ? undefined : { centralMeridian: Math.round(longitude / 3) * 3, falseEasting: 500_000 }
}

const inMetres = (area: MultiPolygon, zone: Zone): MultiPolygon =>
  area.map((polygon) => polygon.map((ring) => ring.map((at) => gaussKrugerForward(at, zone))))

/** What is wrong with what was drawn; `scope` in degrees. */
export function checkDrawn(
  field: MapField,
  value: unknown,
  scope: MultiPolygon | undefined,
): Omit<FormIssue, 'field'> | undefined {
  if (!isDrawn(field.shape, value)) return { code: 'forms.not-drawn' }
  const { min = 0, max = Number.POSITIVE_INFINITY, within } = field
  const count = value.coordinates.length
  if (count < min) return { code: 'forms.too-few-shapes', params: { min, count } }
  if (count > max) return { code: 'forms.too-many-shapes', params: { max, count } }
  const zone = zoneOf(value.coordinates)!
  const fault = value.type === 'MultiPolygon' ? areaFault(inMetres(value.coordinates, zone)) : lineFault(value)
  if (fault) return { code: fault }
  return within && scope && liesOutside(value, scope, zone) ? { code: 'forms.outside-scope' } : undefined
}

function areaFault(area: MultiPolygon): string | undefined {
  for (const polygon of area) {
    const outcome = repairPolygon([polygon])
    if ('rejected' in outcome) return 'forms.shape-without-area'
    if (outcome.repairs.some(({ kind }) => kind !== 'ring-direction' && kind !== 'ring-closed'))
      return 'forms.shape-crosses-itself'
  }
  const together = repairPolygon(area)
  const overlap = 'rejected' in together ? 0 : planarArea(area.map(([ring]) => [ring!])) - together.areaAfter
  return area.length > 1 && area.every((polygon) => polygon.length === 1) && overlap > 0.01
    ? 'forms.shapes-overlap'
    : undefined
}

const lineFault = (value: Drawn) =>
  value.type === 'MultiLineString' && value.coordinates.some((line) => new Set(line.map(String)).size < 2)
    ? 'forms.line-without-length'
    : undefined

function liesOutside(value: Drawn, scope: MultiPolygon, zone: Zone): boolean {
  const land = inMetres(scope, zone)
  if (value.type === 'MultiPolygon') {
    const area = inMetres(value.coordinates, zone)
    return area.some((polygon) => planarArea([polygon]) - commonArea([polygon], land) > SLACK)
  }
  return (value.coordinates.flat(value.type === 'MultiPoint' ? 0 : 1) as Position[]).some(
    (at) => !containsPoint(land, gaussKrugerForward(at, zone)),
  )
}
