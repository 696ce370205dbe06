import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inRollback } from '../../testing/harness.ts'
import type { Trx } from '../db/database.ts'
import { verifyAudit, writeAudit } from './audit.ts'

const key = new Uint8Array(32).fill(7)
const at = new Date('2026-11-22T08:00:00.123Z')

async function threeRows(trx: Trx): Promise<void> {
  for (const subject of ['case:1', 'case:2', 'case:3']) {
    await writeAudit(trx, { at, person: null, verb: 'landuse.clue.screen', subject, after: { area: 12.34 } }, key)
  }
  await sql`alter table audit disable trigger audit_append_only`.execute(trx)
}

const cases: [string, string, object | undefined][] = [
  ['an untouched chain verifies', 'select 1', undefined],
  [
    'an edited record is found',
    `update audit set record = jsonb_set(record, '{after,area}', '99') where sequence = 2`,
    { kind: 'edited', sequence: 2 },
  ],
  [
    'an edited search column is found',
    `update audit set subject = 'case:9' where sequence = 1`,
    { kind: 'edited', sequence: 1 },
  ],
  ['a dropped row is found', 'delete from audit where sequence = 2', { kind: 'dropped', sequence: 2 }],
  ['dropped last rows are found', 'delete from audit where sequence > 1', { kind: 'cut', sequence: 2 }],
  [
    'a forged mac is found',
    `update audit set mac = repeat('0', 64) where sequence = 3`,
    { kind: 'edited', sequence: 3 },
  ],
]

for (const [title, tampering, fault] of cases) {
  test(title, () =>
    inRollback(async (trx) => {
      await threeRows(trx)
      await sql.raw(tampering).execute(trx)
      assert.deepEqual(await verifyAudit(trx, key), fault)
    }),
  )
}

test('the database itself refuses to change an audit row', () =>
  inRollback(async (trx) => {
    await writeAudit(trx, { at, person: null, verb: 'x', subject: 'y' }, key)
    await assert.rejects(sql`delete from audit`.execute(trx), /append only/)
  }))
