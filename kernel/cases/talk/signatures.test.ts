import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../../testing/harness.ts'
import { completeTask, returnTask } from '../complete-task.ts'
import { type County, county, openTaskOf, surveyProcess } from '../county.testing.ts'
import { openCase } from '../open-case.ts'
import { publishProcess } from '../publish-process.ts'
import { viewTasks } from '../view-case.ts'
import { opinionsOf } from './opinions.ts'
import { endSignature, keepSignature, ownSignature } from './signatures.ts'

const refusal = (code: string) => ({ name: 'Refusal', message: new RegExp(`^${code} `) })
const stroke = (path: string) => ({ path, width: 600, height: 200 })
const noon = new Date('2026-11-16T04:00:00Z')

/** Screened and surveyed; the review is signed. */
async function atReview(here: County) {
  await publishProcess(here.trx, { ...surveyProcess, key: 'test.signed', signed: ['review'] }, null, noon)
  const { id, tasks } = await openCase(here.as(here.fang), 'test.signed', { title: '图斑', areaCode: '610799102' })
  await completeTask(here.as(here.fang), tasks[0]!.id, { outcome: 'field', data: { conclusion: '待查' } })
  await completeTask(here.as(here.qiang), (await openTaskOf(here, id)).id, { data: { DLBM: '0101' } })
  return { id, task: (await openTaskOf(here, id)).id }
}

const story = (tell: (here: County) => Promise<void>) => () => inRollback(async (trx) => tell(await county(trx)))

test(
  'What Li decides carries her signature of that day, whatever she draws later and whether she still agrees to its use',
  story(async (here) => {
    const { id, task } = await atReview(here)
    const approve = (opinion?: string) =>
      completeTask(here.as(here.li), task, { outcome: 'approve', ...(opinion && { opinion }) })
    await assert.rejects(approve('同意'), refusal('cases.signature.none'))
    await keepSignature(here.as(here.li), stroke('M10 10l20 5'))
    await assert.rejects(approve(), refusal('cases.signature.no-opinion'))
    await approve('同意')
    await keepSignature(here.as(here.li), stroke('M90 90l5 5'))
    await endSignature(here.as(here.li))
    assert.equal(await ownSignature(here.as(here.li)), undefined)
    assert.deepEqual(
      (await opinionsOf(here, id)).map(({ by, signature }) => [by.name, signature]),
      [['孙丽', stroke('M10 10l20 5')]],
    )
  }),
)

test(
  'Only where the step asks, and not under a return; what is not drawn is no signature, and a step there is not cannot ask',
  story(async (here) => {
    const { id, task } = await atReview(here)
    const signed = (await viewTasks(here.as(here.li), id)).map((one) => [one.step, one.signed])
    assert.deepEqual(signed, [
      ['review', true],
      ['survey', false],
      ['screen', false],
    ])
    await returnTask(here.as(here.li), task, { to: 'previous', reason: '缺照片' })
    assert.equal((await opinionsOf(here, id))[0]?.signature, null)
    await assert.rejects(
      keepSignature(here.as(here.li), stroke('M0 0"/><script>')),
      refusal('cases.signature.not-drawn'),
    )
    await assert.rejects(
      publishProcess(here.trx, { ...surveyProcess, key: 'test.unsigned', signed: ['nowhere'] }, null, noon),
      refusal('cases.process.signature-of-unknown-step'),
    )
  }),
)
