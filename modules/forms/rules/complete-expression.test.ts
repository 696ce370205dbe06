import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FormField } from '../../../kernel/forms/definition.ts'
import { completions } from './complete-expression.ts'

const field = (name: string, zh: string, more: object = {}) =>
  ({ name, type: 'number', title: { zh, en: name }, ...more }) as FormField
const fields = [
  field('area', '面积'),
  field('areaMu', '亩'),
  field('parcels', '地块', { type: 'table', columns: [field('size', '大小'), field('kind', '类型')] }),
  field('where', '范围', { type: 'map' }),
]
const offered = (text: string) => completions(text, fields).map((one) => one.text)

test('The word at the end goes on as a field, by its name or its Chinese title', () => {
  assert.deepEqual(offered('1 + ar'), ['1 + area', '1 + areaMu'])
  assert.deepEqual(offered('亩'), ['areaMu'])
  assert.deepEqual(offered('sum(parc'), ['sum(parcels'])
  assert.equal(offered('').length, 4, 'all fields before anything is typed')
})

test('After a table’s dot come its columns, after a map’s its measures; functions come last', () => {
  assert.deepEqual(offered('sum(parcels.'), ['sum(parcels.size', 'sum(parcels.kind'])
  assert.deepEqual(offered('where.a'), ['where.area'])
  assert.deepEqual(offered('su'), ['sum('])
})

test('Nothing is offered inside quotes, nor what stands there already', () => {
  assert.deepEqual(offered('kind = "ar'), [])
  assert.deepEqual(offered('kind = "x" and ar'), ['kind = "x" and area', 'kind = "x" and areaMu'])
  assert.deepEqual(offered('areaMu'), [])
  assert.deepEqual(offered('area <= 10'), [])
  assert.equal(offered('area <= ').length, 4)
})
