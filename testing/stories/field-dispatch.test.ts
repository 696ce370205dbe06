import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { openStage, type Stage } from '../browser.ts'
import { settled } from '../settled.ts'
import { answered, pictureOf, stepsOf } from './desk.testing.ts'
import { openPatrol, type Task } from './field-dispatch-scene.testing.ts'

describe('Field tasks are given out, by hand and by rule', () => {
  let stage: Stage
  let chen: Page
  let tasks: Task[]
  const step = stepsOf(
    () => [['chen', chen]],
    () => stage,
  )
  const confirm = async (page: Page, name: string) => {
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name, exact: true }).click()
  }
  before(async () => {
    stage = await openStage()
    tasks = await openPatrol(stage, 40)
    chen = await stage.enter('chenlei')
  })
  after(() => stage.end())

  step('SH113 Chen Lei finds what waits in the list and on the map, and gives two to Liu', async () => {
    await chen.setViewportSize({ width: 1440, height: 900 })
    await chen.goto(`${stage.address}/fieldwork/dispatch`)
    await chen.getByText('地图上 40 件').waitFor()
    const row = (n: number) => chen.locator('.ant-table-row', { hasText: tasks[n]!.title })
    await row(0).locator('input[type=checkbox]').check()
    await row(2).locator('input[type=checkbox]').check()
    await chen.getByText('已选 2 件').waitFor()
    const liuRow = chen.locator('.dispatch-people > li', { hasText: '刘晓峰' })
    await pictureOf(stage, chen, 'field-dispatch-desk')
    await answered(chen, 'fieldwork.dispatch.assign', () => liuRow.getByRole('button', { name: '派给' }).click())
    await chen.getByText('已派发 2 件').waitFor()
    await chen.getByText('地图上 38 件').waitFor()
  })

  step('SH113 a village of another town is not Liu’s: he is not offered for it', async () => {
    await chen.locator('.ant-table-row', { hasText: tasks[1]!.title }).locator('input[type=checkbox]').check()
    const liuRow = chen.locator('.dispatch-people > li', { hasText: '刘晓峰' })
    await liuRow.getByText('无权办理所选的部分任务').waitFor()
    assert.ok(await liuRow.getByRole('button', { name: '派给' }).isDisabled())
    await chen.getByRole('button', { name: '清除', exact: true }).click()
  })

  step(
    'SH113 rules of the institute: Liu for his town, the others by load; previewed, then done, then undone',
    async () => {
      await chen.getByRole('tab', { name: '分派规则' }).click()
      await chen.getByText('还没有分派规则').waitFor()
      for (const [title, person] of [
        ['城关镇归刘晓峰', '刘晓峰'],
        ['其余按工作量', ''],
      ]) {
        await chen.getByRole('button', { name: '新增规则' }).click()
        const dialog = chen.getByRole('dialog')
        await dialog.getByLabel('规则名称').fill(title!)
        if (person) {
          await dialog.getByLabel('区域').click()
          await chen.keyboard.type('城关')
          await chen.locator('.ant-select-item-option:visible', { hasText: '城关镇' }).first().click()
          await dialog.getByLabel('外业人员').click()
          await chen.locator('.ant-select-item-option:visible', { hasText: person }).first().click()
        }
        await answered(chen, 'fieldwork.dispatch.rule.save', () =>
          dialog.getByRole('button', { name: /保\s*存/ }).click(),
        )
        await chen.locator('.dispatch-rules > li', { hasText: title! }).waitFor()
      }
      await pictureOf(stage, chen, 'field-dispatch-rules')
      await chen.getByRole('button', { name: /自动分配 38 件/ }).click()
      await chen.getByText('自动分配预览').waitFor()
      await chen
        .locator('.dispatch-people > li', { hasText: '刘晓峰' })
        .getByText(/新增 18 件/)
        .waitFor()
      await chen.locator('.dispatch-people > li', { hasText: '刘晓峰' }).getByRole('button', { name: '查看' }).click()
      await pictureOf(stage, chen, 'field-dispatch-plan')
      await answered(chen, 'fieldwork.dispatch.assign', () =>
        chen.getByRole('button', { name: '确认派发 38 件' }).click(),
      )
      await chen.getByText('已派发 38 件').waitFor()
      await chen.getByText('没有待派任务').waitFor()
      await answered(chen, 'fieldwork.dispatch.recall', () => chen.getByRole('button', { name: '撤销派发' }).click())
      await chen.getByText('地图上 38 件').waitFor()
    },
  )

  step('SH113 chosen by drawing a box on the map', async () => {
    await chen.getByRole('button', { name: '框选' }).click()
    const map = (await chen.locator('.map-ground').boundingBox())!
    await chen.mouse.move(map.x + map.width * 0.25, map.y + map.height * 0.3)
    await chen.mouse.down()
    await chen.mouse.move(map.x + map.width * 0.5, map.y + map.height * 0.5, { steps: 4 })
    await chen.mouse.move(map.x + map.width * 0.85, map.y + map.height * 0.9, { steps: 4 })
    await chen.mouse.up()
    await chen.getByText(/^已选 \d+ 件$/).waitFor()
    await pictureOf(stage, chen, 'field-dispatch-drawn')
    await chen.getByRole('button', { name: '清除', exact: true }).click()
  })

  step(
    'SH113 by nearness: where Ma and Chen set out from is pressed on the map, and decides who gets what',
    async () => {
      await chen.getByRole('tab', { name: '分派规则' }).click()
      const rules = () => chen.locator('.dispatch-rules > li')
      for (let left = await rules().count(); left > 0; left--) {
        await answered(chen, 'fieldwork.dispatch.rule.remove', () => rules().first().getByRole('button', { name: '删除分派规则' }).click()) // biome-ignore format: one row
        await chen.waitForFunction((n) => document.querySelectorAll('.dispatch-rules > li').length === n, left - 1)
      }
      await chen.getByRole('button', { name: '新增规则' }).click()
      const dialog = chen.getByRole('dialog')
      await dialog.getByLabel('规则名称').fill('就近派发')
      await dialog.getByLabel('分配方式').click()
      await chen.locator('.ant-select-item-option:visible', { hasText: '就近' }).click()
      await dialog.getByText('要指定作业中心，请先选择外业人员').waitFor()
      await dialog.getByLabel('外业人员').click()
      for (const name of ['马东', '陈磊'])
        await chen.locator('.ant-select-item-option:visible', { hasText: name }).first().click()
      await dialog.locator('.ant-modal-title').click()
      const map = dialog.locator('.centres-map .map-ground')
      await map.scrollIntoViewIfNeeded()
      await settled(chen)
      const { width, height } = (await map.boundingBox())!
      for (const [name, share] of [
        ['马东', 0.25],
        ['陈磊', 0.7],
      ] as const) {
        // biome-ignore format: one row
        await dialog.getByRole('radio', { name }).check()
        await map.click({ position: { x: width * share, y: height * share } })
        await dialog.locator('.centre', { hasText: name }).waitFor()
      }
      await pictureOf(stage, chen, 'field-dispatch-centres')
      await answered(chen, 'fieldwork.dispatch.rule.save', () =>
        dialog.getByRole('button', { name: /保\s*存/ }).click(),
      )
      await rules().getByText('2 人指定了作业中心').waitFor()
      await chen.getByRole('button', { name: /自动分配 \d+ 件/ }).click()
      await chen.getByText('自动分配预览').waitFor()
      await pictureOf(stage, chen, 'field-dispatch-nearest')
      await chen
        .getByRole('button', { name: /取\s*消/ })
        .first()
        .click()
    },
  )

  step('SH113 the administrator’s phone: chosen with the thumb, given to whoever has least, taken back', async () => {
    const phone = await stage.enter('chenlei', { phone: true })
    await phone.goto(`${stage.address}/field/#/dispatch`)
    await phone.locator('.task-tick').first().waitFor()
    await phone.locator('.task-tick').first().click()
    await pictureOf(stage, phone, 'field-dispatch-phone')
    await phone.getByRole('button', { name: '派发 1 件' }).click()
    await phone.getByRole('dialog').locator('.person').first().click()
    await pictureOf(stage, phone, 'field-dispatch-phone-give')
    await answered(phone, 'fieldwork.dispatch.assign', () => confirm(phone, '确定派发'))
    await phone.getByText('已派发 1 件').waitFor()
    await answered(phone, 'fieldwork.dispatch.recall', () => phone.getByRole('button', { name: '撤销派发' }).click())
    await phone.getByRole('button', { name: '自动分配' }).click()
    await phone
      .getByRole('dialog')
      .getByText(/= \d+ 件/)
      .first()
      .waitFor()
    await pictureOf(stage, phone, 'field-dispatch-phone-plan')
    await phone.context().close()
  })

  step('SH113 the desk in English: what was given, to whom', async () => {
    await chen.evaluate(() => localStorage.setItem('yutu.language', 'en'))
    await chen.goto(`${stage.address}/fieldwork/dispatch?state=given`)
    await chen.locator('.ant-table-row', { hasText: '刘晓峰' }).nth(1).waitFor()
    await chen.getByText('Field staff', { exact: true }).first().waitFor()
    await pictureOf(stage, chen, 'field-dispatch-desk-en')
  })
})
