import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inRollback } from '../../testing/harness.ts'

/** One edge lies along the other but for the last digits, so that GEOS must try a second way. */
const subject = 'POLYGON((36500000.9 3650001,36500000.6 3650000.8,36500000.5 3650000.9,36500000.9 3650001))'
const other =
  'POLYGON((36500000.878428765 3650000.9856191757,36500000.63483232 3650000.8232215527,36500000.36222465 3650001.346138249,36500000.878428765 3650000.9856191757))'

test('a statement the embedded engine loses half-way is an error, never an empty answer', {
  skip: process.env.DATABASE_URL ? 'PostgreSQL does not lose it' : false,
}, async () => {
  const area = sql<number>`ST_Area(ST_Difference(${subject}::text::geometry, ${other}::text::geometry))`
  const lost = /lost the statement/
  await assert.rejects(
    inRollback((trx) => sql`select ${area} as area`.execute(trx)),
    lost,
  )
  const keep = inRollback(async (trx) => {
    await sql`create table rest (area float8)`.execute(trx)
    await sql`insert into rest select ${area}`.execute(trx)
  })
  await assert.rejects(keep, lost)
  const { rows } = await inRollback((trx) => sql`select 1 as one`.execute(trx))
  assert.deepEqual(rows, [{ one: 1 }])
})
