import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inRollback } from '../../testing/harness.ts'
import type { Person } from '../identity/can.ts'
import { grantRole, loadPerson } from '../identity/people.ts'
import type { CoSign } from '../process/model.ts'
import { atConsultation, openSteps, taskAt } from './approval.testing.ts'
import { claim, forceClaim, reassign, unclaim } from './claim.ts'
import { completeTask, sign as giveSignature, returnTask, sendStraightBack } from './complete-task.ts'
import { type County, county } from './county.testing.ts'
import { saveDraft } from './forms/drafts.ts'
import { addSigner, removeSigner } from './signers.ts'
import { readTask } from './standing.ts'
import { noticesFor } from './talk/notices.testing.ts'
import { opinionsOf } from './talk/opinions.ts'
import { viewTasks } from './view-case.ts'
import { withdraw } from './withdraw.ts'

const refusal = (code: string) => ({ name: 'Refusal', message: new RegExp(`^${code} `) })

const story = (coSign: Partial<CoSign>, tell: (here: County, id: string) => Promise<void>) => () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const { id } = await atConsultation(here, coSign)
    await completeTask(here.as(here.qiang), (await taskAt(here, id, 'survey')).id, {})
    await tell(here, id)
  })

const sign = async (here: County, id: string, person: Person, outcome: 'agree' | 'refuse') =>
  completeTask(here.as(person), (await taskAt(here, id, 'consult', person)).id, { outcome })

const told = async (here: County, person: Person) => (await noticesFor(here.as(person))).rows.map(({ kind }) => kind)

test(
  '会签, all: the consultation waits for the third, and one refusal is a veto',
  story({ need: 'all' }, async (here, id) => {
    await sign(here, id, here.qiang, 'agree')
    await sign(here, id, here.min, 'agree')
    assert.deepEqual(await openSteps(here, id), ['consult'])
    await sign(here, id, here.li, 'refuse')
    assert.deepEqual(await openSteps(here, id), ['approve'])
  }),
)

test(
  '会签, all: the first refusal decides, the others need not sign any more',
  story({ need: 'all' }, async (here, id) => {
    const lis = await taskAt(here, id, 'consult', here.li)
    await sign(here, id, here.qiang, 'refuse')
    assert.deepEqual(await openSteps(here, id), ['approve'])
    await assert.rejects(completeTask(here.as(here.li), lis.id, { outcome: 'agree' }), refusal('cases.task.cancelled'))
  }),
)

test(
  '会签, two of three: two are enough, and two refusals as well',
  story({ need: 2 }, async (here, id) => {
    await sign(here, id, here.qiang, 'refuse')
    await sign(here, id, here.min, 'agree')
    assert.deepEqual(await openSteps(here, id), ['consult'])
    await sign(here, id, here.li, 'agree')
    assert.deepEqual(await openSteps(here, id), ['approve'])
  }),
)

test(
  '会签 by ratio: with a fourth signer half of them are two',
  story({ need: { ratio: 0.5 } }, async (here, id) => {
    await addSigner(here.as(here.qiang), (await taskAt(here, id, 'consult', here.qiang)).id, here.fang.id)
    await sign(here, id, here.fang, 'agree')
    assert.deepEqual(await openSteps(here, id), ['consult', 'consult', 'consult'])
    await sign(here, id, here.li, 'agree')
    assert.deepEqual(await openSteps(here, id), ['approve'])
  }),
)

test(
  '或签: the first who agrees decides, and takes it back while nobody has claimed what follows',
  story({ need: 1 }, async (here, id) => {
    const mins = await taskAt(here, id, 'consult', here.min)
    await sign(here, id, here.min, 'agree')
    assert.deepEqual(await openSteps(here, id), ['approve'])
    await withdraw(here.as(here.min), mins.id)
    assert.equal((await taskAt(here, id, 'consult', here.min)).state, 'claimed')
    const again = await taskAt(here, id, 'consult', here.min)
    await sign(here, id, here.min, 'agree')
    await claim(here.as(here.li), (await taskAt(here, id, 'approve')).id)
    await assert.rejects(withdraw(here.as(here.min), again.id), refusal('cases.withdraw.next-has-claimed'))
  }),
)

