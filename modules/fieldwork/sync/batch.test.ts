import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../../kernel/identity/new-id.ts'
import { act } from '../../../testing/act.ts'
import { inRollback } from '../../../testing/harness.ts'
import { sync } from '../actions/sync.ts'
import { box, fieldStation, operation } from '../field.testing.ts'
import { chainOperations } from '../rules/operation-hash.ts'
import { formOf, patchesOf } from './field-work.ts'

// Function points: SH134
test('the acts of one batch build on one another, and one that is refused between them leaves nothing behind', () =>
  inRollback(async (trx) => {
    const { madong, taskId, caseId, yangfan } = await fieldStation(trx)
    const [house, yard] = [newId(), newId()]
    const save = (patchId: string, fields: object, base?: number) =>
      operation('patch.save', taskId, { patchId, ...fields }, base)
    const operations = chainOperations([
      save(house, { geometry: box(20, 20, 60, 60), DLBM: '0702' }, 0),
      save(house, { note: '砖混两层' }, 1),
      save(house, { DLBM: '9999' }, 2),
      save(yard, { note: '还没有画' }, 0),
      operation('form.save', taskId, { values: { floors: 2 }, base: {} }, 0),
      operation('file.add', newId(), { digest: 'a'.repeat(64) }),
      save(house, { attributes: { QSXZ: '30' } }, 2),
      operation('form.save', taskId, { values: { owner: '张三' }, base: {} }, 1),
      save(house, { geometry: box(20, 20, 400, 60) }, 3),
      save(yard, { geometry: box(70, 20, 90, 60), DLBM: '0702', removed: true }, 0),
      save(yard, { removed: false }, 1),
    ])
    const input = { deviceId: 'phone-of-madong', protocol: 4, operations }
    const { answers } = await act(trx, madong, sync, input)
    const done = 'applied'
    assert.deepEqual(
      answers.map(({ status, revision, problem }) => (status === done ? revision : problem?.code)),
      [
        ...[1, 2, 'fieldwork.patch.unknown-class', 'fieldwork.patch.no-geometry', 1, 'cases.task.unknown', 3, 2],
        ...['fieldwork.patch.outside-range', 1, 2],
      ],
    )
    const [one, other] = (await patchesOf(trx, caseId)).toSorted((a, b) => a.revision - b.revision).toReversed()
    assert.deepEqual(
      [one!.id, one!.revision, one!.DLBM, one!.note, one!.attributes],
      [house, 3, '0702', '砖混两层', { QSXZ: '30' }],
    )
    assert.deepEqual([other!.id, other!.revision, other!.removed], [yard, 2, false])
    assert.deepEqual(await formOf(trx, caseId), { revision: 2, values: { floors: 2, owner: '张三' } })
    const others = {
      ...input,
      deviceId: 'phone-of-yangfan',
      operations: chainOperations([save(house, { note: '' }, 3)]),
    }
    assert.equal((await act(trx, yangfan, sync, others)).answers[0]!.status, 'held')
  }))

test('a patch struck out is not judged, and judged when it is taken up again', () =>
  inRollback(async (trx) => {
    const { madong, taskId } = await fieldStation(trx)
    const patchId = newId()
    const outside = { patchId, geometry: box(300, 20, 400, 60), DLBM: '0702' }
    const operations = chainOperations([
      operation('patch.save', taskId, { ...outside, removed: true }, 0),
      operation('patch.save', taskId, { patchId, removed: false }, 1),
    ])
    const { answers } = await act(trx, madong, sync, { deviceId: 'phone-of-madong', protocol: 4, operations })
    assert.deepEqual(
      answers.map(({ status, problem }) => problem?.code ?? status),
      ['applied', 'fieldwork.patch.outside-range'],
    )
  }))
