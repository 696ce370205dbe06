import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { reassign } from '../../kernel/cases/claim.ts'
import type { Trx } from '../../kernel/db/database.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import type { Person } from '../../kernel/identity/can.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { act, ask, testFiles } from '../../testing/act.ts'
import { committedDatabase, inRollback } from '../../testing/harness.ts'
import { adoptOperation } from './actions/adopt-operation.ts'
import { sync } from './actions/sync.ts'
import { box, dayOfWork, fieldStation, operation, photo } from './field.testing.ts'
import { listHeld } from './queries/list-held.ts'
import { listFieldTasks } from './queries/list-tasks.ts'
import { viewFieldTask } from './queries/view-task.ts'
import { chainOperations } from './rules/operation-hash.ts'
import type { Answer, Operation } from './schema.ts'
import { patchesOf, photosOf } from './sync/field-work.ts'

const PHONE = 'phone-of-madong'

const send = async (trx: Trx, person: Person, operations: Operation[], deviceId = PHONE): Promise<Answer[]> =>
  (await act(trx, person, sync, { deviceId, operations })).answers
const statuses = (answers: Answer[]) => answers.map(({ status }) => status)
const codes = (answers: Answer[]) => answers.map(({ problem }) => problem?.code)

test('Ma Dong finds his task with range, base map and form, works a day without a network, and everything is done at once', () =>
  inRollback(async (trx) => {
    const { madong, taskId, caseId, taskState } = await fieldStation(trx)
    const { tasks } = await ask(trx, madong, listFieldTasks, {})
    assert.deepEqual(
      tasks.map(({ id, mine, state }) => [id, mine, state]),
      [[taskId, false, 'open']],
    )
    const view = await ask(trx, madong, viewFieldTask, { taskId })
    assert.equal(view.layers[0]!.features.length, 3)
    assert.ok(Math.abs(view.range[0]![0]![0]![0] - 107.76) < 0.1)
    const answers = await send(trx, madong, chainOperations(await dayOfWork(taskId)))
    assert.deepEqual(statuses(answers), Array(8).fill('applied'), JSON.stringify(answers))
    assert.equal(await taskState(), 'done')
    const [patch] = await patchesOf(trx, caseId)
    assert.deepEqual([patch!.DLBM, patch!.revision], ['0702', 1])
    const photos = (await photosOf(trx, caseId)).sort((a, b) => a.azimuth! - b.azimuth!)
    assert.deepEqual(
      photos.map(({ distance, degreesOff, azimuth }) => [distance, degreesOff, azimuth]),
      [0, 90, 180, 270].map((azimuth) => [0, 0, azimuth]),
    )
  }))

test('The reply was lost, so the phone sends the same batch again: the same answers, nothing twice', () =>
  inRollback(async (trx) => {
    const { madong, taskId, caseId } = await fieldStation(trx)
    const operations = chainOperations(await dayOfWork(taskId))
    const first = await send(trx, madong, operations)
    assert.deepEqual(await send(trx, madong, operations), first)
    assert.deepEqual(await send(trx, madong, operations.slice(2, 5)), first.slice(2, 5))
    assert.equal((await photosOf(trx, caseId)).length, 4)
  }))

test('A batch in any order is done in the order it was made', () =>
  inRollback(async (trx) => {
    const { madong, taskId } = await fieldStation(trx)
    const operations = chainOperations(await dayOfWork(taskId))
    const answers = await send(trx, madong, operations.toReversed())
    assert.deepEqual(statuses(answers), Array(8).fill('applied'))
    assert.deepEqual(
      answers.map(({ id }) => id),
      operations.toReversed().map(({ id }) => id),
    )
  }))

test('The second half arrives first: it is held, and done by itself when the first half is there', () =>
  inRollback(async (trx) => {
    const { madong, taskId, taskState } = await fieldStation(trx)
    const operations = chainOperations(await dayOfWork(taskId))
    const early = await send(trx, madong, operations.slice(4))
    assert.ok(early.every(({ status, waitsFor }) => status === 'held' && waitsFor === 'earlier'))
    assert.deepEqual(statuses(await send(trx, madong, operations.slice(0, 4))), Array(4).fill('applied'))
    assert.equal(await taskState(), 'done')
    assert.deepEqual(statuses(await send(trx, madong, operations.slice(4))), Array(4).fill('applied'))
  }))

