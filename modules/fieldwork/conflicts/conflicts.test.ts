import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reassign } from '../../../kernel/cases/claim.ts'
import type { Trx } from '../../../kernel/db/database.ts'
import { planarArea } from '../../../kernel/geometry/measures/planar-area.ts'
import type { MultiPolygon } from '../../../kernel/geometry/types.ts'
import type { Person } from '../../../kernel/identity/can.ts'
import { newId } from '../../../kernel/identity/new-id.ts'
import { Refusal } from '../../../kernel/problems/problem.ts'
import { act, ask } from '../../../testing/act.ts'
import { inRollback } from '../../../testing/harness.ts'
import { adoptOperation } from '../actions/adopt-operation.ts'
import { sync } from '../actions/sync.ts'
import { box, fieldStation, operation } from '../field.testing.ts'
import { listHeld } from '../queries/list-held.ts'
import { pullTasks } from '../queries/pull-tasks.ts'
import { geometryHash } from '../rules/geometry-hash.ts'
import { chainOperations } from '../rules/operation-hash.ts'
import type { Operation } from '../schema.ts'
import { formOf, patchesOf } from '../sync/field-work.ts'
import { declineOperation } from './decline-operation.ts'
import { resolveConflict } from './resolve-conflict.ts'
import { viewConflict } from './view-conflict.ts'

const [PHONE, TABLET] = ['phone-of-madong', 'tablet-of-madong']
const send = async (trx: Trx, person: Person, deviceId: string, operations: Operation[]) =>
  (await act(trx, person, sync, { deviceId, protocol: 4, operations })).answers
const refused = (code: string) => (error: unknown) => error instanceof Refusal && error.problem.code === code

/** A patch that both devices have seen at revision 1. */
async function sharedPatch(trx: Trx) {
  const here = await fieldStation(trx)
  const patchId = newId()
  const outline = box(0, 0, 50, 50) as MultiPolygon
  const first = chainOperations([
    operation('task.claim', here.taskId),
    operation('patch.save', here.taskId, { patchId, geometry: outline, DLBM: '0702', note: '厂房' }, 0),
  ])
  await send(trx, here.madong, PHONE, first)
  const save = (payload: object, base: object, revision = 1) =>
    operation('patch.save', here.taskId, { patchId, ...payload, base }, revision)
  const patch = async () => (await patchesOf(trx, here.caseId))[0]!
  return { ...here, first, patchId, outline, save, patch }
}

test('Two devices change different fields of one patch: both count, and the second is told that they were put together', () =>
  inRollback(async (trx) => {
    const { madong, first, save, patch, outline } = await sharedPatch(trx)
    await send(trx, madong, PHONE, chainOperations([save({ note: '厂房两栋' }, { note: '厂房' })], first[1]))
    const moved = { geometry: box(0, 0, 40, 50) }
    const [answer] = await send(
      trx,
      madong,
      TABLET,
      chainOperations([save({ DLBM: '0601', ...moved }, { DLBM: '0702', outline: geometryHash(outline) })]),
    )
    assert.deepEqual([answer!.status, answer!.revision, answer!.merged], ['applied', 3, true])
    const { DLBM, note, revision } = await patch()
    assert.deepEqual([DLBM, note, revision], ['0601', '厂房两栋', 3])
  }))

test('The same field, the same outline: both versions are kept, shown side by side, and a person settles them field by field', () =>
  inRollback(async (trx) => {
    const { madong, first, save, patch, outline, patchId } = await sharedPatch(trx)
    const before = { note: '厂房', outline: geometryHash(outline), DLBM: '0702' }
    const phone = { geometry: box(0, 0, 60, 50), note: '厂房三栋' }
    await send(trx, madong, PHONE, chainOperations([save(phone, before)], first[1]))
    const tablet = { geometry: box(0, 0, 40, 50), note: '厂房两栋', DLBM: '0601' }
    const batch = chainOperations([save(tablet, before)])
    const [answer] = await send(trx, madong, TABLET, batch)
    assert.deepEqual([answer!.status, answer!.conflicts], ['conflict', ['note', 'outline']])
    const again = await send(trx, madong, TABLET, batch)
    assert.deepEqual(
      JSON.parse(JSON.stringify(again)),
      JSON.parse(JSON.stringify([answer])),
      'the same answer on retry',
    )
    assert.equal((await patch()).note, '厂房三栋', 'what is there stays')
    const [operationId] = batch.map(({ id }) => id)
    const seen = await ask(trx, madong, viewConflict, { operationId: operationId! })
    assert.deepEqual(
      seen.fields.filter(({ isConflict }) => isConflict).map(({ name }) => name),
      ['note', 'outline'],
    )
    assert.notDeepEqual(seen.outlines!.mine, seen.outlines!.theirs)
    const wrong = act(trx, madong, resolveConflict, { operationId: operationId!, take: ['QSXZ'] })
    await assert.rejects(wrong, refused('fieldwork.conflict.unknown-field'))
    const start = (await ask(trx, madong, pullTasks, { deviceId: TABLET })).cursor
    const take = ['DLBM', 'outline']
    const settled = await act(trx, madong, resolveConflict, {
      operationId: operationId!,
      take,
      reason: '以平板测量为准',
    })
    assert.deepEqual(
      [settled.status, settled.settled!.how, settled.settled!.reason],
      ['applied', 'merged', '以平板测量为准'],
    )
    const { note, DLBM, geometry } = await patch()
    assert.deepEqual([note, DLBM, Math.round(planarArea(geometry))], ['厂房三栋', '0601', 2000])
    const twice = act(trx, madong, resolveConflict, { operationId: operationId!, take })
    await assert.rejects(twice, refused('fieldwork.operation.adopt.done'))
    const pulled = await ask(trx, madong, pullTasks, { deviceId: TABLET, cursor: start })
    assert.deepEqual(
      pulled.answers.map(({ id, settled: how }) => [id, how?.how]),
      [[operationId, 'merged']],
    )
    assert.equal((await patchesOf(trx, seen.caseId!)).find(({ id }) => id === patchId)!.revision, 3)
  }))

