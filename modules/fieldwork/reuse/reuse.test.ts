import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openCase } from '../../../kernel/cases/open-case.ts'
import { plot } from '../../../kernel/layers/sample-patches.testing.ts'
import { act, ask } from '../../../testing/act.ts'
import { inRollback } from '../../../testing/harness.ts'
import { settle } from '../../../testing/people.ts'
import { sync } from '../actions/sync.ts'
import { dayOfWork, fieldStation } from '../field.testing.ts'
import { chainOperations } from '../rules/operation-hash.ts'
import { photosOf } from '../sync/field-work.ts'
import { listReusablePhotos } from './reusable-photos.ts'
import { reusePhotos } from './reuse-photos.ts'

test('Photos that stand near another range and look at it are offered and taken over; those that look away are not', () =>
  inRollback(async (trx) => {
    const { madong, taskId, caseId, work } = await fieldStation(trx)
    await act(trx, madong, sync, { deviceId: 'phone-of-madong', operations: chainOperations(await dayOfWork(taskId)) })
    // Photos were taken at (60, 50) looking in all four directions; the other range lies to the east of it.
    const other = await openCase(work, 'test.field', {
      title: '东侧',
      areaCode: '610799101201',
      scope: plot(80, 20, 180, 80),
    })
    const { rows } = await ask(trx, madong, listReusablePhotos, { caseId: other.id })
    assert.deepEqual(
      rows.map(({ azimuth, distance }) => [azimuth, distance]),
      [[90, 20]],
    )
    await act(trx, madong, reusePhotos, { caseId: other.id, photoIds: rows.map(({ photoId }) => photoId) })
    const [taken] = await photosOf(trx, other.id)
    assert.deepEqual([taken!.reusedFrom, taken!.person, taken!.azimuth], [caseId, '马东', 90])
    assert.deepEqual((await ask(trx, madong, listReusablePhotos, { caseId: other.id })).rows, [])
    const stranger = await settle(trx, { name: '外人', verbs: ['fieldwork.*'], area: '6108' })
    await assert.rejects(
      act(trx, stranger, reusePhotos, { caseId: other.id, photoIds: [rows[0]!.photoId] }),
      /no-right/,
    )
  }))
