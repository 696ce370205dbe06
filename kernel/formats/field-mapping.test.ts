import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Field } from './delivery.ts'
import { proposeMapping, type WantedField } from './field-mapping.ts'

const wanted: WantedField[] = [
  { name: 'number', required: true, aliases: ['图斑编号', '监测图斑编号', 'TBBH', 'JCBH'] },
  { name: 'area', required: true, type: 'number', aliases: ['监测面积', 'JCMJ', 'MJ'] },
  { name: 'note', required: false, aliases: ['备注', 'BZ'] },
]
const fields = (...names: string[]): Field[] =>
  names.map((name) => ({ name, type: /MJ|面积/.test(name) ? 'number' : 'text' }))

test('fields are found by their national codes, whatever the case', () => {
  const proposal = proposeMapping(fields('OBJECTID', 'tbbh', 'JCMJ'), wanted)
  assert.deepEqual(proposal.mapping, { number: 'tbbh', area: 'JCMJ' })
  assert.deepEqual([proposal.missing, proposal.unused], [[], ['OBJECTID']])
})

test('a Chinese name cut by the shapefile is still found', () => {
  const proposal = proposeMapping(fields('监测图斑编', '监测面积'), wanted)
  assert.deepEqual(proposal.how, { number: 'cut-name', area: 'alias' })
})

test('a longer heading that contains the name is proposed', () => {
  assert.equal(
    proposeMapping(fields('图斑编号（必填）', '监测面积(平方米)'), wanted).mapping.number,
    '图斑编号（必填）',
  )
})

test('a text field is not proposed for a date, and what is required and absent is named', () => {
  const dates: WantedField[] = [{ name: 'foundOn', required: true, type: 'date', aliases: ['JCMJ'] }]
  assert.deepEqual(proposeMapping(fields('JCMJ'), dates).missing, ['foundOn'])
})

test('what a person chose last time for this source goes first, while those fields exist', () => {
  const remembered = { number: 'XH', note: 'GONE' }
  const proposal = proposeMapping(fields('XH', 'TBBH', 'BZ'), wanted, remembered)
  assert.deepEqual(proposal.mapping, { number: 'XH', note: 'BZ' })
  assert.equal(proposal.how.number, 'remembered')
})