test(
  '加签 and 减签: by one who signs there, nobody twice, nobody oneself, nothing after it is decided; both are told',
  story({ need: 2 }, async (here, id) => {
    const [mins, lis] = [await taskAt(here, id, 'consult', here.min), await taskAt(here, id, 'consult', here.li)]
    await assert.rejects(addSigner(here.as(here.fang), mins.id, here.tao.id), refusal('cases.signer.not-yours'))
    await assert.rejects(addSigner(here.as(here.min), mins.id, here.li.id), refusal('process.signer.already'))
    await assert.rejects(
      addSigner(here.as(here.min), mins.id, here.min.organisation.id),
      refusal('cases.signer.unknown'),
    )
    await assert.rejects(addSigner(here.as(here.min), mins.id, here.tao.id), refusal('cases.signer.no-right'))
    await addSigner(here.as(here.min), mins.id, here.fang.id)
    assert.deepEqual(await told(here, here.fang), ['signerAdded'])
    await assert.rejects(removeSigner(here.as(here.min), mins.id), refusal('cases.signer.self'))
    await sign(here, id, here.qiang, 'agree')
    await removeSigner(here.as(here.qiang), lis.id, '出差')
    assert.deepEqual(await told(here, here.li), ['signerRemoved'])
    assert.equal((await readTask(here, lis.id)).state, 'cancelled')
    await sign(here, id, here.fang, 'agree')
    assert.deepEqual(await openSteps(here, id), ['approve'])
    await assert.rejects(addSigner(here.as(here.min), mins.id, here.tao.id), refusal('cases.task.cancelled'))
  }),
)

test(
  'A signature is put back to whom it was asked of, and handed to nobody who signs already',
  story({ need: 2 }, async (here, id) => {
    const mins = await taskAt(here, id, 'consult', here.min)
    await claim(here.as(here.min), mins.id)
    assert.equal((await unclaim(here.as(here.min), mins.id)).assignee, here.min.id)
    await assert.rejects(reassign(here.as(here.min), mins.id, here.li.id, '出差'), refusal('process.signer.already'))
  }),
)

test('Li returns from the consultation, this branch only: the other signatures are called off and the survey stands', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const { id } = await atConsultation(here)
    await sign(here, id, here.qiang, 'agree')
    await returnTask(here.as(here.li), (await taskAt(here, id, 'consult', here.li)).id, {
      to: 'starter',
      scope: 'branch',
      reason: '材料不全',
    })
    assert.deepEqual(await openSteps(here, id), ['accept', 'survey'])
    await sendStraightBack(here.as(here.fang), (await taskAt(here, id, 'accept')).id, {})
    assert.deepEqual(await openSteps(here, id), ['consult', 'consult', 'survey'])
    await completeTask(here.as(here.min), (await taskAt(here, id, 'survey')).id, {})
    await sign(here, id, here.li, 'agree')
    assert.deepEqual(await openSteps(here, id), ['approve'])
  }))

test('Li returns all: the survey is called off too, and begins again when the case comes back', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const { id } = await atConsultation(here)
    const survey = await taskAt(here, id, 'survey')
    await claim(here.as(here.qiang), survey.id)
    await returnTask(here.as(here.li), (await taskAt(here, id, 'consult', here.li)).id, {
      to: { step: 'accept' },
      scope: 'all',
      reason: '收件有误',
    })
    assert.deepEqual(await openSteps(here, id), ['accept'])
    await assert.rejects(completeTask(here.as(here.qiang), survey.id, {}), refusal('cases.task.cancelled'))
    await completeTask(here.as(here.fang), (await taskAt(here, id, 'accept')).id, {})
    assert.deepEqual(await openSteps(here, id), ['consult', 'consult', 'consult', 'survey'])
  }))

test(
  'Where a return is only that member’s vote against, the others go on',
  story({ need: 2, onReturn: 'vote' }, async (here, id) => {
    const lis = await taskAt(here, id, 'consult', here.li)
    await returnTask(here.as(here.li), lis.id, { to: 'previous', reason: '不同意' })
    assert.deepEqual(await openSteps(here, id), ['consult', 'consult'])
    await sign(here, id, here.qiang, 'agree')
    await sign(here, id, here.min, 'agree')
    assert.deepEqual(await openSteps(here, id), ['approve'])
  }),
)

