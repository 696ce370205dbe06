import iconv from 'iconv-lite'
import { invalid, Refusal } from '../../problems/problem.ts'
import type { Attributes, AttributeValue, Field, Finding } from '../delivery.ts'

export type DbfEncoding = 'utf-8' | 'gbk'

type Column = {
  name: string
  source: string
  kind: 'C' | 'N' | 'D'
  width: number
  decimals: number
  bytes: Uint8Array
}

const NAME_BYTES = 10
const TEXT_BYTES = 254
/** Language driver 0x4D is code page 936 (GBK); UTF-8 has no number of its own and is named by the .cpg file. */
const LANGUAGE_DRIVER: Record<DbfEncoding, number> = { gbk: 0x4d, 'utf-8': 0 }

/** The longest beginning of the text that fits, cut between characters. */
function encodeWithin(text: string, encoding: DbfEncoding, limit: number): Uint8Array {
  const whole = iconv.encode(text, encoding)
  if (whole.length <= limit) return whole
  const characters = [...text]
  let size = 0
  let kept = 0
  while (kept < characters.length) {
    size += iconv.encode(characters[kept]!, encoding).length
    if (size > limit) break
    kept++
  }
  return iconv.encode(characters.slice(0, kept).join(''), encoding)
}

/**
 * Declared lengths count bytes of GBK; the same text is half as long again in UTF-8, where a column grows with its
 * longest value.
 */
function textWidth(field: Field, rows: Attributes[], encoding: DbfEncoding): number {
  const declared = field.length ?? TEXT_BYTES
  if (encoding === 'gbk') return declared
  return rows.reduce((width, row) => Math.max(width, Buffer.byteLength(String(row[field.name] ?? ''))), declared)
}

function column(field: Field, rows: Attributes[], encoding: DbfEncoding): Column {
  const bytes = encodeWithin(field.name, encoding, NAME_BYTES)
  const common = { name: iconv.decode(Buffer.from(bytes), encoding), source: field.name, bytes }
  if (field.type === 'date') return { ...common, kind: 'D', width: 8, decimals: 0 }
  if (field.type === 'integer') return { ...common, kind: 'N', width: Math.min(field.length ?? 18, 18), decimals: 0 }
  // 24 characters hold the shortest exact form of any double, so areas come back bit for bit.
  if (field.type === 'number')
    return { ...common, kind: 'N', width: field.length ?? 24, decimals: field.decimals ?? 15 }
  return {
    ...common,
    kind: 'C',
    width: Math.max(1, Math.min(textWidth(field, rows, encoding), TEXT_BYTES)),
    decimals: 0,
  }
}

function numberText(value: number, target: Column, fixed: boolean): string {
  if (target.decimals === 0) return value.toFixed(0)
  return fixed ? value.toFixed(target.decimals) : String(value)
}

function cell(
  value: AttributeValue,
  target: Column,
  field: Field,
  encoding: DbfEncoding,
): { bytes: Uint8Array; lost?: string } {
  // An empty date is written as zeros: GDAL reads blanks as a date.
  if (value === null) return { bytes: iconv.encode(target.kind === 'D' ? '00000000' : '', 'ascii') }
  if (target.kind === 'N') {
    const text = numberText(Number(value), target, field.decimals !== undefined).padStart(target.width)
    const fits = Number.isFinite(Number(value)) && text.length <= target.width
    const exact = target.decimals > 0 || Number.isInteger(Number(value))
    return fits && exact
      ? { bytes: iconv.encode(text, 'ascii') }
      : { bytes: new Uint8Array(), lost: 'formats.dbf.number-lost' }
  }
  const text = target.kind === 'D' ? String(value).slice(0, 10).replaceAll('-', '') : String(value)
  if (target.kind === 'D' && !/^\d{8}$/.test(text)) return { bytes: new Uint8Array(), lost: 'formats.dbf.date-lost' }
  const bytes = encodeWithin(text, encoding, target.width)
  const back = iconv.decode(Buffer.from(bytes), encoding)
  if (back === text) return { bytes }
  return { bytes, lost: text.startsWith(back) ? 'formats.dbf.text-cut' : 'formats.encoding.lost' }
}

function writeHeader(dbf: Uint8Array, columns: Column[], rows: number, record: number, encoding: DbfEncoding): void {
  const view = new DataView(dbf.buffer)
  // The date of last update is fixed: the same layer must give the same bytes.
  dbf.set([0x03, 100, 1, 1])
  view.setUint32(4, rows, true)
  view.setUint16(8, 33 + columns.length * 32, true)
  view.setUint16(10, record, true)
  dbf[29] = LANGUAGE_DRIVER[encoding]
  columns.forEach((target, index) => {
    const at = 32 + index * 32
    dbf.set(target.bytes, at)
    dbf[at + 11] = target.kind.charCodeAt(0)
    dbf[at + 16] = target.width
    dbf[at + 17] = target.decimals
  })
  dbf[32 + columns.length * 32] = 0x0d
}

function refuseSameNames(columns: Column[]): void {
  const twice = columns.find((one, index) => columns.findIndex((other) => other.name === one.name) < index)
  if (twice) throw new Refusal(invalid('formats.dbf.same-name', { field: twice.source, kept: twice.name }))
}

/**
 * A dBASE III table. Everything the table cannot hold is reported: characters outside GBK, text cut to its width,
 * numbers that do not fit, field names longer than 10 bytes. Refuses two fields whose names are cut to the same one.
 */
export function writeDbf(
  fields: Field[],
  rows: Attributes[],
  encoding: DbfEncoding,
  report: (finding: Finding) => void,
): Uint8Array {
  const columns = fields.map((field) => column(field, rows, encoding))
  refuseSameNames(columns)
  for (const target of columns) {
    if (target.name !== target.source)
      report({ code: 'formats.dbf.name-cut', params: { field: target.source, kept: target.name } })
  }
  const record = columns.reduce((sum, target) => sum + target.width, 1)
  const start = 33 + columns.length * 32
  const dbf = new Uint8Array(start + rows.length * record + 1).fill(0x20)
  dbf.fill(0, 0, start)
  writeHeader(dbf, columns, rows.length, record, encoding)
  rows.forEach((attributes, index) => {
    let at = start + index * record + 1
    columns.forEach((target, position) => {
      const value = attributes[target.source] ?? null
      const { bytes, lost } = cell(value, target, fields[position]!, encoding)
      if (lost) report({ code: lost, row: index + 1, params: { field: target.source, value: String(value) } })
      dbf.set(bytes, at)
      at += target.width
    })
  })
  dbf[dbf.length - 1] = 0x1a
  return dbf
}
