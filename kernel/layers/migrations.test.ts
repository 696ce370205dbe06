import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inRollback } from '../../testing/harness.ts'
import { columnOf, tableOf } from './definition.ts'
import { layers } from './registry.ts'
import { columnType } from './table-sql.ts'

const versioning = ['id', 'version', 'valid_from', 'valid_to', 'made_by', 'ended_by', 'geom']

test('every layer has a table whose columns are those of its definition', () =>
  inRollback(async (trx) => {
    for (const layer of layers) {
      const { rows } = await sql<{ name: string; type: string }>`
        select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
        where attrelid = ${tableOf(layer)}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(trx)
      const found = rows.filter(({ name }) => !versioning.includes(name))
      const expected = layer.fields.map((field) => ({ name: columnOf(field), type: written(columnType(field)) }))
      assert.deepEqual(found, expected, layer.name)
      assert.equal(rows.find(({ name }) => name === 'geom')?.type, `geometry(${layer.geometry},${layer.srid})`)
    }
  }))

test('a definition names only fields it has', () => {
  for (const layer of layers) {
    const names = layer.fields.map((field) => field.name)
    const { identityField, numberField, numberWithin, areaField, areaCodeField, style } = layer
    for (const name of [identityField, numberField, numberWithin, areaField, areaCodeField, style.field, style.label]) {
      if (name) assert.ok(names.includes(name), `${layer.name} has no field ${name}`)
    }
    assert.equal(new Set(names).size, names.length, `${layer.name} names a field twice`)
  }
})

const written = (type: string) => type.replace(/^varchar/, 'character varying')
