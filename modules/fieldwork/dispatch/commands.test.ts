import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { claim } from '../../../kernel/cases/claim.ts'
import { inTransaction } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { act, ask } from '../../../testing/act.ts'
import { committedDatabase, inRollback } from '../../../testing/harness.ts'
import { sync } from '../actions/sync.ts'
import { fieldWorkOf } from '../api.ts'
import { collectCase } from '../evidence/collect-case.ts'
import { box, operation, photo } from '../field.testing.ts'
import { listHeld } from '../queries/list-held.ts'
import { listFieldTasks } from '../queries/list-tasks.ts'
import { viewResult } from '../queries/view-result.ts'
import { viewFieldTask } from '../queries/view-task.ts'
import { chainOperations } from '../rules/operation-hash.ts'
import { claimFieldTasks } from './actions/claim-tasks.ts'
import { deleteFieldTask } from './actions/delete-task.ts'
import { forceClaimFieldTask } from './actions/force-claim.ts'
import { clearNoSurveyTasks, markNoSurveyTasks } from './actions/no-survey-tasks.ts'
import { returnFieldTasks } from './actions/return-tasks.ts'
import { withdrawFieldTasks } from './actions/withdraw-tasks.ts'
import { dispatchStation } from './dispatch.testing.ts'
import { taskHistory } from './queries/task-history.ts'

const EAST = '610799100201'
const WEST = '610799101201'
const codes = (refused: { problem: { code: string } }[]) => refused.map(({ problem }) => problem.code)

test('Of a batch some are refused: the others are claimed, and each refusal is told', () =>
  inRollback(async (trx) => {
    const { madong, liuxiaofeng, zhouping, open } = await dispatchStation(trx)
    const [free, far, taken] = [await open(EAST), await open(WEST, 200), await open(EAST, 400)]
    await claim({ trx, person: zhouping, now: new Date() }, taken.id)
    const taskIds = [free.id, far.id, taken.id]
    const { done, refused } = await act(trx, liuxiaofeng, claimFieldTasks, { taskIds })
    assert.deepEqual(done, [free.id])
    assert.deepEqual(new Set(codes(refused)), new Set(['cases.task.not-in-pool', 'cases.task.with-other']))
    assert.deepEqual((await act(trx, madong, claimFieldTasks, { taskIds: [far.id] })).done, [far.id])
  }))

// Commits for real: two connections.
test('Two claim one task at the same moment: one has it, the other is told by whom', async () => {
  const { db } = await committedDatabase('dispatch')
  const station = await inTransaction(db, async (trx) => {
    const made = await dispatchStation(trx)
    return { ...made, task: await made.open(EAST) }
  })
  const taskIds = [station.task.id]
  const answers = await Promise.all(
    [station.madong, station.liuxiaofeng].map((person) =>
      inTransaction(db, (trx) => act(trx, person, claimFieldTasks, { taskIds })),
    ),
  )
  assert.deepEqual(answers.map(({ done }) => done.length).toSorted(), [0, 1])
  assert.deepEqual(codes(answers.flatMap(({ refused }) => refused)), ['cases.task.with-other'])
})

