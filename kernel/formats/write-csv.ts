import type { MultiPolygon } from '../geometry/types.ts'
import type { AttributeValue, LayerToWrite } from './delivery.ts'

const MARK = '\uFEFF'

/** A cell a spreadsheet would run as a formula is set apart by an apostrophe; numbers may begin with a sign. */
const defused = (text: string) => (/^[=+\-@\t\r]/.test(text) && !Number.isFinite(Number(text)) ? `'${text}` : text)

function cell(value: AttributeValue | undefined): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'number' ? String(value) : defused(value)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const wkt = (geometry: MultiPolygon | null) => {
  if (!geometry) return null
  const polygons = geometry.map(
    (polygon) => `(${polygon.map((ring) => `(${ring.map((at) => at.join(' ')).join(',')})`).join(',')})`,
  )
  return polygons.length === 0 ? 'MULTIPOLYGON EMPTY' : `MULTIPOLYGON (${polygons.join(',')})`
}

/**
 * A table as UTF-8 text with byte order mark (so that spreadsheets read Chinese), CRLF lines. With `geometry` a last
 * column WKT names the system as EWKT does (`SRID=4524;MULTIPOLYGON …`).
 */
export function writeCsv(layer: LayerToWrite, options: { geometry: boolean }): string {
  const names = layer.fields.map((field) => field.name)
  const header = options.geometry ? [...names, 'WKT'] : names
  const lines = layer.rows.map((row) => {
    const cells = names.map((name) => cell(row.attributes[name]))
    const text = wkt(row.geometry)
    return (options.geometry ? [...cells, cell(text && `SRID=${layer.epsg};${text}`)] : cells).join(',')
  })
  return `${MARK}${[header.map(cell).join(','), ...lines].join('\r\n')}\r\n`
}