test('Two acts claim one place in the chain, as after a restored backup: one is done, the other set apart, and nothing stands behind it', () =>
  inRollback(async (trx) => {
    const { madong, taskId } = await fieldStation(trx)
    const [first, second, third, fourth] = chainOperations(await dayOfWork(taskId)) as [
      Operation,
      Operation,
      Operation,
      Operation,
    ]
    const [, , double] = chainOperations([first, second, operation('form.save', taskId, { values: {} })])
    assert.deepEqual(statuses(await send(trx, madong, [fourth, third, double!])), ['held', 'held', 'held'])
    await send(trx, madong, [first, second])
    const answers = await send(trx, madong, [third, double!, fourth])
    assert.deepEqual(statuses(answers).toSorted(), ['applied', 'applied', 'quarantined'].toSorted())
    assert.equal(answers.find(({ status }) => status === 'quarantined')!.problem!.code, 'fieldwork.sync.sequence-taken')
  }))

test('A photo is named before its bytes are there: it waits for them and is counted when they come', () =>
  inRollback(async (trx) => {
    const { madong, taskId, caseId } = await fieldStation(trx)
    const late = await photo(taskId, 10, 'comes first')
    const missing = { ...late, id: newId(), payload: { ...late.payload, digest: 'a'.repeat(64) } }
    const operations = chainOperations([operation('task.claim', taskId), missing])
    assert.deepEqual(
      (await send(trx, madong, operations)).map(({ waitsFor }) => waitsFor),
      [undefined, 'photo'],
    )
    assert.equal((await photosOf(trx, caseId)).length, 0)
    const bytes = new TextEncoder().encode(`late ${newId()}`)
    const { digest } = await testFiles.put(bytes)
    await sql`update field_operation set payload = jsonb_set(payload, '{digest}', to_jsonb(${digest}::text)) where id = ${missing.id}`.execute(
      trx,
    )
    assert.deepEqual(statuses(await send(trx, madong, operations)), ['applied', 'applied'])
    assert.equal((await photosOf(trx, caseId)).length, 1)
  }))

test('The office gives the task to Yang Fan: what Ma Dong sends later is held with its photo, never lost, and the office sees it', () =>
  inRollback(async (trx) => {
    const { madong, yangfan, taskId, work, caseId } = await fieldStation(trx)
    const operations = chainOperations(await dayOfWork(taskId))
    await send(trx, madong, operations.slice(0, 2))
    await reassign(work, taskId, yangfan.id, '就近')
    const answers = await send(trx, madong, operations.slice(2))
    assert.deepEqual(statuses(answers), Array(6).fill('held'))
    assert.equal(answers[0]!.problem!.code, 'cases.task.with-other')
    assert.equal((await ask(trx, madong, listHeld, { caseId })).rows.length, 6)
    assert.deepEqual(await send(trx, madong, operations.slice(2)), answers)
    const late = operations.find(({ kind }) => kind === 'photo.add')!
    assert.equal((await act(trx, yangfan, adoptOperation, { operationId: late.id })).status, 'applied')
    assert.equal((await photosOf(trx, caseId)).length, 1)
    await assert.rejects(act(trx, yangfan, adoptOperation, { operationId: late.id }), /fieldwork.operation.adopt.done/)
    const others = chainOperations([
      operation('task.claim', taskId),
      operation('patch.save', taskId, { patchId: operations[1]!.payload.patchId, DLBM: '0601' }, 1),
    ])
    // Adopting is no claiming: the photo counts as Ma Dong’s.
    assert.equal((await photosOf(trx, caseId))[0]!.person, '马东')
    assert.deepEqual(statuses(await send(trx, yangfan, others, 'phone-of-yangfan')), ['applied', 'applied'])
    assert.equal((await patchesOf(trx, caseId))[0]!.DLBM, '0601')
  }))

test('Two devices change one patch from the same revision: the second is told what is there, and both are kept', () =>
  inRollback(async (trx) => {
    const { madong, taskId } = await fieldStation(trx)
    const patchId = newId()
    const first = [
      operation('task.claim', taskId),
      operation('patch.save', taskId, { patchId, geometry: box(0, 0, 50, 50), DLBM: '0702' }, 0),
    ]
    await send(trx, madong, chainOperations(first))
    const other = chainOperations([
      operation('patch.save', taskId, { patchId, geometry: box(0, 0, 40, 50), DLBM: '0601' }, 0),
    ])
    const [answer] = await send(trx, madong, other, 'tablet-of-madong')
    assert.deepEqual(
      [answer!.status, answer!.revision, (answer!.current as { DLBM: string }).DLBM],
      ['conflict', 1, '0702'],
    )
    assert.deepEqual(statuses(await send(trx, madong, other, 'tablet-of-madong')), ['conflict'])
  }))

