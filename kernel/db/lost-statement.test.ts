import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inRollback } from '../../testing/harness.ts'

/** One edge lies along the other but for the last digits, so that GEOS must try a second way. */
const subject =
  'POLYGON((36500000.3 3650000.8000000003,36500001.199999996 3650001,36500000.5 3650001.2,36500000.3 3650000.8000000003))'
const other =
  'POLYGON((36500001.11142299 3650000.9803162217,36500000.49950039 3650000.8443334196,36500000.092441864 3650000.9610994,36500001.11142299 3650000.9803162217))'

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