test('前加签: Qiang has Fang and Min sign before he submits his survey; it stays his, and waits for both', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const { id } = await atConsultation(here)
    const own = await taskAt(here, id, 'survey')
    await assert.rejects(addSigner(here.as(here.qiang), own.id, here.fang.id), refusal('cases.task.not-claimed'))
    const { revision } = await claim(here.as(here.qiang), own.id)
    await saveDraft(here.as(here.qiang), own.id, { width: 12 }, revision)
    await addSigner(here.as(here.qiang), own.id, here.fang.id)
    await addSigner(here.as(here.qiang), own.id, here.min.id)
    assert.deepEqual(await told(here, here.fang), ['signerAdded'])
    const [fangs, mins] = [await taskAt(here, id, 'survey', here.fang), await taskAt(here, id, 'survey', here.min)]
    await assert.rejects(completeTask(here.as(here.qiang), own.id, {}), refusal('process.signer.awaited'))
    await assert.rejects(completeTask(here.as(here.fang), fangs.id, {}), refusal('process.signer.only-signs'))
    await assert.rejects(
      returnTask(here.as(here.fang), fangs.id, { to: 'previous', reason: '不妥' }),
      refusal('process.signer.only-signs'),
    )
    await assert.rejects(forceClaim(here.as(here.min), fangs.id, '急'), refusal('process.signer.only-signs'))
    await assert.rejects(giveSignature(here.as(here.qiang), own.id, '同意'), refusal('cases.sign.not-asked'))
    const offered = (await viewTasks(here.as(here.qiang), id)).find((one) => one.id === own.id)!
    assert.deepEqual(offered.waitsFor.map(({ name }) => name).sort(), ['王芳', '赵敏'])
    assert.ok(!offered.verbs.includes('complete') && offered.verbs.includes('addSigner'))
    const asked = (await viewTasks(here.as(here.fang), id)).find((one) => one.id === fangs.id)!
    assert.deepEqual([asked.verbs.includes('sign'), asked.outcomes, asked.writable], [true, [], []])
    await giveSignature(here.as(here.fang), fangs.id, '界址无误')
    assert.deepEqual((await told(here, here.qiang)).slice(0, 1), ['signed'])
    await assert.rejects(removeSigner(here.as(here.li), mins.id), refusal('cases.signer.not-yours'))
    await removeSigner(here.as(here.qiang), mins.id, '出差')
    const mine = await readTask(here, own.id)
    assert.deepEqual([mine.state, mine.assignee, mine.draft], ['claimed', here.qiang.id, { width: 12 }])
    await completeTask(here.as(here.qiang), own.id, {})
    assert.deepEqual(
      (await opinionsOf(here, id)).map(({ by, text }) => [by.name, text]),
      [['王芳', '界址无误']],
    )
  }))

test('前加签: Fang takes her signature back while Qiang has not submitted; whoever signed before may not approve', () =>
  inRollback(async (trx) => {
    const here = await county(trx)
    const { id } = await atConsultation(here)
    const own = await taskAt(here, id, 'survey')
    await claim(here.as(here.qiang), own.id)
    await addSigner(here.as(here.qiang), own.id, here.fang.id)
    const fangs = await taskAt(here, id, 'survey', here.fang)
    await giveSignature(here.as(here.fang), fangs.id, '界址无误')
    await withdraw(here.as(here.fang), fangs.id)
    await assert.rejects(completeTask(here.as(here.qiang), own.id, {}), refusal('process.signer.awaited'))
    await giveSignature(here.as(here.fang), (await taskAt(here, id, 'survey', here.fang)).id, '已复核')
    await completeTask(here.as(here.qiang), own.id, {})
  }))

test(
  '会签: one person signs once, neither by taking over nor by being handed another’s signature',
  story({ need: 2 }, async (here, id) => {
    const [mins, lis] = [await taskAt(here, id, 'consult', here.min), await taskAt(here, id, 'consult', here.li)]
    const already = refusal('process.signer.already')
    await assert.rejects(forceClaim(here.as(here.min), lis.id, '代签'), already, 'still to sign')
    await completeTask(here.as(here.min), mins.id, { outcome: 'agree' })
    await assert.rejects(forceClaim(here.as(here.min), lis.id, '代签'), already, 'has signed')
    await assert.rejects(reassign(here.as(here.li), lis.id, here.min.id, '代签'), already)
    assert.deepEqual(await openSteps(here, id), ['consult', 'consult'])
  }),
)

test(
  '会签: who has taken over one signature takes over no second',
  story({ need: 2 }, async (here, id) => {
    await grantRole(here.trx, { person: here.fang.id, role: 'reviewer', area: '610799' })
    const fang = (await loadPerson(here.trx, here.fang.id))!
    const [mins, lis] = [await taskAt(here, id, 'consult', here.min), await taskAt(here, id, 'consult', here.li)]
    await forceClaim(here.as(fang), mins.id, '出差')
    await completeTask(here.as(fang), mins.id, { outcome: 'agree' })
    await assert.rejects(forceClaim(here.as(fang), lis.id, '出差'), refusal('process.signer.already'))
    await assert.rejects(addSigner(here.as(here.li), lis.id, fang.id), refusal('process.signer.already'))
  }),
)
