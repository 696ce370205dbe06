import type { MultiPolygon, Ring } from '../geometry/types.ts'
import type { StatedCrs } from './crs/read-prj.ts'
import type { Attributes, Delivery, DeliveryRow, Finding } from './delivery.ts'
import { cleanRing, groupRings } from './rings.ts'

/** A source as one reader hands it over: everything but the settled coordinate system. */
export type SourceLayer = Omit<Delivery, 'crs'> & { statedCrs: StatedCrs | undefined }

/** More parts than any real feature has; nesting them all would take minutes. */
const MAX_RINGS = 50_000

export const rejectedRow = (
  row: number,
  attributes: Attributes,
  code: string,
  params: Record<string, string | number> = {},
  findings: Finding[] = [],
): DeliveryRow => ({ row, attributes, geometry: null, rejected: { code, params }, findings })

type Gathered = { geometry: MultiPolygon; findings: Omit<Finding, 'row'>[] }

function toRow(row: number, attributes: Attributes, findings: Finding[], gathered: Gathered): DeliveryRow {
  const all = [...findings, ...gathered.findings.map((finding) => ({ ...finding, row }))]
  if (gathered.geometry.length === 0) return rejectedRow(row, attributes, 'formats.row.no-area', {}, all)
  return { row, attributes, geometry: gathered.geometry, findings: all }
}

/** Such a row is rejected later, with its vertex; here it would only spoil closing and nesting. */
const broken = (rings: Ring[]) =>
  rings.some((ring) => ring.some(([x, y]) => !Number.isFinite(x) || !Number.isFinite(y)))

/** A row whose outer rings and holes are not yet told apart. */
export function rowOfRings(row: number, attributes: Attributes, rings: Ring[], findings: Finding[] = []): DeliveryRow {
  if (rings.length > MAX_RINGS) {
    return rejectedRow(
      row,
      attributes,
      'formats.row.too-many-rings',
      { rings: rings.length, limit: MAX_RINGS },
      findings,
    )
  }
  return toRow(row, attributes, findings, broken(rings) ? { geometry: [rings], findings: [] } : groupRings(rings))
}

/** A row whose source tells outer rings from holes; a polygon that loses its outer ring is left out, reported. */
export function rowOfPolygons(
  row: number,
  attributes: Attributes,
  polygons: MultiPolygon,
  findings: Finding[] = [],
): DeliveryRow {
  const gathered: Gathered = { geometry: [], findings: [] }
  if (broken(polygons.flat())) return toRow(row, attributes, findings, { geometry: polygons, findings: [] })
  for (const polygon of polygons) {
    const cleaned = polygon.map(cleanRing)
    gathered.findings.push(...cleaned.flatMap(({ finding }) => finding ?? []))
    const rings = cleaned.flatMap(({ ring }) => (ring ? [ring] : []))
    if (cleaned[0]?.ring) gathered.geometry.push(rings)
  }
  return toRow(row, attributes, findings, gathered)
}
