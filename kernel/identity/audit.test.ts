import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { committedDatabase, inRollback } from '../../testing/harness.ts'
import { inTransaction, type Trx } from '../db/database.ts'
import { STRAND_SIZE, writeAudit } from './audit.ts'
import { chainLength, verifyAudit } from './verify-audit.ts'

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
    'dropped last rows are found though the head was set back to match',
    `delete from audit where sequence > 1; update audit_head set (sequence, hash) = (select sequence, hash from audit)`,
    { kind: 'cut', sequence: 2 },
  ],
  [
    'and though the head was given the mac of the row it stands on',
    `delete from audit where sequence > 1; update audit_head set (sequence, hash, mac) = (select sequence, hash, mac from audit)`,
    { kind: 'cut', sequence: 2 },
  ],
  [
    'a row put in behind the end is found',
    `insert into audit select 9, at, person, verb, subject, record, previous_hash, hash, mac from audit where sequence = 3`,
    { kind: 'edited', sequence: 9 },
  ],
  [
    'two rows that changed places are found',
    `update audit set sequence = case sequence when 2 then 30 when 3 then 20 else sequence end;
     update audit set sequence = sequence / 10 where sequence > 3`,
    { kind: 'edited', sequence: 2 },
  ],
  ['a chain without its end is found', 'delete from audit_head', { kind: 'edited', sequence: 1 }],
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
      for (const statement of tampering.split(';')) await sql.raw(statement).execute(trx)
      assert.deepEqual(await verifyAudit(trx, key), fault)
    }),
  )
}

test('the database itself refuses to change an audit row', () =>
  inRollback(async (trx) => {
    await writeAudit(trx, { at, person: null, verb: 'x', subject: 'y' }, key)
    await assert.rejects(sql`delete from audit`.execute(trx), /append only/)
  }))

test('nor to empty the whole audit', () =>
  inRollback((trx) => assert.rejects(sql`truncate audit`.execute(trx), /append only/)))

test('people who act at the same moment make one chain', async () => {
  const { db } = await committedDatabase()
  const before = await inTransaction(db, chainLength)
  const write = (i: number) =>
    inTransaction(db, (trx) => writeAudit(trx, { at, person: null, verb: 'x', subject: `case:${i}` }, key))
  await Promise.all(Array.from({ length: 24 }, (_, i) => write(i)))
  // Others of this file may have written with another key: the hashes alone tell of the order.
  assert.equal(await inTransaction(db, (trx) => verifyAudit(trx)), undefined)
  assert.equal(await inTransaction(db, chainLength), before + 24)
})

test('the chain is found whole while others go on writing', async () => {
  const { db } = await committedDatabase()
  const write = () => inTransaction(db, (trx) => writeAudit(trx, { at, person: null, verb: 'x', subject: 'y' }, key))
  const writing = Promise.all(Array.from({ length: 12 }, write))
  for (let i = 0; i < 4; i++) assert.equal(await inTransaction(db, (trx) => verifyAudit(trx)), undefined)
  await writing
})

/** Somebody else holds the end of strand 0 at that moment. */
async function writeBeside(trx: Trx): Promise<void> {
  const { rows } = await sql<{ sequence: number; hash: string; mac: string | null }>`delete from audit_head
    where strand = 0 returning sequence, hash, mac`.execute(trx)
  await writeAudit(trx, { at, person: null, verb: 'x', subject: 'case:beside' }, key)
  const { sequence, hash, mac } = rows[0]!
  await sql`insert into audit_head values (${sequence}, ${hash}, ${mac}, 0)`.execute(trx)
}

test('a strand cut back to nothing, its end with it, is missed by the row of another strand that names it', () =>
  inRollback(async (trx) => {
    await writeBeside(trx)
    await threeRows(trx)
    assert.equal(await verifyAudit(trx, key), undefined)
    assert.equal(await chainLength(trx), 4)
    const first = STRAND_SIZE + 1
    await sql`delete from audit where sequence = ${first}`.execute(trx)
    assert.deepEqual(await verifyAudit(trx, key), { kind: 'cut', sequence: first })
    await sql`update audit_head set sequence = ${STRAND_SIZE}, hash = repeat('0', 64), mac = null where strand = 1`.execute(
      trx,
    )
    assert.deepEqual(await verifyAudit(trx, key), { kind: 'cut', sequence: first })
  }))

test('who acts while others are in the middle of their acts does not wait for them', async (t) => {
  const { db, engine } = await committedDatabase()
  if (engine === 'embedded') return t.skip('the embedded engine has one connection')
  const write = (meanwhile: () => Promise<void>) =>
    inTransaction(db, async (trx) => {
      await writeAudit(trx, { at, person: null, verb: 'x', subject: 'y' }, key)
      await meanwhile()
    })
  await write(() => write(() => write(async () => {})))
  assert.equal(await inTransaction(db, (trx) => verifyAudit(trx)), undefined)
})
