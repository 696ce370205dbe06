import 'fake-indexeddb/auto'
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type Act, afterAct, beginDrawing } from '../../apps/field/map/drawing/after-act.ts'
import { patchesOf as patchesHere, saveDrawn, sheetOf } from '../../apps/field/map/drawing/task-patches.ts'
import { closeDatabase, DATABASE, fieldDatabase } from '../../apps/field/store/field-database.ts'
import type { TaskWork } from '../../apps/field/store/use-task-work.ts'
import { forgetKeys, holdKeys } from '../../apps/field/store/vault/open-keys.ts'
import { planarArea } from '../../kernel/geometry/measures/planar-area.ts'
import type { Position } from '../../kernel/geometry/types.ts'
import { EAST, NORTH } from '../../kernel/layers/sample-patches.testing.ts'
import { sync } from '../../modules/fieldwork/actions/sync.ts'
import { fieldStation, operation } from '../../modules/fieldwork/field.testing.ts'
import { viewFieldTask } from '../../modules/fieldwork/queries/view-task.ts'
import { chainOperations } from '../../modules/fieldwork/rules/operation-hash.ts'
import { keysOf } from '../../modules/fieldwork/rules/sealing/keys.ts'
import { patchesOf } from '../../modules/fieldwork/sync/field-work.ts'
import { act, ask } from '../act.ts'
import { inRollback } from '../harness.ts'

const at = (x: number, y: number): Position => [EAST + x, NORTH + y]
const point = (x: number, y: number): Act => ({ type: 'point', at: at(x, y) })

after(async () => {
  await closeDatabase().catch(() => undefined)
  forgetKeys()
  indexedDB.deleteDatabase(DATABASE)
})

// Function points: SH123 SH125 SH126
test('Ma draws a patch over the range, cuts it and takes one half away: the office has what his phone shows', () =>
  inRollback(async (trx) => {
    const here = await fieldStation(trx)
    const person = here.madong.id
    holdKeys(person, await keysOf(new Uint8Array(32).fill(1)))
    const view = async () =>
      JSON.parse(JSON.stringify(await ask(trx, here.madong, viewFieldTask, { taskId: here.taskId })))
    const work = async (): Promise<TaskWork> => {
      const database = await fieldDatabase()
      const task = { id: here.taskId, person, package: await view(), isListed: true } as TaskWork['task']
      return {
        task,
        operations: [],
        photos: [],
        patches: await database.getAllFromIndex('patches', 'task', here.taskId),
      }
    }
    await act(trx, here.madong, sync, { deviceId: 'another-phone', operations: chainOperations([operation('task.claim', here.taskId)]) }) // biome-ignore format: one row
    const send = async () => {
      const kept = (await (await fieldDatabase()).getAll('operations')).toSorted((a, b) => a.operation.sequence - b.operation.sequence) // biome-ignore format: one row
      const { answers } = await act(trx, here.madong, sync, { deviceId: kept[0]!.device, operations: kept.map((each) => each.operation) }) // biome-ignore format: one row
      assert.deepEqual([...new Set(answers.map(({ status }) => status))], ['applied'])
    }

    const first = await work()
    const whole = [point(0, 0), point(200, 0), point(200, 100), point(0, 100), { type: 'finish' }] satisfies Act[]
    const drawn = whole.reduce(afterAct, beginDrawing(sheetOf(first), 'draw'))
    const cut = [{ type: 'tool', tool: 'split' }, point(80, -5), point(80, 105), { type: 'finish' }] satisfies Act[]
    const halves = cut.reduce(afterAct, drawn)
    assert.equal(await saveDrawn(person, first, sheetOf(first), halves.history.now), 2)
    await send()
    const areas = async () => (await patchesOf(trx, here.caseId)).map(({ geometry }) => Math.round(planarArea(geometry) * 10) / 10) // biome-ignore format: one row
    assert.deepEqual(
      (await areas()).toSorted((a, b) => a - b),
      [8000, 12_000],
    )

    const second = await work()
    const sheet = sheetOf(second)
    assert.equal(sheet.shapes.length, 2)
    const gone = afterAct(beginDrawing(sheet, 'choose'), { type: 'select', at: at(20, 50) })
    const left = afterAct(gone, { type: 'remove' })
    assert.equal(await saveDrawn(person, second, sheet, left.history.now), 1)
    await send()
    assert.deepEqual(await areas(), [12_000])
    assert.equal(patchesHere(await work()).length, 1)
  }))
