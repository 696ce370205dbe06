import type { Position, Ring } from '../../../../kernel/geometry/types.ts'
import { invalid, type Problem } from '../../../../kernel/problems/problem.ts'

/** A measured ring: metres in EPSG:4524, or longitude and latitude. */
export type MeasuredRing = { name: string; kind: 'plane' | 'degrees'; ring: Ring }

const NORTH = /^(x|北坐标|纵坐标|北|n|north(ing)?)$/i
const EAST = /^(y|东坐标|横坐标|东|e|east(ing)?)$/i
const LONGITUDE = /^(经度|lon(gitude)?|lng)$/i
const LATITUDE = /^(纬度|lat(itude)?)$/i
const PLOT = /^(图斑|图斑编号|地块|地块编号|地块号|plot|patch)$/i

type Columns = { first: number; second: number; plot: number; kind: 'plane' | 'degrees' }

/**
 * 界址点 as a table, one vertex a row in the order of walking. In national tables X is the northing and Y the easting
 * with its zone prefix 36. Rows of one plot name form one ring; without a name all rows do.
 */
export function readVertexTable(records: readonly { line: number; cells: string[] }[]): MeasuredRing[] | Problem {
  const columns = columnsOf(records[0]?.cells ?? [])
  if (!columns)
    return invalid('landuse.survey.importVertices.no-columns', {
      header: (records[0]?.cells ?? []).join(', ').slice(0, 100),
    })
  const rings = new Map<string, Ring>()
  for (const { line, cells } of records.slice(1)) {
    const position = positionOf(cells, columns)
    const outside = columns.kind === 'plane' ? !inPlane(position) : !inDegrees(position)
    if (outside)
      return invalid('landuse.survey.importVertices.bad-coordinate', {
        line,
        x: cells[columns.first] ?? '',
        y: cells[columns.second] ?? '',
      })
    const name = columns.plot < 0 ? '' : (cells[columns.plot] ?? '').trim()
    rings.set(name, [...(rings.get(name) ?? []), position])
  }
  return [...rings].map(([name, ring]) => ({ name, kind: columns.kind, ring: closed(ring) }))
}

function columnsOf(header: string[]): Columns | undefined {
  const find = (pattern: RegExp) => header.findIndex((cell) => pattern.test(cell.trim()))
  const plot = find(PLOT)
  const [north, east, longitude, latitude] = [find(NORTH), find(EAST), find(LONGITUDE), find(LATITUDE)]
  if (longitude >= 0 && latitude >= 0) return { first: longitude, second: latitude, plot, kind: 'degrees' }
  return north >= 0 && east >= 0 ? { first: east, second: north, plot, kind: 'plane' } : undefined
}

const positionOf = (cells: string[], { first, second }: Columns): Position => [
  Number(cells[first]?.trim() || Number.NaN),
  Number(cells[second]?.trim() || Number.NaN),
]

const inPlane = ([x, y]: Position) => x > 36e6 && x < 37e6 && y > 2e6 && y < 6e6
const inDegrees = ([longitude, latitude]: Position) =>
  longitude > 70 && longitude < 140 && latitude > 0 && latitude < 60

export function closed(ring: Ring): Ring {
  const [first, last] = [ring[0], ring.at(-1)]
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring
}
