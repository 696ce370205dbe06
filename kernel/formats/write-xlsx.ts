import ExcelJS from 'exceljs'
import type { AttributeValue } from './delivery.ts'

type SheetColumn = {
  /** Heading; may be Chinese. */
  title: string
  type: 'text' | 'integer' | 'number' | 'date'
  /** Width in characters; by content when left out. */
  width?: number
  /** Decimals shown for numbers; 2 when left out. The value itself keeps all its digits. */
  decimals?: number
}

export type Sheet = { name: string; columns: SheetColumn[]; rows: AttributeValue[][] }

const HEADING_FILL = 'FFE8EEF7'
const [MIN_WIDTH, MAX_WIDTH] = [8, 48]

function numberFormat({ type, decimals = 2 }: SheetColumn): string {
  if (type === 'text') return '@'
  if (type === 'date') return 'yyyy-mm-dd'
  return type === 'integer' || decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}

/** A Chinese character takes two columns. */
const displayWidth = (text: string) => [...text].reduce((sum, character) => sum + (character > '\u2E7F' ? 2 : 1), 0)

function shown(value: AttributeValue, { type, decimals = 2 }: SheetColumn): string {
  if (typeof value !== 'number') return value ?? ''
  return value.toLocaleString('en', { maximumFractionDigits: type === 'number' ? decimals : 0 })
}

function columnWidth(column: SheetColumn, values: AttributeValue[]): number {
  if (column.width) return column.width
  const widest = (most: number, value: AttributeValue) => Math.max(most, displayWidth(shown(value, column)))
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, values.reduce<number>(widest, displayWidth(column.title)) + 2))
}

/** Dates become real dates so that a spreadsheet sorts them; other text stays text, so codes keep their zeros. */
function cellValue(value: AttributeValue, { type }: SheetColumn): ExcelJS.CellValue {
  if (value === null) return null
  if (type === 'text') return String(value)
  if (type !== 'date') return value
  const time = Date.parse(`${value}T00:00:00Z`)
  return Number.isFinite(time) ? new Date(time) : String(value)
}

/** Excel allows 31 characters and none of these in a sheet's name. */
const sheetName = (name: string) => name.replace(/[\\/?*:[\]]/g, ' ').slice(0, 31)

function addSheet(workbook: ExcelJS.Workbook, { name, columns, rows }: Sheet): void {
  const sheet = workbook.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map((column, index) => ({
    header: column.title,
    width: columnWidth(
      column,
      rows.map((row) => row[index] ?? null),
    ),
    style: { numFmt: numberFormat(column) },
  }))
  for (const row of rows) sheet.addRow(columns.map((column, index) => cellValue(row[index] ?? null, column)))
  const heading = sheet.getRow(1)
  heading.font = { bold: true }
  heading.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADING_FILL } }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
}

/** A workbook with one table a sheet: bold frozen heading, filter, column widths and number formats. */
export async function writeXlsx(sheets: Sheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  // Fixed, so that the same tables give the same workbook.
  workbook.created = new Date(Date.UTC(2000, 0, 1))
  workbook.modified = workbook.created
  for (const sheet of sheets) addSheet(workbook, sheet)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
