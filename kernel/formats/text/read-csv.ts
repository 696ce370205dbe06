import type { Ring } from '../../geometry/types.ts'
import { invalid, Refusal } from '../../problems/problem.ts'
import type { StatedCrs } from '../crs/read-prj.ts'
import type { Attributes, DeliveryRow, Finding } from '../delivery.ts'
import { rejectedRow, rowOfPolygons, rowOfRings, type SourceLayer } from '../source-layer.ts'
import { decodeFile } from './decode-file.ts'
import { inferFields, withNumbers } from './infer-fields.ts'
import { type CsvRecord, parseCsv } from './parse-csv.ts'
import { readWkt } from './read-wkt.ts'

const WKT_NAMES = ['wkt', 'geom', 'geometry', 'the_geom', 'wkt_geom', 'shape', '几何', '图形', '坐标串']
const X_NAMES = ['x', 'easting', 'east', 'lon', 'lng', 'longitude', '经度', '东坐标', '横坐标', 'x坐标']
const Y_NAMES = ['y', 'northing', 'north', 'lat', 'latitude', '纬度', '北坐标', '纵坐标', 'y坐标']
const PLOT_NAMES = [
  '图斑编号',
  '图斑号',
  '地块编号',
  '地块号',
  '线索编号',
  'tbbh',
  'jcbh',
  'dkbh',
  'plot',
  'parcel',
  'id',
  '编号',
]
const RING_NAMES = ['圈号', '环号', 'ring', 'part']

type Table = { header: string[]; records: CsvRecord[] }

const find = (header: string[], names: string[]) =>
  names.map((name) => header.findIndex((cell) => cell.toLowerCase() === name)).find((at) => at >= 0)

/** Cells by header; cells beyond the header are reported by the caller. */
function attributesOf(cells: string[], header: string[], skip: Set<number>): Attributes {
  const attributes: Attributes = {}
  header.forEach((name, index) => {
    if (!skip.has(index)) attributes[name] = cells[index] === '' ? null : (cells[index] ?? null)
  })
  return attributes
}

function ragged(record: CsvRecord, header: string[], row: number): Finding[] {
  if (record.cells.length === header.length) return []
  return [
    {
      code: 'formats.csv.ragged',
      row,
      params: { line: record.line, cells: record.cells.length, expected: header.length },
    },
  ]
}

type Rows = { rows: DeliveryRow[]; epsg?: number; findings: Finding[] }

function readWktRows({ header, records }: Table, column: number): Rows {
  let epsg: number | undefined
  let heights = 0
  const rows = records.map((record, index): DeliveryRow => {
    const row = index + 1
    const attributes = attributesOf(record.cells, header, new Set([column]))
    const findings = ragged(record, header, row)
    const text = record.cells[column] ?? ''
    if (text === '') return rejectedRow(row, attributes, 'formats.row.no-geometry', {}, findings)
    const wkt = readWkt(text)
    if (wkt.kind === 'bad')
      return rejectedRow(row, attributes, 'formats.row.bad-wkt', { line: record.line, at: wkt.at + 1 }, findings)
    if (wkt.kind === 'other')
      return rejectedRow(row, attributes, 'formats.row.not-a-polygon', { type: wkt.type }, findings)
    epsg ??= wkt.epsg
    if (wkt.epsg !== undefined && wkt.epsg !== epsg) {
      return rejectedRow(
        row,
        attributes,
        'formats.row.other-crs',
        { found: `EPSG:${wkt.epsg}`, expected: `EPSG:${epsg}` },
        findings,
      )
    }
    if (wkt.heights) heights++
    return rowOfPolygons(row, attributes, wkt.polygons, findings)
  })
  return {
    rows,
    epsg,
    findings: heights > 0 ? [{ code: 'formats.geometry.flattened', params: { extra: 'Z', rows: heights } }] : [],
  }
}

type VertexColumns = { x: number; y: number; plot: number | undefined; ring: number | undefined }

const toNumber = (cell: string | undefined) => (cell === undefined || cell === '' ? Number.NaN : Number(cell))

function ringsOf(records: CsvRecord[], { x, y, ring }: VertexColumns): Ring[] {
  const rings = new Map<string, Ring>()
  for (const { cells } of records) {
    const key = ring === undefined ? '' : (cells[ring] ?? '')
    const position: Ring[number] = [toNumber(cells[x]), toNumber(cells[y])]
    const list = rings.get(key)
    if (list) list.push(position)
    else rings.set(key, [position])
  }
  return [...rings.values()]
}

/** One vertex a line; lines with the same plot number make one row, in order of first appearance. */
function readVertexRows({ header, records }: Table, columns: VertexColumns): Rows {
  const plots = Map.groupBy(records, (record) => (columns.plot === undefined ? '' : (record.cells[columns.plot] ?? '')))
  const skip = new Set([columns.x, columns.y, columns.ring ?? -1])
  const varying = header.filter((_, index) => {
    if (skip.has(index)) return false
    return [...plots.values()].some((plot) => plot.some((record) => record.cells[index] !== plot[0]!.cells[index]))
  })
  for (const name of varying) skip.add(header.indexOf(name))
  const rows = [...plots.values()].map((plot, index) => {
    const findings = plot.flatMap((record) => ragged(record, header, index + 1))
    return rowOfRings(index + 1, attributesOf(plot[0]!.cells, header, skip), ringsOf(plot, columns), findings)
  })
  const params = { fields: varying.join(', ') }
  return { rows, findings: varying.length > 0 ? [{ code: 'formats.csv.vertex-columns', params }] : [] }
}

function readRows(table: Table): Rows {
  const wkt = find(table.header, WKT_NAMES)
  if (wkt !== undefined) return readWktRows(table, wkt)
  const [x, y] = [find(table.header, X_NAMES), find(table.header, Y_NAMES)]
  if (x === undefined || y === undefined) {
    throw new Refusal(invalid('formats.csv.no-geometry', { columns: table.header.slice(0, 12).join(', ') }))
  }
  return readVertexRows(table, { x, y, plot: find(table.header, PLOT_NAMES), ring: find(table.header, RING_NAMES) })
}

function uniqueHeader(cells: string[]): string[] {
  const seen = new Set<string>()
  return cells.map((cell, index) => {
    const stem = cell.trim() || `FIELD_${index + 1}`
    let name = stem
    for (let n = 2; seen.has(name); n++) name = `${stem}_${n}`
    seen.add(name)
    return name
  })
}

/** Reads a table with a WKT column, or with one vertex a line. Refuses a table with neither. */
export function readCsv(name: string, bytes: Buffer, options: { encoding?: string }): SourceLayer {
  const { text, encoding, findings } = decodeFile(bytes, options.encoding)
  const [first, ...records] = parseCsv(text)
  if (!first) throw new Refusal(invalid('formats.file.empty', { name }))
  const read = readRows({ header: uniqueHeader(first.cells), records })
  const attributes = read.rows.map((row) => row.attributes)
  withNumbers(attributes, Object.keys(attributes[0] ?? {}))
  const stated: StatedCrs | undefined =
    read.epsg === undefined ? undefined : { kind: 'known', epsg: read.epsg, name: `SRID=${read.epsg}` }
  return {
    format: 'csv',
    layerName: name,
    fields: inferFields(attributes),
    encoding,
    statedCrs: stated,
    rows: read.rows,
    findings: [...findings, ...read.findings],
  }
}
