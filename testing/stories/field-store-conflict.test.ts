import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { inTransaction } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { plot } from '../../kernel/layers/sample-patches.testing.ts'
import { geometryHash } from '../../modules/fieldwork/rules/geometry-hash.ts'
import { chainOperations } from '../../modules/fieldwork/rules/operation-hash.ts'
import { areaToDegrees } from '../../modules/fieldwork/rules/plane.ts'
import { patchesOf } from '../../modules/fieldwork/sync/field-work.ts'
import { openStage, type Stage } from '../browser.ts'
import { deskOf, pictureOf, stepsOf } from './desk.testing.ts'
import { openFieldTask, type Scene } from './field-scene.testing.ts'

describe('Two devices changed one patch: the desk settles it', () => {
  let stage: Stage
  let ma: Page
  let lin: Page
  let scene: Scene
  const step = stepsOf(
    () => [
      ['ma', ma],
      ['lin', lin],
    ],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    scene = await openFieldTask(stage, '仓库核实')
  })
  after(() => stage.end())

  step('SH111 phone and tablet of Ma draw the same patch differently', async () => {
    ma = await stage.enter('madong')
    const desk = deskOf(stage, ma)
    const patchId = newId()
    const box = (size: number) => areaToDegrees(plot(5, 5, size, 45))
    const { taskId } = scene
    const save = (payload: object, baseRevision: number) => ({
      ...{ id: newId(), kind: 'patch.save' as const, taskId, baseRevision, payload: { patchId, ...payload } },
    })
    const first = chainOperations([
      { id: newId(), kind: 'task.claim', taskId, payload: {} },
      save({ geometry: box(40), DLBM: '0702', note: '厂房', base: {} }, 0),
      save({ geometry: box(55), note: '厂房三栋', base: { outline: geometryHash(box(40)), note: '厂房' } }, 1),
    ])
    const [phone, tablet] = [`phone-${newId()}`, `tablet-${newId()}`]
    await desk.act('fieldwork.sync', { deviceId: phone, protocol: 4, operations: first })
    const base = { outline: geometryHash(box(40)), note: '厂房', DLBM: '0702' }
    const other = chainOperations([save({ geometry: box(30), note: '厂房两栋', DLBM: '0601', base }, 1)])
    const { answers } = await desk.act<{ answers: { status: string; conflicts: string[] }[] }>('fieldwork.sync', {
      ...{ deviceId: tablet, protocol: 4, operations: other },
    })
    assert.deepEqual([answers[0]!.status, answers[0]!.conflicts], ['conflict', ['note', 'outline']])
  })

  step('SH111 Lin sees both versions side by side and takes the outline of one, the note of the other', async () => {
    lin = await stage.enter('linzhiyuan')
    await lin.goto(`${stage.address}/fieldwork/held`)
    await lin.locator('.held-item', { hasText: scene.number }).click()
    await lin.getByText('字段比对').waitFor()
    assert.equal(await lin.locator('.held-maps svg').count(), 3)
    await lin.locator('tr', { hasText: '图形' }).getByRole('radio').first().check()
    await pictureOf(stage, lin, 'desk-held-conflict')
    await lin.getByLabel('理由（不采纳时必填）').fill('以平板测量的边界为准')
    await lin.getByRole('button', { name: /^确认：外业 2 项/ }).click()
    await lin
      .getByText(/逐项合并/)
      .first()
      .waitFor()
    const [patch] = await inTransaction(stage.world.database.db, (trx) => patchesOf(trx, scene.caseId))
    assert.deepEqual([patch!.DLBM, patch!.note, patch!.revision], ['0601', '厂房三栋', 3])
    await lin.getByText('已处理', { exact: true }).first().click()
    await lin.locator('.held-item', { hasText: scene.number }).waitFor()
    await pictureOf(stage, lin, 'desk-held-settled')
  })
})
