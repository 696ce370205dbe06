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
    stage = await openStage([])
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

  step('SH129 the desk sees the phone’s time, the corrected one and how it is known, in both languages', async () => {
    const desk = await stage.enter('linzhiyuan')
    await desk.goto(`${stage.address}/cases/${scene.caseId}`)
    await desk.getByRole('tab', { name: '外业成果' }).click()
    const see = async (told: RegExp, name: string) => {
      await desk.locator('.result-photo').first().click()
      await desk.getByRole('dialog').getByText(told).waitFor()
      assert.equal(await desk.getByText(/拍摄早于任务下发|taken before the task/).count(), 0)
      await pictureOf(stage, desk, name)
      await desk.keyboard.press('Escape')
      await desk.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    await see(/手机时钟慢 24 小时，拍摄前与服务器比对/, 'desk-clock-zh')
    await desk.getByText('EN', { exact: true }).click()
    await see(/24 hours behind; compared with the server before the shot/, 'desk-clock-en')
  })
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
