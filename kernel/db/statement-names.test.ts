import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { committedDatabase, inRollback } from '../../testing/harness.ts'
import { inTransaction, type Trx } from './database.ts'
import { PREPARED } from './statement-names.ts'

/** Under one name, asked again and again with other values. */
const asked = async (trx: Trx, at: Date | null, bytes: Uint8Array, names: (string | null)[], data: unknown) => {
  const { rows } = await sql<
    Record<string, unknown>
  >`${PREPARED} select ${at}::timestamptz as at, ${bytes}::bytea as bytes,
    ${names}::text[] as names, ${JSON.stringify(data)}::jsonb as data, ${names.length}::int as many`.execute(trx)
  return rows[0]
}

test('a named statement takes and gives the same values as any other, time after time', () =>
  inRollback(async (trx) => {
    const at = new Date('2026-11-27T08:06:32.123Z')
    const first = [at, new Uint8Array([0, 255]), ['田, 坎', '"', null], { a: [1, '二', null] }] as const
    for (let k = 0; k < 8; k++) {
      const [when, bytes, names, data] = first
      const expected = { at: when, bytes, names: [...names], data, many: 3 }
      assert.deepEqual(await asked(trx, when, bytes, [...names], data), expected)
      assert.deepEqual(await asked(trx, null, new Uint8Array(), [], k), {
        ...{ at: null, bytes: new Uint8Array(), names: [], data: k, many: 0 },
      })
    }
  }))

test('one that fails says why, ends its transaction, and works in the next', async () => {
  const { db } = await committedDatabase()
  const halved = (by: number) =>
    inTransaction(db, async (trx) => {
      const { rows } = await sql<{ n: number }>`${PREPARED} select 12 / ${by}::int as n`.execute(trx)
      return rows[0]!.n
    })
  assert.equal(await halved(2), 6)
  await assert.rejects(halved(0), { code: '22012' })
  assert.equal(await halved(3), 4)
  const unknown = inTransaction(db, (trx) => sql`${PREPARED} select nothing_like_this()`.execute(trx))
  await assert.rejects(unknown, { code: '42883' })
  assert.equal(await halved(4), 3)
})

test('a named write says how many rows it changed', () =>
  inRollback(async (trx) => {
    const add = (code: string) =>
      sql`${PREPARED} insert into area (code, name, level) values (${code}, '甲', 'town')`.execute(trx)
    assert.equal((await add('990')).numAffectedRows, 1n)
    await add('991')
    const { numAffectedRows } = await sql`${PREPARED} update area set name = '乙' where name = ${'甲'}`.execute(trx)
    assert.equal(numAffectedRows, 2n)
  }))
