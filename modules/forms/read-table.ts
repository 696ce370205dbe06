import ExcelJS from 'exceljs'
import { decodeFile } from '../../kernel/formats/text/decode-file.ts'
import { parseCsv } from '../../kernel/formats/text/parse-csv.ts'
import { invalid, Refusal } from '../../kernel/problems/problem.ts'

/** The first sheet of a workbook, or a CSV in any encoding, as rows of text. Refuses what is neither. */
export async function readTable(name: string, bytes: Uint8Array): Promise<string[][]> {
  if (/\.(csv|txt)$/i.test(name))
    return parseCsv(decodeFile(Buffer.from(bytes), undefined).text).map(({ cells }) => cells)
  if (!/\.xlsx$/i.test(name)) throw new Refusal(invalid('forms.dictionary.import.unknown-type', { name }))
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.load(bytes as never)
  } catch {
    throw new Refusal(invalid('forms.dictionary.import.no-workbook', { name }))
  }
  const rows: string[][] = []
  workbook.worksheets[0]?.eachRow({ includeEmpty: false }, (row) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = textOf(cell)
    })
    rows.push(Array.from(cells, (cell) => cell ?? ''))
  })
  return rows
}

const textOf = (cell: ExcelJS.Cell): string =>
  cell.value instanceof Date ? cell.value.toISOString().slice(0, 10) : cell.text
