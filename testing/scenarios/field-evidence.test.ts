// SH088 SH089 SH091: a case goes out to a phone and comes back with its evidence.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sync } from '../../modules/fieldwork/actions/sync.ts'
import { dayOfWork } from '../../modules/fieldwork/field.testing.ts'
import { chainOperations } from '../../modules/fieldwork/rules/operation-hash.ts'
import { dispatchField } from '../../modules/landuse/survey/actions/dispatch-field.ts'
import { returnReview } from '../../modules/landuse/survey/actions/return-review.ts'
import { viewReview } from '../../modules/landuse/survey/queries/view-review.ts'
import { sorted } from '../../modules/landuse/survey/sorted-case.testing.ts'
import { runServiceJobs, standsAt, station } from '../../modules/landuse/survey/station.testing.ts'
import { act, ask } from '../act.ts'
import { inRollback } from '../harness.ts'

test('Ma Dong is sent out, brings the evidence back, and Sun sees his photos with place and direction', () =>
  inRollback(async (trx) => {
    const here = await station(trx)

    const { lin, madong, sun } = here
    const { caseId } = await sorted(here, 'field')
    await act(trx, lin, dispatchField, { caseIds: [caseId], person: madong.id })
    const { taskId, assignee } = (await standsAt(trx, caseId))!
    assert.equal(assignee, madong.id)
    const { answers } = await act(trx, madong, sync, {
      deviceId: 'phone-of-madong',
      operations: chainOperations(await dayOfWork(taskId)),
    })
    assert.ok(
      answers.every(({ status }) => status === 'applied'),
      JSON.stringify(answers),
    )
    await runServiceJobs(trx)
    assert.equal((await standsAt(trx, caseId))!.step, 'review')
    const review = await ask(trx, sun, viewReview, { caseId })
    assert.deepEqual([review.photos.length, review.patches[0]!.DLBM, review.survey!.way], [4, '0702', 'field'])
    assert.ok(review.photos.every(({ position, azimuth }) => position !== null && azimuth !== null))
    await act(trx, sun, returnReview, { caseId, opinion: '请补拍北侧' })
    assert.equal((await standsAt(trx, caseId))!.step, 'field')
  }))