test('Forced: Liu’s patch, photo and form become Ma’s; what Liu’s phone sends later is held and the administrator sees it', () =>
  inRollback(async (trx) => {
    const { madong, liuxiaofeng, zhouping, chenlei, open } = await dispatchStation(trx)
    const task = await open(EAST)
    const patchId = newId()
    const operations = chainOperations([
      operation('task.claim', task.id),
      operation('patch.save', task.id, { patchId, geometry: box(10, 10, 50, 50), DLBM: '0702' }, 0),
      await photo(task.id, 0),
      operation('form.save', task.id, { values: { note: '在建' } }, 0),
      await photo(task.id, 90),
      operation('patch.save', task.id, { patchId, note: '后来的' }, 1),
    ])
    const send = async (some: typeof operations) =>
      (await act(trx, liuxiaofeng, sync, { deviceId: 'phone-of-liu', operations: some })).answers
    await assert.rejects(
      act(trx, madong, forceClaimFieldTask, { taskId: task.id, reason: '急' }),
      /fieldwork.task.forceClaim.free/,
    )
    await send(operations.slice(0, 4))
    await assert.rejects(
      act(trx, zhouping, forceClaimFieldTask, { taskId: task.id, reason: '急' }),
      /cases.task.of-other-organisation/,
    )
    // Liu works in a branch, which is another organisation, until he moves to the institute.
    await assert.rejects(
      act(trx, madong, forceClaimFieldTask, { taskId: task.id, reason: '急' }),
      /cases.task.of-other-organisation/,
    )
    await sql`update person set organisation = ${madong.organisation.id} where id = ${liuxiaofeng.id}`.execute(trx)
    await act(trx, madong, forceClaimFieldTask, { taskId: task.id, reason: '工期紧' })
    const view = await ask(trx, madong, viewFieldTask, { taskId: task.id })
    assert.deepEqual(
      [view.mine, view.patches[0]!.DLBM, view.photos.length, view.form.values],
      [true, '0702', 1, { note: '在建' }],
    )
    const late = await send(operations.slice(4))
    assert.deepEqual(
      late.map(({ status, problem }) => [status, problem?.code]),
      [
        ['held', 'cases.task.with-other'],
        ['held', 'cases.task.with-other'],
      ],
    )
    const { rows } = await ask(trx, chenlei, listHeld, {})
    assert.deepEqual(rows.map(({ kind, person }) => [kind, person]).toSorted(), [
      ['patch.save', '刘晓峰'],
      ['photo.add', '刘晓峰'],
    ])
  }))

test('Returned to the pool, one and many: only one’s own, and free for others again', () =>
  inRollback(async (trx) => {
    const { madong, liuxiaofeng, open, read } = await dispatchStation(trx)
    const [one, two, others] = [await open(EAST), await open(EAST, 200), await open(EAST, 400)]
    await act(trx, madong, claimFieldTasks, { taskIds: [one.id, two.id] })
    await act(trx, liuxiaofeng, claimFieldTasks, { taskIds: [others.id] })
    const taskIds = [one.id, two.id, others.id]
    const { done, refused } = await act(trx, madong, returnFieldTasks, { taskIds, reason: '另有任务' })
    assert.deepEqual(new Set(done), new Set([one.id, two.id]))
    assert.deepEqual(codes(refused), ['cases.task.with-other'])
    assert.deepEqual([(await read(one.id)).state, (await read(one.id)).assignee], ['open', null])
    assert.deepEqual((await act(trx, liuxiaofeng, claimFieldTasks, { taskIds: [one.id] })).done, [one.id])
  }))

test('Not to be surveyed: the mark is taken back before hand-in; with it nothing is sent inside and no form is asked for', () =>
  inRollback(async (trx) => {
    const { madong, liuxiaofeng, open, read } = await dispatchStation(trx)
    const task = await open(EAST)
    const taskIds = [task.id]
    await act(trx, madong, claimFieldTasks, { taskIds })
    const save = operation('patch.save', task.id, { patchId: newId(), geometry: box(10, 10, 50, 50), DLBM: '0702' }, 0)
    const [saved, submit] = chainOperations([save, operation('task.submit', task.id)])
    const send = (one: typeof saved) =>
      act(trx, madong, sync, { deviceId: 'phone-of-madong', operations: [one!] }).then(({ answers }) => answers[0]!)
    await send(saved)
    assert.deepEqual(codes((await act(trx, liuxiaofeng, markNoSurveyTasks, { taskIds, reason: '同地类' })).refused), [
      'cases.task.with-other',
    ])
    await act(trx, madong, markNoSurveyTasks, { taskIds, reason: '与相邻图斑同为林地' })
    await act(trx, madong, clearNoSurveyTasks, { taskIds })
    assert.deepEqual(codes((await act(trx, madong, clearNoSurveyTasks, { taskIds })).refused), [
      'fieldwork.task.noSurvey.not-marked',
    ])
    await act(trx, madong, markNoSurveyTasks, { taskIds, reason: '与相邻图斑同为林地' })
    assert.equal((await send(submit)).status, 'applied')
    assert.deepEqual(
      [(await read(task.id)).outcome, await fieldWorkOf(trx, task.case_id)],
      ['noSurvey', { patches: [], photos: [] }],
    )
    const { patches, photos } = await collectCase(trx, task.case_id)
    assert.deepEqual([patches, photos], [[], []], 'nor into a package')
    const seen = await ask(trx, madong, viewResult, { caseId: task.case_id })
    assert.deepEqual([seen.noSurvey?.reason, seen.patches, seen.findings], ['与相邻图斑同为林地', [], []])
    const { nodes } = await ask(trx, madong, taskHistory, { taskId: task.id })
    assert.deepEqual(nodes.map(({ kind }) => kind).toSorted(), [
      'claim',
      'complete',
      'issued',
      'noSurvey',
      'noSurvey',
      'surveyAfterAll',
      'worked',
    ])
  }))

