import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { openStage, type Stage } from '../browser.ts'
import { pictureOf, stepsOf } from './desk.testing.ts'
import { openFieldTask, type Scene, southOf } from './field-scene.testing.ts'

describe('A phone that is a day behind', () => {
  let stage: Stage
  let phone: Page
  let scene: Scene
  const step = stepsOf(
    () => [['phone', phone]],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    scene = await openFieldTask(stage, '仓库核实')
  })
  after(() => stage.end())

  step('SH129 it is told in the camera; the photo is taken and sent all the same, with both times', async () => {
    phone = await stage.enter('madong', { phone: true })
    await phone.addInitScript(dayBehind)
    await phone.context().setGeolocation(southOf())
    await phone.goto(`${stage.address}/field/#/task/${scene.taskId}/range`)
    await phone.getByRole('button', { name: '签收' }).click()
    await phone.getByRole('button', { name: '已同步' }).waitFor({ timeout: 60_000 })
    await phone.goto(`${stage.address}/field/#/task/${scene.taskId}/camera`)
    await phone.getByText(/手机时间差 14\d\d 分钟/).waitFor()
    await phone.getByRole('button', { name: '朝北' }).click()
    await phone.getByRole('button', { name: '拍照' }).click()
    await phone.getByText('已保存 · 第 1 张').waitFor()
    await phone.goto(`${stage.address}/field/#/task/${scene.taskId}/photos`)
    await phone.locator('.photo').first().click()
    await phone.getByText('校正时间').waitFor()
    await pictureOf(stage, phone, 'phone-clock')
    await phone.goto(`${stage.address}/field/#/task/${scene.taskId}/record`)
    await phone.locator('.record').getByText('已接收').nth(1).waitFor({ timeout: 60_000 })
  })

  for (const english of [false, true])
    step(
      `SH129 the desk sees the phone’s time, the corrected one and how it is known (${english ? 'en' : 'zh'})`,
      async () => {
        const desk = await stage.enter('linzhiyuan', { english })
        await desk.goto(`${stage.address}/cases/${scene.caseId}`)
        await desk.getByRole('tab', { name: english ? /Field|outdoors/i : '外业成果' }).click()
        await desk.locator('.result-photo').first().click()
        const dialog = desk.getByRole('dialog')
        const told = english
          ? /behind.*compared with the server before the shot/
          : /手机时钟慢 \d+ 小时，拍摄前与服务器比对/
        await dialog.getByText(told).waitFor()
        assert.equal(await dialog.getByText(english ? 'taken before the task' : '拍摄早于任务下发').count(), 0)
        await dialog.getByText(told).scrollIntoViewIfNeeded()
        await pictureOf(stage, desk, `desk-clock-${english ? 'en' : 'zh'}`)
        await desk.context().close()
      },
    )
})

/** Runs in the page: everything that tells the time on the phone is a day behind. */
function dayBehind(): void {
  const DAY_MS = 86_400_000
  const Real = Date
  globalThis.Date = new Proxy(Real, {
    construct: (of, words) => (words.length > 0 ? Reflect.construct(of, words) : new Real(Real.now() - DAY_MS)),
    get: (of, name) => (name === 'now' ? () => Real.now() - DAY_MS : Reflect.get(of, name)),
  })
  const watch = navigator.geolocation.watchPosition.bind(navigator.geolocation)
  navigator.geolocation.watchPosition = (found, failed, options) =>
    watch(({ coords, timestamp, toJSON }) => found({ coords, timestamp: timestamp - DAY_MS, toJSON }), failed, options)
}
