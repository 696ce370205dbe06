import { invalid, Refusal } from '../../problems/problem.ts'
import { readPrj, type StatedCrs } from '../crs/read-prj.ts'
import type { Attributes, DeliveryRow, Field, Finding } from '../delivery.ts'
import { rejectedRow, rowOfRings, type SourceLayer } from '../source-layer.ts'
import {
  decodeText,
  type Encoding,
  encodingOfLanguageDriver,
  encodingOfName,
  settleEncoding,
} from '../text/encoding.ts'
import { type DbfTable, describeFields, openDbf, readDbfRow, textSamples } from './read-dbf.ts'
import { readShp, type Shape } from './read-shp.ts'

/** The files of one shapefile; `name` is the layer's, without folder and ending. */
export type ShapefileParts = { name: string; shp: Buffer; shx?: Buffer; dbf?: Buffer; prj?: Buffer; cpg?: Buffer }

type Table = {
  fields: Field[]
  encoding: Encoding
  findings: Finding[]
  row(index: number): { attributes: Attributes; deleted: boolean; findings: Finding[] }
}

function tableEncoding(
  table: DbfTable,
  cpg: Buffer | undefined,
  asked: string | undefined,
): { encoding: Encoding; findings: Finding[] } {
  const named = cpg && encodingOfName(cpg.toString('latin1'))
  const unreadable = cpg !== undefined && named === undefined
  const settled = settleEncoding(textSamples(table), {
    asked: asked && encodingOfName(asked),
    cpg: named,
    ldid: encodingOfLanguageDriver(table.languageDriver),
  })
  if (!unreadable) return settled
  const finding = { code: 'formats.cpg.unreadable', params: { text: cpg.toString('latin1').slice(0, 40).trim() } }
  return { encoding: settled.encoding, findings: [finding, ...settled.findings] }
}

function readTable(parts: ShapefileParts, asked: string | undefined): Table & { count: number } {
  const table = openDbf(parts.dbf!)
  const { encoding, findings } = tableEncoding(table, parts.cpg, asked)
  const described = describeFields(table, encoding.name)
  return {
    count: table.count,
    fields: described.fields,
    encoding,
    findings: [...findings, ...described.findings],
    row: (index) => readDbfRow(table, described.fields, index, encoding.name),
  }
}

function rowOfShape(shape: Shape, row: number, attributes: Attributes, findings: Finding[]): DeliveryRow {
  if (shape.kind === 'null') return rejectedRow(row, attributes, 'formats.row.no-geometry', {}, findings)
  if (shape.kind === 'other')
    return rejectedRow(row, attributes, 'formats.row.not-a-polygon', { type: shape.type }, findings)
  if (shape.kind === 'damaged')
    return rejectedRow(row, attributes, 'formats.row.damaged', { reason: shape.reason }, findings)
  return rowOfRings(row, attributes, shape.rings, findings)
}

function toRow(shape: Shape, index: number, table: Table | undefined): DeliveryRow {
  const read = table?.row(index)
  const row = rowOfShape(shape, index + 1, read?.attributes ?? {}, read?.findings ?? [])
  return read?.deleted ? { ...row, rejected: { code: 'formats.row.deleted' } } : row
}

function refuseOtherGeometry(type: string, shapes: Shape[]): void {
  const others = shapes.filter((shape) => shape.kind === 'other')
  const polygons = shapes.some((shape) => shape.kind === 'polygon')
  if (others.length > 0 && !polygons) throw new Refusal(invalid('formats.geometry.not-polygons', { type }))
}

function droppedHeights(shapes: Shape[]): Finding[] {
  const count = (extra: string) => shapes.filter((shape) => shape.kind === 'polygon' && shape.extra === extra).length
  return (['Z', 'M'] as const).flatMap((extra) =>
    count(extra) > 0 ? [{ code: 'formats.geometry.flattened', params: { extra, rows: count(extra) } }] : [],
  )
}

function statedCrs(prj: Buffer | undefined): { stated: StatedCrs | undefined; findings: Finding[] } {
  if (!prj) return { stated: undefined, findings: [{ code: 'formats.prj.missing' }] }
  const text = decodeText(prj, 'utf-8').replaceAll('\0', '')
  const stated = readPrj(text)
  return { stated, findings: stated ? [] : [{ code: 'formats.prj.unreadable', params: { text: text.slice(0, 60) } }] }
}

/**
 * Reads one shapefile. Without its table it is refused unless `geometryOnly` says that attributes are not wanted.
 * Refuses cut files, files of points or lines, and a number of shapes other than of rows.
 */
export function readShapefile(
  parts: ShapefileParts,
  options: { encoding?: string; geometryOnly?: boolean },
): SourceLayer {
  if (!parts.dbf && !options.geometryOnly) throw new Refusal(invalid('formats.dbf.missing', { layer: parts.name }))
  const table = parts.dbf && readTable(parts, options.encoding)
  const { type, shapes, findings } = readShp(parts.shp, parts.shx, table?.count)
  refuseOtherGeometry(type, shapes)
  const crs = statedCrs(parts.prj)
  const withoutTable: Finding[] = table ? [] : [{ code: 'formats.dbf.without' }]
  return {
    format: 'shapefile',
    layerName: parts.name,
    fields: table?.fields ?? [],
    encoding: table?.encoding ?? { name: 'utf-8', how: 'assumed' },
    statedCrs: crs.stated,
    rows: shapes.map((shape, index) => toRow(shape, index, table)),
    findings: [...withoutTable, ...(table?.findings ?? []), ...findings, ...crs.findings, ...droppedHeights(shapes)],
  }
}
