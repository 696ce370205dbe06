import type { MultiPolygon, Polygon, Position } from '../types.ts'

/** For tests only. What a WKT text holds: its kinds of simple geometry, also of empty ones, and its areas. */
export type Wkt = { kinds: Set<'point' | 'line' | 'area'>; areas: MultiPolygon; point?: Position }

const KINDS = { POINT: 'point', LINESTRING: 'line', LINEARRING: 'line', POLYGON: 'area' } as const

/** Undefined where the text is no WKT (a number, true, a code). */
export function parseWkt(text: string): Wkt | undefined {
  const tokens = text.match(/[A-Za-z]+|[-+.\deE]+|[(),]/g) ?? []
  if (!/^[A-Z]+$/i.test(tokens[0] ?? '') || /^(true|false)$/i.test(tokens[0]!)) return undefined
  const found: Wkt = { kinds: new Set(), areas: [] }
  readGeometry({ tokens, at: 0 }, found)
  return found
}

type Source = { tokens: string[]; at: number }
type Nested = (number | Nested)[]

function readGeometry(source: Source, found: Wkt): void {
  const word = source.tokens[source.at++]!.toUpperCase()
  if (word === 'GEOMETRYCOLLECTION') {
    if (source.tokens[source.at++]!.toUpperCase() === 'EMPTY') return
    do readGeometry(source, found)
    while (source.tokens[source.at++] === ',')
    return
  }
  const kind = KINDS[word.replace(/^MULTI/, '') as keyof typeof KINDS]
  found.kinds.add(kind)
  const list = readList(source)
  if (kind === 'area')
    found.areas.push(...((word === 'POLYGON' ? [list] : list) as Polygon[]).filter((p) => p.length > 0))
  if (word === 'POINT' && list.length === 1) found.point = list[0] as Position
}

/** `(1 2, 3 4)` as [[1, 2], [3, 4]]; `EMPTY` as []. */
function readList(source: Source): Nested {
  if (source.tokens[source.at++]!.toUpperCase() === 'EMPTY') return []
  const list: Nested = []
  do {
    if (/^[(E]/i.test(source.tokens[source.at]!)) list.push(readList(source))
    else {
      const position: number[] = []
      while (/^([-+.\d]|nan|inf)/i.test(source.tokens[source.at]!)) position.push(Number(source.tokens[source.at++]))
      list.push(position)
    }
  } while (source.tokens[source.at++] === ',')
  return list
}

/** The geometry as WKT, to show a failing case. */
export const toWkt = (geometry: MultiPolygon): string =>
  geometry.length === 0
    ? 'MULTIPOLYGON EMPTY'
    : `MULTIPOLYGON (${geometry.map((polygon) => `(${polygon.map((ring) => `(${ring.map((p) => p.join(' ')).join(', ')})`).join(', ')})`).join(', ')})`
