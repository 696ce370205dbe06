import { assembleRings } from '../edit/assemble-rings.ts'
import { boundingBox } from '../measures/bounding-box.ts'
import { planarArea } from '../measures/planar-area.ts'
import { TOLERANCE } from '../repair/clean-ring.ts'
import { selfContacts } from '../repair/self-contacts.ts'
import type { Box, MultiPolygon, Position } from '../types.ts'
import { readTextLines, ringsOf, type TextBlock, type TextFinding } from './coordinate-text-lines.ts'

export type TextPlot = {
  number: string
  name: string
  /** 地块面积 as stated, hectares. */
  statedArea?: number
  sheet: string
  use: string
  landClass: string
  /** Zone-prefixed metres; empty when the rings cannot be made into a plot. */
  geometry: MultiPolygon
  line: number
  /** False when a finding of the plot or of the file says reject. */
  accepted: boolean
}

export type CoordinateText = { header: Map<string, string>; plots: TextPlot[]; findings: TextFinding[] }

/** `swapAxes` takes the first coordinate for the easting, after the sender has said so; `extent` e.g. the county's box. */
export type CoordinateTextOptions = { swapAxes?: boolean; extent?: Box }

/**
 * Reads a 报部 / 勘测定界 coordinate file (already decoded to text). Every deviation from the layout or from what the
 * figures should be is a finding with its line; plots are returned with their findings, never dropped.
 */
export function readCoordinateText(text: string, options: CoordinateTextOptions = {}): CoordinateText {
  const { header, blocks, findings } = readTextLines(text)
  if (blocks.length === 0) findings.push({ code: 'no-plots', severity: 'reject', line: 1 })
  checkHeader(header, findings)
  const zone = Number.parseInt(header.get('带号') ?? '', 10)
  const plots = blocks.map((block) => readPlot(block, Number.isNaN(zone) ? undefined : zone, options, findings))
  const rejected = (plot: string) =>
    findings.some((finding) => finding.severity === 'reject' && (finding.plot ?? plot) === plot)
  return { header, findings, plots: plots.map((plot) => ({ ...plot, accepted: !rejected(plot.number) })) }
}

function checkHeader(header: Map<string, string>, findings: TextFinding[]): void {
  const note = (code: TextFinding['code'], severity: TextFinding['severity'], value: string) =>
    findings.push({ code, severity, line: 1, params: { value } })
  if (header.size === 0) note('header-missing', 'warn', '')
  const system = header.get('坐标系') ?? ''
  if (system !== '' && !/2000|CGCS/i.test(system)) note('not-cgcs2000', 'reject', system)
  const unit = header.get('计量单位') ?? ''
  if (unit !== '' && unit !== '米') note('unit', 'reject', unit)
  const parameters = header.get('转换参数') ?? ''
  if (/[1-9]/.test(parameters)) note('transform-parameters', 'warn', parameters)
}

type Note = (code: TextFinding['code'], severity: TextFinding['severity'], line: number, params?: TextFinding['params']) => void // biome-ignore format: one row

function readPlot(
  block: TextBlock,
  zone: number | undefined,
  options: CoordinateTextOptions,
  findings: TextFinding[],
): TextPlot {
  const [count = '', hectares = '', number = '', name = '', shape = '', sheet = '', use = '', landClass = ''] =
    block.fields
  const note: Note = (code, severity, line, params) => findings.push({ code, severity, line, plot: number, params })
  const statedArea = hectares === '' || Number.isNaN(Number(hectares)) ? undefined : Number(hectares)
  const plot: TextPlot = {
    number,
    name,
    sheet,
    use,
    landClass: landClass === '@' ? '' : landClass,
    line: block.line,
    geometry: [],
    accepted: false,
    ...(statedArea === undefined ? {} : { statedArea }),
  }
  if (shape !== '' && shape !== '面') note('not-a-polygon', 'reject', block.line, { shape })
  if (Number(count) !== block.vertices.length) {
    note('point-count', 'warn', block.line, { stated: count, found: block.vertices.length })
  }
  const vertices = options.swapAxes ? block.vertices.map((v) => ({ ...v, x: v.y, y: v.x })) : block.vertices
  const place = checkPlace(vertices, zone, options, block.line, note)
  if (place === undefined) return plot
  plot.geometry = assemblePlot({ ...block, vertices: vertices.map((v) => ({ ...v, y: v.y + place })) }, note)
  checkPlot(plot, options, note)
  return plot
}

