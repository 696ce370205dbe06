import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FormField } from '../../../kernel/forms/definition.ts'
import { printedCodes, valueText } from './value-text.ts'

const title = (zh: string, en = zh) => ({ zh, en })
const local = ({ code }: { code: string }) => (code === 'A1' ? '甲级' : '')
const zh = { language: 'zh', local } as const
const en = { language: 'en', local } as const

const area: FormField = { name: 'area', type: 'number', unit: '公顷', decimals: 4, title: title('面积') }
const land: FormField = { name: 'land', type: 'code', scheme: 'landuse-survey', edition: '2019', title: title('地类') }
const grade: FormField = {
  name: 'grade',
  type: 'code',
  scheme: 'grades',
  edition: '2026',
  title: title('等级', 'Grade'),
}
const answer: FormField = {
  ...{ name: 'reply', type: 'choice', title: title('意见', 'Reply') },
  options: [{ value: 'agree', title: title('同意', 'Agreed') }],
}
const replies: FormField = { name: 'replies', type: 'table', title: title('部门意见'), columns: [grade, answer] }

test('on paper numbers have their unit and codes their words, in cells of tables too', () => {
  assert.equal(valueText(area, 1.2436, zh), '1.2436 公顷')
  assert.equal(valueText(area, 1234.5, en), '1,234.5000 ha')
  assert.match(valueText(land, '0101', zh), /^0101 水田$/)
  assert.equal(valueText(replies, [{ grade: 'A1', reply: 'agree' }], zh), '等级：A1 甲级；意见：同意')
  assert.equal(valueText(replies, [{ reply: 'agree' }], en), 'Grade: —; Reply: Agreed')
})

test('what was drawn is told by its measure, files by their names, people by theirs', () => {
  const map: FormField = { name: 'scope', type: 'map', shape: 'polygon', title: title('范围') }
  assert.equal(
    valueText(map, { type: 'MultiPolygon', crs: 'EPSG:4490', coordinates: [], area: 1520.333 }, zh),
    '1,520.33 m²',
  )
  const files: FormField = { name: 'files', type: 'attachments', title: title('附件') }
  assert.equal(valueText(files, [{ name: '图.pdf' }, { name: '表.xlsx' }], zh), '图.pdf、表.xlsx')
  assert.equal(valueText({ name: 'who', type: 'person', title: title('人') }, { id: '1', name: '蔡静' }, zh), '蔡静')
  assert.equal(valueText({ name: 'ok', type: 'yesNo', title: title('是否') }, false, zh), '否')
})

test('only codes of local tables are asked for', () => {
  const form = { key: 'f', version: 1, title: title('表'), fields: [area, land, grade, replies] }
  const codes = printedCodes([form], { land: '0101', grade: 'B2', replies: [{ grade: 'A1', reply: 'agree' }] })
  assert.deepEqual(
    codes.map(({ code }) => code),
    ['B2', 'A1'],
  )
})
