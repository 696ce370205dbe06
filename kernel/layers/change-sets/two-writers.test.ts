import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { committedDatabase } from '../../../testing/harness.ts'
import { type Db, inTransaction } from '../../db/database.ts'
import { Refusal } from '../../problems/problem.ts'
import { readFeatures } from '../read-features.ts'
import { at, loadRow } from '../sample-patches.testing.ts'
import { addItems } from './add-items.ts'
import { applyChangeSet } from './apply.ts'
import { checkChangeSet } from './check.ts'
import { createChangeSet } from './create.ts'

// Commits for real: the database is this file's own. On the embedded engine the two simply queue for its one connection.
test('two officers apply changes to one patch at the same moment: one wins, the other is told', async () => {
  const { db } = await committedDatabase('two_writers')
  await inTransaction(db, (trx) => loadRow(trx, 1))
  const sets = [await draft(db, 'lin'), await draft(db, 'wang')]
  const results = await Promise.allSettled(
    sets.map((id) => inTransaction(db, (trx) => applyChangeSet(trx, id, at(12)))),
  )
  const lost = results.filter((result) => result.status === 'rejected').map((result) => result.reason)
  assert.equal(lost.length, 1)
  assert.ok(lost[0] instanceof Refusal)
  assert.equal(lost[0].problem.code, 'layers.change-set.moved')
  const [current] = await inTransaction(db, (trx) => readFeatures(trx, 'DLTB'))
  assert.equal(current!.version, 2)
  assert.notEqual(current!.attributes.BZ, lost[0].problem.params?.by === 'lin' ? 'wang' : 'lin')
})

test('an apply that dies half-way leaves nothing behind', async () => {
  const { db } = await committedDatabase('two_writers')
  const set = await draft(db, 'zhao')
  await assert.rejects(
    inTransaction(db, async (trx) => {
      await applyChangeSet(trx, set, at(30))
      await sql`select 1 / 0`.execute(trx)
    }),
  )
  await inTransaction(db, async (trx) => {
    const [current] = await readFeatures(trx, 'DLTB')
    assert.notEqual(current!.attributes.BZ, 'zhao')
    await applyChangeSet(trx, set, at(31))
    assert.equal((await readFeatures(trx, 'DLTB'))[0]!.attributes.BZ, 'zhao')
  })
})

const draft = (db: Db, by: string) =>
  inTransaction(db, async (trx) => {
    const [first] = await readFeatures(trx, 'DLTB')
    const id = await createChangeSet(trx, { title: '变更', by, now: at(10) })
    const base = { featureId: first!.id, baseVersion: first!.version }
    await addItems(trx, id, [{ layer: 'DLTB', kind: 'modify', ...base, attributes: { BZ: by } }])
    assert.equal((await checkChangeSet(trx, id, at(11))).state, 'checked')
    return id
  })
