import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TableField } from './definition.ts'
import { rowsOfPaste } from './paste-rows.ts'

const name = (zh: string, en: string) => ({ title: { zh, en } })
const parcels: TableField = {
  name: 'parcels',
  type: 'table',
  ...name('地块', 'Parcels'),
  columns: [
    { name: 'number', type: 'text', ...name('地块号', 'Number') },
    { name: 'class', type: 'code', scheme: 's', edition: 'e', ...name('地类', 'Class') },
    { name: 'area', type: 'number', ...name('面积', 'Area') },
    { name: 'mu', type: 'number', computed: 'area * 0.0015', ...name('亩', 'mu') },
    { name: 'day', type: 'date', ...name('日期', 'Day') },
    { name: 'kept', type: 'yesNo', ...name('保留', 'Kept') },
  ],
}
const items = () => [
  { code: '0101', title: { zh: '水田', en: 'Paddy field' } },
  { code: '0102', title: { zh: '水浇地', en: 'Irrigated land' } },
]
const paste = (text: string, first = 0) => rowsOfPaste(parcels, text, items, first)

test('Rows copied from a spreadsheet fill the columns, headings left out, computed columns passed over', () => {
  const text =
    '地块号\t地类\t面积\t日期\t保留\r\nA1\t水田\t1,234.50\t2026/3/5\t是\r\nA2\t0102 水浇地\t10\t2026年11月2日\t否\r\n'
  assert.deepEqual(paste(text), [
    { number: 'A1', class: '0101', area: 1234.5, day: '2026-03-05', kept: true },
    { number: 'A2', class: '0102', area: 10, day: '2026-11-02', kept: false },
  ])
})

test('Cells with tabs, breaks and quotes in them stay whole; empty lines and cells are no rows and no values', () => {
  assert.deepEqual(paste('"甲\n乙"\t\t5\n\n"他说""好"""\t0101\n'), [
    { number: '甲\n乙', area: 5 },
    { number: '他说"好"', class: '0101' },
  ])
})

test('What is not what the column takes stays as it is, for the check to name; a paste may begin at a later column', () => {
  assert.deepEqual(paste('X\t荒地\t很大'), [{ number: 'X', class: '荒地', area: '很大' }])
  assert.deepEqual(paste('12\n13', 2), [{ area: 12 }, { area: 13 }])
})
