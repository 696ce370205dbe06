import type { JtsOperation } from './jts-cases.testing.ts'

/** For tests only. Which proof an operation of the JTS files goes to, or why it goes to none. */
export type Family = 'overlay' | 'validity' | 'relation' | 'centroid' | 'label point' | 'simplification'

const FAMILY_OF: Record<string, Family> = {
  ...Object.fromEntries(['intersection', 'union', 'difference', 'symdifference'].map((name) => [name, 'overlay'])),
  ...Object.fromEntries(
    ['relate', 'intersects', 'disjoint', 'touches', 'contains', 'covers', 'within', 'coveredby', 'crosses', 'overlaps', 'equalstopo'].map((name) => [name, 'relation']), // biome-ignore format: one row
  ),
  isvalid: 'validity',
  getcentroid: 'centroid',
  getinteriorpoint: 'label point',
  simplifydp: 'simplification',
  simplifytp: 'simplification',
}

const NOT_OFFERED: Record<string, string> = {
  buffer: 'buffers come from PostGIS',
  buffermitredjoin: 'buffers come from PostGIS',
  convexhull: 'no use for it yet',
  densify: 'no use for it yet',
  distance: 'distances come from PostGIS',
  iswithindistance: 'distances come from PostGIS',
  minclearance: 'no use for it yet',
  minclearanceline: 'no use for it yet',
  polygonize: 'no use for it yet',
  getboundary: 'the boundary of an area is a line',
  issimple: 'a notion of lines; areas are valid or not',
  equalsexact: 'compares lists of vertices, not areas',
  equalsnorm: 'compares lists of vertices, not areas',
}

/** Coordinates of cases that lie beyond the 2·10¹¹ m where the grid ends. */
const isFar = ({ operands }: JtsOperation) =>
  operands.some(({ areas }) => areas.flat(2).some((position) => position.some((value) => Math.abs(value) > 2e11)))

export function familyOf(operation: JtsOperation): { family: Family } | { leftOut: string } {
  const { name, operands } = operation
  const kinds = new Set(operands.flatMap((operand) => [...operand.kinds]))
  if (NOT_OFFERED[name]) return { leftOut: `${name}: ${NOT_OFFERED[name]}` }
  if (!kinds.has('area')) return { leftOut: 'points and lines only' }
  if (kinds.size > 1) return { leftOut: 'areas with points or lines' }
  if (isFar(operation)) return { leftOut: 'beyond 2·10¹¹ m, refused' }
  return { family: FAMILY_OF[name]! }
}