test('One removes what the other has changed: for a person to decide; taking neither leaves what is there', () =>
  inRollback(async (trx) => {
    const { madong, first, save, patch } = await sharedPatch(trx)
    await send(trx, madong, PHONE, chainOperations([save({ note: '新' }, { note: '厂房' })], first[1]))
    const batch = chainOperations([save({ removed: true }, {})])
    const [answer] = await send(trx, madong, TABLET, batch)
    assert.deepEqual([answer!.status, answer!.conflicts], ['conflict', ['removed']])
    const settled = await act(trx, madong, resolveConflict, { operationId: batch[0]!.id, take: [] })
    assert.deepEqual([settled.status, settled.settled!.how], ['conflict', 'theirs'])
    assert.deepEqual([(await patch()).note, (await ask(trx, madong, listHeld, {})).rows.length], ['新', 0])
    assert.equal((await ask(trx, madong, listHeld, { settled: true })).rows.length, 1)
  }))

test('A form is filled in by two: field by field; the same field by both is a conflict', () =>
  inRollback(async (trx) => {
    const { madong, taskId, caseId } = await fieldStation(trx)
    const form = (values: object, base: object, revision: number) =>
      operation('form.save', taskId, { values, base }, revision)
    const phone = chainOperations([operation('task.claim', taskId), form({ use: '仓库', floors: 1 }, {}, 0)])
    await send(trx, madong, PHONE, phone)
    const tablet = chainOperations([form({ owner: '张三' }, {}, 0), form({ floors: 2 }, { floors: 3 }, 2)])
    const answers = await send(trx, madong, TABLET, tablet)
    assert.deepEqual(
      answers.map(({ status, merged }) => [status, merged]),
      [
        ['applied', true],
        ['applied', undefined],
      ],
    )
    const late = chainOperations([form({ floors: 5 }, { floors: 1 }, 1)], phone[1])
    const [answer] = await send(trx, madong, PHONE, late)
    assert.deepEqual([answer!.status, answer!.conflicts], ['conflict', ['floors']])
    assert.deepEqual((await formOf(trx, caseId)).values, { use: '仓库', floors: 2, owner: '张三' })
  }))

test('Late work is adopted or declined with a reason, once; the phone hears of both', () =>
  inRollback(async (trx) => {
    const { madong, yangfan, taskId, work, first, patchId } = await sharedPatch(trx)
    await reassign(work, taskId, yangfan.id, '就近')
    const saves = ['一', '二'].map((note) =>
      operation('patch.save', taskId, { patchId, note, base: { note: '厂房' } }, 1),
    )
    const late = chainOperations(saves, first[1])
    await send(trx, madong, PHONE, late)
    const [one, two] = late.map(({ id }) => id)
    assert.equal((await act(trx, yangfan, adoptOperation, { operationId: one!, reason: '现场属实' })).status, 'applied')
    await assert.rejects(
      act(trx, yangfan, declineOperation, { operationId: one!, reason: '重复' }),
      refused('fieldwork.operation.adopt.done'),
    )
    await act(trx, yangfan, declineOperation, { operationId: two!, reason: '与前一项重复' })
    const answers = await send(trx, madong, PHONE, late)
    assert.deepEqual(
      answers.map(({ status, settled }) => [status, settled!.how, settled!.reason, settled!.by]),
      [
        ['applied', 'adopted', '现场属实', '杨帆'],
        ['held', 'declined', '与前一项重复', '杨帆'],
      ],
    )
  }))