/** What to add to the eastings so that they carry their zone; undefined when the coordinates cannot be placed. */
function checkPlace(
  vertices: TextBlock['vertices'],
  zone: number | undefined,
  { swapAxes }: CoordinateTextOptions,
  line: number,
  note: Note,
): number | undefined {
  const isNorthing = (v: number) => v >= 2e6 && v <= 6e6
  const isEasting = (v: number) => (v >= 1e5 && v < 1e6) || (v >= 13e6 && v < 46e6)
  const wrong = vertices.find(({ x, y }) => !isNorthing(x) || !isEasting(y))
  if (wrong) {
    const swapped = !swapAxes && vertices.every(({ x, y }) => isNorthing(y) && isEasting(x))
    note(swapped ? 'swapped-axes' : 'coordinate-range', 'reject', wrong.line, { x: wrong.x, y: wrong.y })
    return undefined
  }
  const prefixes = new Set(vertices.map(({ y }) => Math.floor(y / 1e6)))
  const [prefix = 0] = prefixes
  if (prefixes.size > 1 || (prefix > 0 && zone !== undefined && prefix !== zone)) {
    note('zone-mismatch', 'reject', line, { stated: zone ?? '', found: [...prefixes].join() })
    return undefined
  }
  if (prefix > 0) return 0
  if (zone !== undefined) note('zone-prefix-missing', 'warn', line, { zone })
  else if (vertices.length > 0) note('zone-unknown', 'reject', line)
  return (zone ?? 0) * 1e6
}

function assemblePlot(block: TextBlock, note: Note): MultiPolygon {
  const rings = ringsOf(block.vertices)
  let usable = rings.length > 0
  if (!usable) note('ring-too-short', 'reject', block.line)
  for (const { line, ring, positions } of rings) {
    const near = (p: Position, i: number) =>
      i > 0 && Math.hypot(p[0] - positions[i - 1]![0], p[1] - positions[i - 1]![1]) < TOLERANCE
    const repeated = positions.findIndex(near)
    if (repeated > 0) note('repeated-point', 'warn', line + repeated, { ring })
    const clean = positions.filter((p, i) => !near(p, i))
    if (new Set(clean.map(String)).size < 3) {
      note('ring-too-short', 'reject', line, { ring })
      usable = false
    }
    const [contact] = selfContacts(clean, 1)
    if (contact) note('self-intersection', 'reject', line, { ring, x: contact[1], y: contact[0] })
  }
  if (!usable) return []
  const assembled = assembleRings(rings.map(({ positions }) => positions))
  if ('geometry' in assembled) {
    if (assembled.geometry.length > 1) note('further-part', 'warn', block.line, { parts: assembled.geometry.length })
    return assembled.geometry
  }
  const [a, b] = assembled.crossing
  note('rings-cross', 'reject', rings[b]!.line, { first: rings[a]!.ring, second: rings[b]!.ring })
  return []
}

function checkPlot({ geometry, statedArea, line }: TextPlot, { extent }: CoordinateTextOptions, note: Note): void {
  if (geometry.length === 0) return
  const area = planarArea(geometry)
  // The stated figure has four decimals of a hectare: 1 m².
  if (statedArea !== undefined && Math.abs(statedArea * 1e4 - area) > Math.max(1, area * 1e-4)) {
    note('area-differs', 'warn', line, { stated: statedArea * 1e4, found: area })
  }
  const box = boundingBox(geometry)
  if (extent && !(box[0] >= extent[0] && box[1] >= extent[1] && box[2] <= extent[2] && box[3] <= extent[3])) {
    note('outside-extent', 'reject', line)
  }
}
