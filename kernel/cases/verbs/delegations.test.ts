import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../../testing/harness.ts'
import { can, type Person } from '../../identity/can.ts'
import { loadPerson } from '../../identity/people.ts'
import { atConsultation, taskAt } from '../approval.testing.ts'
import { claim } from '../claim.ts'
import { endPassedDelegations } from '../clocks/remind.ts'
import { completeTask, returnTask } from '../complete-task.ts'
import { type County, county, openSurvey, openTaskOf } from '../county.testing.ts'
import { history } from '../history.ts'
import { worklist } from '../lists/worklist.ts'
import { readTask } from '../standing.ts'
import { noticesFor } from '../talk/notices.testing.ts'
import { withdraw } from '../withdraw.ts'
import { delegationsFor, endDelegation, grantDelegation, type NewDelegation } from './delegations.ts'

const story = (tell: (here: County) => Promise<void>) => () => inRollback(async (trx) => tell(await county(trx)))
const refusal = (code: string) => ({ name: 'Refusal', message: new RegExp(`^${code} `) })
const on = (day: string) => new Date(`${day}T09:00:00+08:00`)

const away = (who: Person, to: Person, more: Partial<NewDelegation> = {}): NewDelegation => ({
  person: who.id,
  to: to.id,
  from: '2026-11-16',
  until: '2026-11-20',
  reason: '出差',
  ...more,
})

/** The person as they sign in on that day. */
const onDay = async ({ trx }: County, { id }: Person, day = '2026-11-17') => (await loadPerson(trx, id, on(day)))!

async function atSurvey(here: County, areaCode = '610799102') {
  const { id, task } = await openSurvey(here, { areaCode })
  await completeTask(here.as(here.fang), task.id, { outcome: 'field', data: { conclusion: '待查' } })
  return { id, task: await openTaskOf(here, id) }
}

test(
  'Qiang is away and Fang stands in: she sees his pool and what is his by name, does it in his place, and the history says both names',
  story(async (here) => {
    const [pool, own] = [await atSurvey(here), await atSurvey(here)]
    await claim(here.as(here.qiang), own.task.id)
    await grantDelegation(here.as(here.qiang), away(here.qiang, here.fang))
    const fang = await onDay(here, here.fang)
    assert.deepEqual(
      (await worklist(here.as(fang), { box: 'todo' })).items.map(({ id, onBehalfOf }) => [id, onBehalfOf?.name]),
      [[pool.task.id, '李强']],
    )
    assert.deepEqual(
      (await worklist(here.as(fang), { box: 'doing' })).items.map(({ id, onBehalfOf }) => [id, onBehalfOf?.name]),
      [[own.task.id, '李强']],
    )
    await claim(here.as(fang), pool.task.id)
    await completeTask(here.as(fang), pool.task.id, { data: { DLBM: '0101' } })
    const done = await readTask(here, pool.task.id)
    assert.deepEqual([done.done_by, done.on_behalf_of], [fang.id, here.qiang.id])
    const acts = (await history(here, pool.id)).filter(({ taskId }) => taskId === pool.task.id)
    assert.deepEqual(
      acts.map(({ verb, by, detail }) => [verb, by?.name, (detail.onBehalfOf as { name: string }).name]),
      [
        ['claim', '王芳', '李强'],
        ['complete', '王芳', '李强'],
      ],
    )
    await completeTask(here.as(fang), own.task.id, { data: { DLBM: '0101' } })
    assert.equal((await readTask(here, own.task.id)).on_behalf_of, here.qiang.id)
  }),
)

test(
  'Only within the days, the business and the area that were lent, and nothing but casework',
  story(async (here) => {
    const town = await atSurvey(here, '610799101')
    const other = await atSurvey(here, '610799102')
    await grantDelegation(here.as(here.qiang), away(here.qiang, here.fang, { area: '610799101', business: 'landuse' }))
    await grantDelegation(here.as(here.min), away(here.min, here.fang, { business: 'cadastre' }))
    const fang = await onDay(here, here.fang)
    await assert.rejects(claim(here.as(fang), other.task.id), refusal('cases.task.not-in-pool'))
    await claim(here.as(fang), town.task.id)
    assert.ok(!can({ ...fang, rights: fang.rights.filter((one) => one.standInFor) }, 'casework.delegation.grant'))
    for (const day of ['2026-11-15', '2026-11-21']) {
      const then = await onDay(here, here.fang, day)
      assert.ok(
        then.rights.every(({ standInFor }) => standInFor === undefined),
        day,
      )
    }
  }),
)

test(
  'What keeps Qiang from a step keeps his stand-in from doing it in his place, and the other way round',
  story(async (here) => {
    const { id } = await atConsultation(here)
    await completeTask(here.as(here.qiang), (await taskAt(here, id, 'survey')).id, {})
    for (const signer of [here.qiang, here.min])
      await completeTask(here.as(signer), (await taskAt(here, id, 'consult', signer)).id, { outcome: 'agree' })
    const approve = await taskAt(here, id, 'approve')
    // Fang filed the case herself: she cannot help Min, who has nothing to do with it.
    await grantDelegation(here.as(here.min), away(here.min, here.fang))
    const fang = await onDay(here, here.fang)
    await assert.rejects(completeTask(here.as(fang), approve.id, {}), refusal('cases.separation-of-duties.own-case'))
    // Tao did nothing, but he would act for Min, who is made the surveyor of another case.
    const second = await atConsultation(here)
    await completeTask(here.as(here.min), (await taskAt(here, second.id, 'survey')).id, {})
    for (const signer of [here.qiang, here.li])
      await completeTask(here.as(signer), (await taskAt(here, second.id, 'consult', signer)).id, { outcome: 'agree' })
    await grantDelegation(here.as(here.min), away(here.min, here.tao))
    const tao = await onDay(here, here.tao)
    await assert.rejects(
      completeTask(here.as(tao), (await taskAt(here, second.id, 'approve')).id, {}),
      refusal('cases.separation-of-duties.principal'),
    )
  }),
)

