import assert from 'node:assert/strict'
import { test } from 'node:test'
import ExcelJS from 'exceljs'
import { clues, square } from './delivery.testing.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

test('a workbook keeps codes as text, numbers as numbers and dates as dates', async () => {
  const bytes = await writeXlsx([
    {
      name: '线索/清单',
      columns: [
        { title: '地类编码', type: 'text' },
        { title: '面积（平方米）', type: 'number' },
        { title: '监测日期', type: 'date' },
        { title: '序号', type: 'integer', width: 6 },
      ],
      rows: [
        ['0101', 10000 / 3, '2026-09-30', 1],
        [null, null, null, 2],
      ],
    },
  ])
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  const sheet = workbook.worksheets[0]!
  assert.equal(sheet.name, '线索 清单')
  assert.deepEqual((sheet.getRow(2).values as unknown[]).slice(1), [
    '0101',
    10000 / 3,
    new Date('2026-09-30T00:00:00Z'),
    1,
  ])
  assert.equal(sheet.getColumn(2).width, 16)
  assert.equal(sheet.getColumn(4).width, 6)
  assert.equal(sheet.getCell('B2').numFmt, '#,##0.00')
  assert.equal(sheet.rowCount, 3)
})

test('a table opened in a spreadsheet runs no formula a sender wrote', () => {
  const layer = clues(square(0, 0))
  layer.rows[0]!.attributes.图斑编号 = '=HYPERLINK("http://example.org")'
  assert.match(writeCsv(layer, { geometry: false }), /\r\n"'=HYPERLINK/)
})