test('Taken back before the review, one and many; after the review has begun it is refused', () =>
  inRollback(async (trx) => {
    const { madong, sunlihua, open, submit, handIn, read } = await dispatchStation(trx)
    const [one, two, three] = [await open(EAST), await open(EAST, 200), await open(EAST, 400)]
    const taskIds = [one.id, two.id, three.id]
    await act(trx, madong, claimFieldTasks, { taskIds })
    await handIn(madong, one.id)
    const review = await handIn(madong, two.id)
    await claim({ trx, person: sunlihua, now: new Date() }, review.id)
    await submit(madong, three.id)
    const { done, refused } = await act(trx, madong, withdrawFieldTasks, { taskIds })
    assert.deepEqual(done, [one.id])
    assert.deepEqual(
      new Set(codes(refused)),
      new Set(['fieldwork.task.withdraw.in-review', 'fieldwork.task.withdraw.being-checked']),
    )
    assert.equal((await read(one.id)).outcome, 'withdrawn')
    const { tasks } = await ask(trx, madong, listFieldTasks, {})
    assert.deepEqual(
      tasks.map(({ caseId, state, mine }) => [caseId, state, mine]),
      [[one.case_id, 'claimed', true]],
    )
    await handIn(madong, tasks[0]!.id)
    assert.deepEqual(codes((await act(trx, madong, withdrawFieldTasks, { taskIds: [one.id] })).refused), [
      'fieldwork.task.withdraw.done',
    ])
  }))

test('Requests made without a network are decided when they arrive', () =>
  inRollback(async (trx) => {
    const { madong, open, read } = await dispatchStation(trx)
    const [one, two] = [await open(EAST), await open(EAST, 200)]
    const operations = chainOperations([
      operation('task.claim', one.id),
      operation('task.noSurvey', one.id, { reason: '同地类' }),
      operation('task.noSurvey', one.id, { reason: null }),
      operation('task.return', one.id, { reason: '不去了' }),
      operation('task.return', one.id, { reason: '不去了' }),
      operation('task.noSurvey', two.id, { reason: '同地类' }),
      operation('task.submit', two.id),
      operation('task.withdraw', two.id),
      operation('task.withdraw', two.id),
    ])
    const { answers } = await act(trx, madong, sync, { deviceId: 'phone-of-madong', operations })
    assert.deepEqual(
      answers.map(({ status, problem }) => problem?.code ?? status),
      ['applied', 'applied', 'applied', 'applied', 'duplicate', 'applied', 'applied', 'applied', 'duplicate'],
    )
    assert.equal((await read(one.id)).state, 'open')
  }))

test('What one found oneself and handed in is deleted: the case is closed, its evidence stays, others may not', () =>
  inRollback(async (trx) => {
    const { madong, liuxiaofeng, open, handIn, read } = await dispatchStation(trx)
    const [found, given] = [await open(EAST, 0, { data: { selfDiscovered: true } }), await open(EAST, 200)]
    await act(trx, madong, claimFieldTasks, { taskIds: [found.id, given.id] })
    const reason = '重复上报'
    await assert.rejects(act(trx, madong, deleteFieldTask, { taskId: found.id, reason }), /delete.not-handed-in/)
    await handIn(madong, found.id)
    await handIn(madong, given.id)
    await assert.rejects(act(trx, liuxiaofeng, deleteFieldTask, { taskId: found.id, reason }), /delete.not-yours/)
    await assert.rejects(act(trx, madong, deleteFieldTask, { taskId: given.id, reason }), /delete.not-discovered/)
    await act(trx, madong, deleteFieldTask, { taskId: found.id, reason })
    assert.equal((await read(found.id)).outcome, 'deleted')
    const { nodes } = await ask(trx, madong, taskHistory, { taskId: found.id })
    assert.equal(nodes.find(({ kind }) => kind === 'delete')!.reason, reason)
  }))