test(
  'A survey done in Qiang’s place keeps both from its review, and comes back to Qiang when it is returned',
  story(async (here) => {
    const { id, task } = await atSurvey(here)
    await grantDelegation(here.as(here.qiang), away(here.qiang, here.li))
    const li = await onDay(here, here.li)
    await completeTask(here.as(li), task.id, { data: { DLBM: '0101' } })
    const review = await openTaskOf(here, id)
    await assert.rejects(completeTask(here.as(here.li), review.id, {}), refusal('cases.separation-of-duties'))
    await returnTask(here.as(here.min), review.id, { to: 'previous', reason: '照片不清' })
    assert.equal((await openTaskOf(here, id)).assignee, here.qiang.id)
  }),
)

test(
  'Somebody who is asked to sign by name is signed for by the stand-in, once',
  story(async (here) => {
    const { id } = await atConsultation(here)
    await grantDelegation(here.as(here.min), away(here.min, here.fang))
    const fang = await onDay(here, here.fang)
    const mins = await taskAt(here, id, 'consult', here.min)
    await completeTask(here.as(fang), mins.id, { outcome: 'agree' })
    await assert.rejects(completeTask(here.as(here.min), mins.id, { outcome: 'agree' }), /already-done.*王芳/)
    await withdraw(here.as(here.min), mins.id)
    assert.equal((await taskAt(here, id, 'consult', here.min)).state, 'claimed')
  }),
)

test(
  'Back a day early, Qiang ends it: what Fang still holds for him is his again; over, it ends by itself',
  story(async (here) => {
    const [one, two] = [await atSurvey(here), await atSurvey(here)]
    const id = await grantDelegation(here.as(here.qiang), away(here.qiang, here.fang))
    const fang = await onDay(here, here.fang)
    await claim(here.as(fang), one.task.id)
    assert.equal(await endDelegation(here.as(here.qiang, on('2026-11-19')), id), 1)
    const back = await readTask(here, one.task.id)
    assert.deepEqual([back.assignee, back.on_behalf_of, back.state], [here.qiang.id, null, 'claimed'])
    await assert.rejects(endDelegation(here.as(here.qiang), id), refusal('cases.delegation.over'))
    await grantDelegation(here.as(here.qiang), away(here.qiang, here.fang))
    await claim(here.as(await onDay(here, here.fang)), two.task.id)
    assert.equal(await endPassedDelegations(here.as(null, on('2026-11-20'))), 0)
    assert.equal(await endPassedDelegations(here.as(null, on('2026-11-21'))), 1)
    assert.equal(await endPassedDelegations(here.as(null, on('2026-11-21'))), 0)
    assert.equal((await readTask(here, two.task.id)).assignee, here.qiang.id)
    const listed = await delegationsFor(here.as(here.qiang, on('2026-11-21')), [])
    assert.deepEqual(
      listed.map(({ state, to }) => [state, to.name]),
      [
        ['ended', '王芳'],
        ['ended', '王芳'],
      ],
    )
  }),
)

test(
  'Qiang claims back from his stand-in what is his',
  story(async (here) => {
    const { task } = await atSurvey(here)
    await grantDelegation(here.as(here.qiang), away(here.qiang, here.fang))
    await claim(here.as(await onDay(here, here.fang)), task.id)
    const back = await claim(here.as(here.qiang), task.id)
    assert.deepEqual([back.assignee, back.on_behalf_of], [here.qiang.id, null])
  }),
)

test(
  'Refused: oneself, the past, turned days, the same twice, and somebody who is away; the stand-in is told',
  story(async (here) => {
    const grant = (more: Partial<NewDelegation>) =>
      grantDelegation(here.as(here.qiang), away(here.qiang, here.fang, more))
    await assert.rejects(grant({ to: here.qiang.id }), refusal('cases.delegation.self'))
    await assert.rejects(grant({ from: '2026-11-15' }), refusal('cases.delegation.begun'))
    await assert.rejects(grant({ from: '2026-11-21' }), refusal('cases.delegation.ends-before'))
    await assert.rejects(grant({ to: here.qiang.organisation.id }), refusal('cases.delegation.unknown-person'))
    await grant({})
    await assert.rejects(grant({ from: '2026-11-20', until: '2026-11-30' }), refusal('cases.delegation.already'))
    await assert.rejects(
      grantDelegation(here.as(here.min), away(here.min, here.qiang)),
      refusal('cases.delegation.away'),
    )
    await grantDelegation(here.as(here.min), away(here.min, here.qiang, { from: '2026-11-21', until: '2026-11-22' }))
    const { rows } = await noticesFor(here.as(here.fang))
    assert.deepEqual(
      rows.map(({ kind, caseId, params }) => [kind, caseId, params.by]),
      [['standIn', null, '李强']],
    )
  }),
)
