import { invalid, Refusal } from '../../problems/problem.ts'
import type { Attributes, AttributeValue, Field, Finding } from '../delivery.ts'
import { decodeText, isUtf16, type Sample } from '../text/encoding.ts'

type Column = { rawName: Uint8Array; kind: string; offset: number; width: number; decimals: number }

export type DbfTable = {
  count: number
  languageDriver: number
  columns: Column[]
  bytes: Buffer
  /** Where row 0 starts, and the width of a row, in bytes. */
  start: number
  stride: number
}

const DESCRIPTOR_BYTES = 32
const DELETED = 0x2a

function readColumns(bytes: Buffer, headerBytes: number): Column[] {
  const columns: Column[] = []
  let offset = 1
  for (let at = 32; at + DESCRIPTOR_BYTES <= headerBytes && bytes[at] !== 0x0d; at += DESCRIPTOR_BYTES) {
    const end = bytes.subarray(at, at + 11).indexOf(0)
    const kind = String.fromCharCode(bytes[at + 11]!)
    // A text field may be wider than 255: dBASE keeps the high byte where numbers keep their decimals.
    const width = bytes[at + 16]! + (kind === 'C' ? bytes[at + 17]! * 256 : 0)
    columns.push({
      rawName: bytes.subarray(at, at + (end < 0 ? 11 : end)),
      kind,
      offset,
      width,
      decimals: kind === 'C' ? 0 : bytes[at + 17]!,
    })
    offset += width
  }
  return columns
}

/** Reads the header. Refuses what is not a dBASE table, and a table cut before its last row. */
export function openDbf(bytes: Buffer): DbfTable {
  if (bytes.length < 33) throw new Refusal(invalid('formats.dbf.damaged', { reason: 'header' }))
  const count = bytes.readUInt32LE(4)
  const start = bytes.readUInt16LE(8)
  const stride = bytes.readUInt16LE(10)
  if (start > bytes.length || start < 33 || stride < 1)
    throw new Refusal(invalid('formats.dbf.damaged', { reason: 'header' }))
  const columns = readColumns(bytes, start)
  const used = columns.reduce((sum, column) => sum + column.width, 1)
  if (used > stride) throw new Refusal(invalid('formats.dbf.damaged', { reason: 'fields' }))
  const whole = Math.floor((bytes.length - start) / stride)
  if (whole < count) throw new Refusal(invalid('formats.dbf.truncated', { stated: count, found: whole }))
  return { count, languageDriver: bytes[29]!, columns, bytes, start, stride }
}

const fieldBytes = (table: DbfTable, row: number, column: Column) => {
  const at = table.start + row * table.stride + column.offset
  return table.bytes.subarray(at, at + column.width)
}

/** Trailing blanks and zeros are padding. */
function trimmed(bytes: Uint8Array): Uint8Array {
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--
  return bytes.subarray(0, end)
}

/** The texts whose bytes tell the encoding: field names and values. */
export function textSamples(table: DbfTable): Sample[] {
  const samples = table.columns.map((column): Sample => ({ bytes: column.rawName, full: column.rawName.length > 9 }))
  for (const column of table.columns) {
    if (column.kind !== 'C') continue
    for (let row = 0; row < table.count; row++) {
      const raw = fieldBytes(table, row, column)
      const value = trimmed(raw)
      samples.push({ bytes: value, full: value.length === raw.length })
    }
  }
  return samples
}

/** Field names and types; a name used twice is given a number and reported. */
export function describeFields(table: DbfTable, encoding: string): { fields: Field[]; findings: Finding[] } {
  const findings: Finding[] = []
  const used = new Set<string>()
  const fields = table.columns.map((column, index): Field => {
    const read = decodeText(column.rawName, encoding).trim() || `FIELD_${index + 1}`
    let name = read
    for (let n = 2; used.has(name); n++) name = `${read}_${n}`
    used.add(name)
    if (name !== read) findings.push({ code: 'formats.field.renamed', params: { field: read, used: name } })
    if (!KINDS[column.kind])
      findings.push({ code: 'formats.field.not-read', params: { field: name, type: column.kind } })
    const type = KINDS[column.kind] ?? 'text'
    const numeric = type === 'integer' && column.decimals > 0 ? 'number' : type
    return { name, type: numeric, length: column.width, ...(numeric === 'number' ? { decimals: column.decimals } : {}) }
  })
  return { fields, findings }
}

const KINDS: Record<string, Field['type']> = {
  C: 'text',
  N: 'integer',
  F: 'number',
  D: 'date',
  L: 'text',
  I: 'integer',
  O: 'number',
}

type Cell = { value: AttributeValue; problem?: string }

function readNumber(text: string): Cell {
  if (text === '' || /^\*+$/.test(text))
    return text === '' ? { value: null } : { value: null, problem: 'formats.value.overflowed' }
  const value = Number(text.replace(',', '.'))
  if (!Number.isFinite(value)) return { value: null, problem: 'formats.value.not-a-number' }
  // 19-digit ownership codes kept in a number column would lose their last digits as a double.
  return { value: /^[+-]?\d+$/.test(text) && !Number.isSafeInteger(value) ? text : value }
}

function readDateText(text: string): Cell {
  if (text === '' || /^0+$/.test(text)) return { value: null }
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (!parts) return { value: null, problem: 'formats.value.not-a-date' }
  const iso = `${parts[1]}-${parts[2]}-${parts[3]}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  const real = Number.isFinite(time) && new Date(time).toISOString().startsWith(iso)
  return real ? { value: iso } : { value: null, problem: 'formats.value.not-a-date' }
}

function readCell(raw: Buffer, column: Column, encoding: string): Cell {
  if (column.kind === 'I' && raw.length === 4) return { value: raw.readInt32LE(0) }
  if (column.kind === 'O' && raw.length === 8) return readNumber(String(raw.readDoubleLE(0)))
  if (!KINDS[column.kind]) return { value: null }
  const bytes = trimmed(raw)
  if (column.kind === 'C') {
    const text = isUtf16(encoding) ? decodeText(raw, encoding).replace(/[ \0]+$/, '') : decodeText(bytes, encoding)
    return {
      value: text === '' ? null : text,
      ...(text.includes('\uFFFD') ? { problem: 'formats.value.undecodable' } : {}),
    }
  }
  const text = Buffer.from(bytes).toString('latin1').replaceAll('\0', ' ').trim()
  if (column.kind === 'D') return readDateText(text)
  if (column.kind === 'L') return { value: text === '' || text === '?' ? null : text.toUpperCase() }
  return readNumber(text)
}

/** One row; `deleted` rows still hold their place beside the shapes. */
export function readDbfRow(
  table: DbfTable,
  fields: Field[],
  row: number,
  encoding: string,
): { attributes: Attributes; deleted: boolean; findings: Finding[] } {
  const attributes: Attributes = {}
  const findings: Finding[] = []
  table.columns.forEach((column, index) => {
    const raw = fieldBytes(table, row, column) as Buffer
    const { value, problem } = readCell(raw, column, encoding)
    const field = fields[index]!.name
    attributes[field] = value
    const read = Buffer.from(trimmed(raw)).toString('latin1').trim()
    if (problem)
      findings.push({ code: problem, row: row + 1, params: { field, value: typeof value === 'string' ? value : read } })
  })
  return { attributes, deleted: table.bytes[table.start + row * table.stride] === DELETED, findings }
}
