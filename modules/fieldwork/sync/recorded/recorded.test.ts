import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { Refusal } from '../../../../kernel/problems/problem.ts'
import { act, testFiles } from '../../../../testing/act.ts'
import { inRollback } from '../../../../testing/harness.ts'
import { sync } from '../../actions/sync.ts'
import { fieldStation } from '../../field.testing.ts'
import type { Operation } from '../../schema.ts'
import { formOf, patchesOf, photosOf } from '../field-work.ts'

/**
 * Batches as the pages of 22 and 27 November 2026 made them (commits d38ceea, f290ee0, 25edbc5, run on a database of their own):
 * who has one of these on a phone still gets rid of the work on it.
 */
type Recorded = { photos: string[]; batch: { deviceId: string; operations: Operation[] } }
const recorded = (version: number): Recorded =>
  JSON.parse(readFileSync(join(import.meta.dirname, `protocol-${version}.json`), 'utf8'))

for (const version of [1, 2, 3])
  test(`A day of work of a page that speaks protocol ${version} is taken whole, and the same once more changes nothing`, () =>
    inRollback(async (trx) => {
      const { madong, taskId, caseId } = await fieldStation(trx)
      const { photos, batch } = recorded(version)
      // The task of the recording takes the place of the one that was opened.
      await sql`set constraints all deferred`.execute(trx)
      await sql`delete from field_task_change where task_id = ${taskId}`.execute(trx)
      await sql`alter table task disable trigger all`.execute(trx).catch(() => undefined)
      await sql`update task set id = ${batch.operations[0]!.taskId} where id = ${taskId}`.execute(trx)
      for (const photo of photos) await testFiles.put(Buffer.from(photo, 'base64'))
      const { answers } = await act(trx, madong, sync, batch)
      const rest = answers.slice(0, -1)
      assert.deepEqual(
        rest.map(({ status }) => status),
        Array(8).fill('applied'),
        JSON.stringify(answers),
      )
      const [patch] = await patchesOf(trx, caseId)
      assert.deepEqual([patch!.DLBM, patch!.note, patch!.revision], ['0702', '宅基地两栋', 2])
      assert.deepEqual((await formOf(trx, caseId)).values, { use: '住宅', floors: 2 })
      const kept = await photosOf(trx, caseId)
      assert.deepEqual(
        [kept.length, kept[0]!.live, kept[0]!.kind],
        [4, version < 3 ? null : true, version < 3 ? null : 'near'],
      )
      const again = await act(trx, madong, sync, batch)
      assert.deepEqual(JSON.parse(JSON.stringify(again.answers)), JSON.parse(JSON.stringify(answers)))
    }))

test('A page older or newer than what is understood is told what to do; nothing of it is taken or lost', () =>
  inRollback(async (trx) => {
    const { madong } = await fieldStation(trx)
    const { batch } = recorded(1)
    const sent = (protocol: number) => act(trx, madong, sync, { ...batch, protocol })
    const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.problem.code === code
    await assert.rejects(sent(0), refused('fieldwork.sync.too-old'))
    await assert.rejects(sent(5), refused('fieldwork.sync.too-new'))
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from field_operation`.execute(trx)
    assert.equal(rows[0]!.n, 0)
  }))
