import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDefinition } from './check-definition.ts'
import { withComputed } from './compute.ts'
import type { FormDefinition, FormField } from './definition.ts'

const title = { zh: '项', en: 'Item' }
const number = (name: string, more: object = {}): FormField => ({ name, type: 'number', title, ...more }) as FormField
const faults = (fields: FormField[], more: Partial<FormDefinition> = {}) =>
  checkDefinition({ key: 'test', version: 1, title, fields, ...more }).map(
    ({ field, code, params }) =>
      `${field} ${code.replace('forms.definition.', '')}${params?.name ? ` ${params.name}` : ''}`,
  )

test('A sound form with sections, rules, tables and every kind of field has no fault', () => {
  const fields: FormField[] = [
    number('area', { section: 'land', min: 0 }),
    number('mu', { section: 'land', computed: 'area * 0.0015' }),
    {
      name: '图斑',
      type: 'table',
      title,
      columns: [number('size'), number('share', { computed: 'size / area' })] as never,
    },
    number('total', { computed: 'sum(图斑.size)' }),
    { name: 'where', type: 'map', shape: 'polygon', title },
    number('drawn', { computed: 'where.area' }),
    { name: 'who', type: 'person', title, default: { id: 'a', name: 'b' } },
    { name: 'code', type: 'text', format: 'creditCode', searchable: true, title, requiredWhen: 'area > 10' },
    { name: 'day', type: 'date', title, default: 'today' },
    { name: 'files', type: 'attachments', title, kinds: [{ value: 'map', title, min: 1 }] },
    { name: 'signed', type: 'signature', title },
  ]
  const rules = [{ name: 'enough', holds: 'total <= area', message: title, field: 'total' }]
  assert.deepEqual(faults(fields, { sections: [{ name: 'land', title, visibleWhen: 'area != 0' }], rules }), [])
})

test('Every fault is named where it stands, all of them at once', () => {
  const fields: FormField[] = [
    number('a', { min: 5, max: 2 }),
    number('a'),
    number('1b'),
    number('if'),
    number('c', { computed: 'a +' }),
    number('d', { visibleWhen: 'nobody > 1' }),
    number('e', { computed: 'f + 1' }),
    number('f', { computed: 'a', required: true }),
    number('g', { section: 'nowhere', default: 'x' }),
    {
      name: 'h',
      type: 'choice',
      title,
      options: [
        { value: 'x', title },
        { value: 'x', title },
      ],
    },
    { name: 'i', type: 'text', title: { zh: '', en: '' }, pattern: '(' },
    { name: 'j', type: 'table', title, columns: [], searchable: true },
    { name: 'k', type: 'signature', title, default: 1 },
  ]
  assert.deepEqual(faults(fields, { rules: [{ name: 'r', holds: 'zz = 1', message: title, field: 'gone' }] }), [
    'a bounds',
    'a name-twice',
    '1b bad-name',
    'if bad-name',
    'c bad-expression',
    'd unknown-name nobody',
    'f computed-required',
    'g unknown-section',
    'g bad-default',
    'h option-twice',
    'i no-title',
    'i bad-pattern',
    'j not-searchable',
    'j no-columns',
    'k no-default-here',
    'r rule-without-field gone',
    'r unknown-name zz',
    'e computed-later f',
  ])
})

test('A computed field may not use itself, and a row’s expression sees its row and the form', () => {
  assert.deepEqual(faults([number('a', { computed: 'a + 1' })]), ['a computed-later a'])
  const columns = [number('x'), number('y', { computed: 'x + base + other' })] as never
  assert.deepEqual(faults([number('base'), { name: 't', type: 'table', title, columns }]), ['t.y unknown-name other'])
})

test('A form that is being drawn is shown although an expression is half typed', () => {
  const fields = [number('a'), number('b', { computed: 'a +' }), number('c', { visibleWhen: 'a =' })]
  assert.deepEqual(withComputed({ key: 't', version: 1, title, fields }, { a: 1, c: 2 }), { a: 1 })
})
