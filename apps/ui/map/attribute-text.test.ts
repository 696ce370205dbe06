import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldText, headOf } from './attribute-text.ts'

test('an officer reads areas with their unit, other numbers as they are', () => {
  assert.equal(fieldText({ name: 'TBMJ', alias: '图斑面积', type: 'number' }, 5384.1), '5,384.10 m²')
  assert.equal(fieldText({ name: 'QYMJ', alias: '区域面积（平方千米）', type: 'number' }, 1.25), '1.25')
  assert.equal(fieldText({ name: 'GDDB', alias: '耕地等别', type: 'integer' }, 8), '8')
})

test('a feature is called by name and number, once where they are the same', () => {
  const town = { XZQMC: '城关镇', XZQDM: '610799100000' }
  assert.equal(headOf({ numberField: 'XZQDM', style: { label: 'XZQMC' } }, town), '城关镇 610799100000')
  assert.equal(headOf({ numberField: 'TBBH', style: { label: 'TBBH' } }, { TBBH: '0109' }), '0109')
  assert.equal(headOf({ style: {} }, {}), undefined)
})
