import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inRollback } from '../../testing/harness.ts'
import type { Trx } from '../db/database.ts'
import { tableOf } from './definition.ts'
import { layers } from './registry.ts'
import { createTableSql } from './table-sql.ts'

const columnsOf = async (trx: Trx, table: string) => {
  const { rows } = await sql<{ column: string }>`
    select attname || ' ' || format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end as column
    from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(
    trx,
  )
  return rows.map((row) => row.column)
}

test('every layer has the table its definition would write', () =>
  inRollback(async (trx) => {
    for (const layer of layers) {
      const fresh = { ...layer, name: `${layer.name}_fresh` }
      for (const statement of createTableSql(fresh).split(/;\s*/).filter(Boolean)) await sql.raw(statement).execute(trx)
      assert.deepEqual(await columnsOf(trx, tableOf(layer)), await columnsOf(trx, tableOf(fresh)), layer.name)
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
