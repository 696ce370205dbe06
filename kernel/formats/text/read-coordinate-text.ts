import { type CoordinateText, readCoordinateText, type TextPlot } from '../../geometry/codecs/coordinate-text.ts'
import type { TextFinding } from '../../geometry/codecs/coordinate-text-lines.ts'
import { invalid, Refusal } from '../../problems/problem.ts'
import type { StatedCrs } from '../crs/read-prj.ts'
import { zoneEpsg } from '../crs/systems.ts'
import type { Attributes, DeliveryRow, Field, Finding } from '../delivery.ts'
import { rejectedRow, type SourceLayer } from '../source-layer.ts'
import { decodeFile } from './decode-file.ts'

const CODES: Record<TextFinding['code'], string> = {
  'no-plots': 'formats.txt.no-plots',
  'header-missing': 'formats.txt.header-missing',
  'line-not-understood': 'formats.txt.line-not-understood',
  'full-width-comma': 'formats.txt.full-width-comma',
  'end-mark-missing': 'formats.txt.end-mark-missing',
  'not-cgcs2000': 'formats.txt.not-cgcs2000',
  unit: 'formats.txt.unit',
  'transform-parameters': 'formats.txt.transform-parameters',
  'zone-mismatch': 'formats.txt.zone-mismatch',
  'zone-unknown': 'formats.txt.zone-unknown',
  'zone-prefix-missing': 'formats.txt.zone-prefix-missing',
  'swapped-axes': 'formats.txt.swapped-axes',
  'coordinate-range': 'formats.txt.coordinate-range',
  'outside-extent': 'formats.txt.outside-extent',
  'not-a-polygon': 'formats.txt.not-a-polygon',
  'point-count': 'formats.txt.point-count',
  'repeated-point': 'formats.txt.repeated-point',
  'ring-too-short': 'formats.txt.ring-too-short',
  'self-intersection': 'formats.txt.self-intersection',
  'rings-cross': 'formats.txt.rings-cross',
  'further-part': 'formats.txt.further-part',
  'area-differs': 'formats.txt.area-differs',
}

/** The plot line's parts, in its own words (地块面积 in hectares). */
const FIELDS: Field[] = [
  { name: '地块编号', type: 'text' },
  { name: '地块名称', type: 'text' },
  { name: '地块面积', type: 'number' },
  { name: '图幅号', type: 'text' },
  { name: '地块用途', type: 'text' },
  { name: '地类编码', type: 'text' },
]

const attributesOf = (plot: TextPlot): Attributes => ({
  地块编号: plot.number || null,
  地块名称: plot.name || null,
  地块面积: plot.statedArea ?? null,
  图幅号: plot.sheet || null,
  地块用途: plot.use || null,
  地类编码: plot.landClass || null,
})

const told = ({ code, line, params }: TextFinding, row?: number): Finding => ({
  code: CODES[code],
  params: { line, ...params },
  ...(row === undefined ? {} : { row }),
})

/** Findings lie between a plot's line and the next: plot numbers may repeat. */
function toRow(plot: TextPlot, index: number, { plots, findings }: CoordinateText): DeliveryRow {
  const row = index + 1
  const end = plots[row]?.line ?? Number.POSITIVE_INFINITY
  const own = findings.filter(({ plot: named, line }) => named !== undefined && line >= plot.line && line < end)
  const warnings = own.filter(({ severity }) => severity === 'warn').map((finding) => told(finding, row))
  const reason = own.find(({ severity }) => severity === 'reject')
  if (reason) return rejectedRow(row, attributesOf(plot), CODES[reason.code], told(reason).params, warnings)
  if (plot.geometry.length === 0) return rejectedRow(row, attributesOf(plot), 'formats.row.no-area', {}, warnings)
  return { row, attributes: attributesOf(plot), geometry: plot.geometry, findings: warnings }
}

function statedCrs(header: Map<string, string>): StatedCrs | undefined {
  const zone = Number.parseInt(header.get('带号') ?? '', 10)
  const width = Number.parseInt(header.get('几度分带') ?? '3', 10) === 6 ? 6 : 3
  const epsg = zoneEpsg(width, zone, true)
  return epsg === undefined
    ? undefined
    : { kind: 'known', epsg, name: `${header.get('坐标系') ?? ''} ${width}° ${zone}` }
}

/**
 * Reads a demarcation coordinate file (勘测定界 TXT): one row a plot, eastings with their zone number. Refuses a file
 * without plots, in another system than CGCS2000, or in another unit than metres.
 */
export function readDemarcation(name: string, bytes: Buffer, options: { encoding?: string }): SourceLayer {
  const { text, encoding, findings } = decodeFile(bytes, options.encoding)
  const read = readCoordinateText(text)
  const ofFile = read.findings.filter((finding) => finding.plot === undefined)
  const reason = ofFile.find(({ severity }) => severity === 'reject')
  if (reason) throw new Refusal(invalid(CODES[reason.code], told(reason).params))
  const header = [...read.header].map(([key, value]) => `${key}=${value}`).join('；')
  const kept: Finding[] = header === '' ? [] : [{ code: 'formats.txt.header', params: { header } }]
  return {
    format: 'txt',
    layerName: name,
    fields: FIELDS,
    encoding,
    statedCrs: statedCrs(read.header),
    rows: read.plots.map((plot, index) => toRow(plot, index, read)),
    findings: [...findings, ...kept, ...ofFile.map((finding) => told(finding))],
  }
}
