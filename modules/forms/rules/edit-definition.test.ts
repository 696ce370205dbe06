import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FormDefinition, FormField } from '../../../kernel/forms/definition.ts'
import { compareDefinitions } from './compare-definitions.ts'
import {
  addColumn,
  blankField,
  duplicateAt,
  insertAfter,
  moveBy,
  moveTo,
  removeAt,
  shownOrder,
} from './edit-definition.ts'
import { renameField } from './rename-field.ts'

const title = { zh: '项', en: 'Item' }
const field = (name: string, more: object = {}) => ({ name, type: 'number', title, ...more }) as FormField
const form = (...fields: FormField[]): FormDefinition => ({
  key: 'test',
  version: 1,
  title,
  sections: [
    { name: 's', title },
    { name: 't', title },
  ],
  fields,
})
const shown = (definition: FormDefinition) =>
  shownOrder(definition)
    .map((at) => definition.fields[at]!)
    .map(({ name, section = '-' }) => `${section}${name}`)
    .join(' ')

test('A field moves among its neighbours as they are shown, and over the edge into the next section', () => {
  const start = form(field('a'), field('x', { section: 's' }), field('b'), field('y', { section: 't' }))
  assert.equal(shown(start), '-a -b sx ty')
  const once = moveBy(start, [2], -1)
  assert.equal(shown(once.definition), '-b -a sx ty')
  const into = moveBy(start, [2], 1)
  assert.equal(shown(into.definition), '-a sb sx ty')
  assert.equal(into.definition.fields[into.path[0]]!.name, 'b')
  const back = moveBy(into.definition, into.path, -1)
  assert.equal(shown(back.definition), '-a -b sx ty')
  assert.equal(shown(moveBy(start, [3], 1).definition), '-a -b sx ty', 'the last stays')
})

test('A dragged field stands before or after the one it was dropped on, in its section', () => {
  const start = form(field('a'), field('b'), field('y', { section: 't' }))
  assert.equal(shown(moveTo(start, 0, 2, -1).definition), '-b ta ty')
  assert.equal(shown(moveTo(start, 2, 0, 1).definition), '-a -y -b')
})

test('Copies and new fields get names nobody has; columns follow the same acts', () => {
  const start = form(field('a1'), { name: 't', type: 'table', title, columns: [field('c') as never] })
  assert.equal(duplicateAt(start, [0]).definition.fields[1]!.name, 'a3')
  assert.equal(blankField('choice', title, ['field1', 'field3']).name, 'field4')
  const added = addColumn(start, 1, blankField('text', title, ['c']) as never)
  assert.deepEqual(added.path, [1, 1])
  const moved = moveBy(added.definition, added.path, -1)
  assert.deepEqual(
    (moved.definition.fields[1] as { columns: FormField[] }).columns.map(({ name }) => name),
    ['field2', 'c'],
  )
  assert.equal(removeAt(start, [1, 0]).fields[1]!.type, 'table')
  assert.deepEqual(insertAfter(start, null, field('z')).path, [2])
})

test('A renamed field is renamed in every expression and rule, but not in texts nor in other names', () => {
  const start: FormDefinition = {
    ...form(
      field('area'),
      field('mu', { computed: 'area * 0.0015 + areas', visibleWhen: 'kind = "area" and area > 1' }),
      {
        name: 'rows',
        type: 'table',
        title,
        columns: [field('area') as never, field('share', { computed: 'area / total' }) as never],
      },
      field('total', { computed: 'sum(rows.area)' }),
    ),
    rules: [{ name: 'r', holds: 'total <= area', message: title, field: 'area' }],
  }
  const renamed = renameField(start, [0], 'land')
  assert.equal(renamed.fields[1]!.computed, 'land * 0.0015 + areas')
  assert.equal(renamed.fields[1]!.visibleWhen, 'kind = "area" and land > 1')
  assert.equal(renamed.fields[3]!.computed, 'sum(rows.area)')
  assert.deepEqual(renamed.rules![0], { name: 'r', holds: 'total <= land', message: title, field: 'land' })
  const column = renameField(start, [2, 0], 'size')
  assert.equal(column.fields[3]!.computed, 'sum(rows.size)')
  assert.equal((column.fields[2] as { columns: FormField[] }).columns[1]!.computed, 'size / total')
  assert.equal(column.rules![0]!.holds, 'total <= area')
})

test('Two versions are told apart by what was added, removed, changed and moved', () => {
  const before = form(field('a'), field('b', { unit: 'm' }), field('c'))
  const after = form(field('new'), field('c'), field('b', { unit: 'm²' }))
  assert.deepEqual(
    compareDefinitions(before, after).map(({ kind, name, properties }) => [
      kind,
      name,
      properties.map((one) => one.property).join(),
    ]),
    [
      ['added', 'new', 'type,title'],
      ['changed', 'c', 'place'],
      ['changed', 'b', 'unit,place'],
      ['removed', 'a', ''],
    ],
  )
  assert.deepEqual(compareDefinitions(before, before), [])
})
