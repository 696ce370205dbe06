import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { committedDatabase, inRollback } from '../../testing/harness.ts'
import { inTransaction, json } from './database.ts'

const AT = new Date('2026-11-22T08:06:32.123Z')
const BYTES = new Uint8Array([0, 1, 254, 255])

/** SQL expression, and what it must be in TypeScript on either engine. */
const values: [string, unknown][] = [
  ['9007199254740991::bigint', 9007199254740991],
  ['12345.67::numeric(12,2)', 12345.67],
  ['0.1::float8', 0.1],
  ["'2026-02-28'::date", '2026-02-28'],
  ["'2026-11-22 16:06:32.123+08'::timestamptz", AT],
  ["'2026-11-22 08:06:32.123'::timestamp", AT],
  ["'3 days 04:05:06'::interval", '3 days 04:05:06'],
  ["'\\x0001feff'::bytea", BYTES],
  ['\'{"a": [1, "二", null]}\'::jsonb', { a: [1, '二', null] }],
  ["'[1, 2]'::json", [1, 2]],
  ['true', true],
  ["'0198a0b0-0000-7000-8000-000000000000'::uuid", '0198a0b0-0000-7000-8000-000000000000'],
  ['null::bigint', null],
  ['array[1, null]::bigint[]', [1, null]],
  ['array[1.5, 2.25]::numeric[]', [1.5, 2.25]],
  ["array['2026-02-28']::date[]", ['2026-02-28']],
  ["array['2026-11-22 16:06:32.123+08']::timestamptz[]", [AT]],
  ["array['\\x0001feff']::bytea[]", [BYTES]],
  ["array['田, 坎', '\"']::text[]", ['田, 坎', '"']],
  ['array[\'{"a": 1}\']::jsonb[]', [{ a: 1 }]],
  ["'{}'::bigint[]", []],
]

for (const [expression, expected] of values) {
  test(`${expression} arrives the same on every engine`, () =>
    inRollback(async (trx) => {
      const { rows } = await sql.raw<{ value: unknown }>(`select ${expression} as value`).execute(trx)
      assert.deepEqual(rows[0]?.value, expected)
    }))
}

test('values go in as they come out', () =>
  inRollback(async (trx) => {
    const { rows } = await sql<Record<string, unknown>>`select ${AT}::timestamptz as at, ${BYTES}::bytea as bytes,
      ${json([{ a: 1 }])} as list, ${[1, 2]}::bigint[] as ids, ${['a', 'b,"']}::text[] as names,
      ${'2026-02-28'}::date as day, ${12.34}::numeric as area`.execute(trx)
    const expected = { at: AT, bytes: BYTES, list: [{ a: 1 }], ids: [1, 2], names: ['a', 'b,"'], day: '2026-02-28' }
    assert.deepEqual(rows[0], { ...expected, area: 12.34 })
  }))

test('a database error carries PostgreSQL’s code and constraint', () =>
  inRollback(async (trx) => {
    const twice = sql`insert into area (code, name, level) values ('1', 'a', 'town'), ('1', 'b', 'town')`
    await assert.rejects(twice.execute(trx), { code: '23505', constraint: 'area_pkey' })
  }))

test('a transaction that throws leaves nothing, and the next one is unharmed', async () => {
  const { db } = await committedDatabase()
  const failing = inTransaction(db, async (trx) => {
    await sql`insert into area (code, name, level) values ('990', 'a', 'town')`.execute(trx)
    await sql`select nothing_like_this()`.execute(trx)
  })
  await assert.rejects(failing, /nothing_like_this/)
  const { rows } = await inTransaction(db, (trx) => sql`select 1 from area where code = '990'`.execute(trx))
  assert.equal(rows.length, 0)
})

test('db inside a transaction is refused on the embedded engine instead of waiting for ever', async (t) => {
  const { db, engine } = await committedDatabase()
  if (engine !== 'embedded') return t.skip('PostgreSQL has connections to spare')
  await assert.rejects(
    inTransaction(db, () => sql`select 1`.execute(db)),
    /pass trx on instead/,
  )
})

test('a held connection keeps what belongs to its session', async () => {
  const { hold } = await committedDatabase()
  const rows = await hold(async (exec) => {
    await exec('create temporary table held (a int)')
    await exec('insert into held values (1); insert into held values (2)')
    const answer = await exec('select count(*) as n from held')
    await exec('drop table held')
    return answer
  })
  assert.deepEqual(rows, [{ n: 2 }])
})