test('What is wrong is set apart with its reason, and the rest of the batch is done', () =>
  inRollback(async (trx) => {
    const { madong, taskId } = await fieldStation(trx)
    const save = (more: object, geometry = box(20, 20, 60, 60)) =>
      operation('patch.save', taskId, { patchId: newId(), geometry, DLBM: '0702', ...more })
    const operations = chainOperations([
      operation('task.claim', taskId),
      save({}, box(150, 20, 260, 60)),
      save({ DLBM: '9999' }),
      save({ DLBM: '01' }),
      save({ DLBM: '0701', attributes: { CZCSXM: '203' } }),
      save({
        geometry: [
          [
            [
              [0, 0],
              [1, 1],
            ],
          ],
        ],
      }),
      operation('task.submit', taskId),
      save({}),
      operation('task.submit', taskId),
    ])
    const answers = await send(trx, madong, operations)
    assert.deepEqual(codes(answers), [
      undefined,
      'fieldwork.patch.outside-range',
      'fieldwork.patch.unknown-class',
      'fieldwork.patch.not-a-patch-class',
      'fieldwork.patch.town-class',
      'fieldwork.sync.misshapen',
      'fieldwork.task.submit.no-patch',
      undefined,
      'fieldwork.task.submit.evidence',
    ])
    assert.equal(answers[8]!.problem!.params!.rule, 'PH-02')
  }))

test('A damaged, doubled or forged operation never passes for another', () =>
  inRollback(async (trx) => {
    const { madong, taskId } = await fieldStation(trx)
    const [claim, save] = chainOperations([
      operation('task.claim', taskId),
      operation('form.save', taskId, { values: { a: 1 } }),
    ])
    const damaged = { ...save!, payload: { values: { a: 2 } } }
    assert.deepEqual(codes(await send(trx, madong, [claim!, damaged])), [undefined, 'fieldwork.sync.hash-differs'])
    assert.deepEqual(statuses(await send(trx, madong, [save!])), ['applied'])
    const [again] = chainOperations([{ ...operation('task.submit', taskId), id: save!.id }], save!)
    assert.deepEqual(codes(await send(trx, madong, [again!])), ['fieldwork.sync.id-reused'])
    const [restored] = chainOperations([operation('form.save', taskId, { values: {} })], {
      sequence: 1,
      hash: claim!.hash,
    })
    assert.deepEqual(codes(await send(trx, madong, [restored!])), ['fieldwork.sync.sequence-taken'])
    const [forged] = chainOperations([operation('form.save', taskId, { values: {} })], {
      sequence: 2,
      hash: 'f'.repeat(64),
    })
    assert.deepEqual(codes(await send(trx, madong, [forged!])), ['fieldwork.sync.chain-broken'])
    const kept = await sql<{ code: string }>`select code from field_quarantine order by code`.execute(trx)
    assert.deepEqual(
      kept.rows.map(({ code }) => code),
      ['fieldwork.sync.hash-differs', 'fieldwork.sync.id-reused'],
    )
  }))

test('A patch that nobody can reach is handed in with a reason instead of photos', () =>
  inRollback(async (trx) => {
    const { madong, taskId, taskState } = await fieldStation(trx)
    const operations = chainOperations([
      operation('patch.save', taskId, { patchId: newId(), geometry: box(20, 20, 60, 60), DLBM: '0702' }),
      operation('task.submit', taskId, { noEvidence: 'WFDD', opinion: '道路塌方' }),
    ])
    assert.deepEqual(statuses(await send(trx, madong, operations)), ['applied', 'applied'])
    assert.equal(await taskState(), 'done')
  }))

// Commits for real: the database is this file's own.
test('The server dies while it takes a batch: nothing of it is there, and the phone sends it again', async () => {
  const { db } = await committedDatabase('sync')
  const station = await inTransaction(db, (trx) => fieldStation(trx))
  const operations = chainOperations(await dayOfWork(station.taskId))
  await assert.rejects(
    inTransaction(db, async (trx) => {
      await send(trx, station.madong, operations)
      throw new Error('killed')
    }),
  )
  await inTransaction(db, async (trx) => {
    assert.equal((await photosOf(trx, station.caseId)).length, 0)
    assert.deepEqual(statuses(await send(trx, station.madong, operations)), Array(8).fill('applied'))
  })
  await inTransaction(db, async (trx) =>
    assert.deepEqual(statuses(await send(trx, station.madong, operations)), Array(8).fill('applied')),
  )
})
