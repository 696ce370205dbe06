import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe } from 'node:test'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { openStage, type Stage } from '../browser.ts'
import {
  answered,
  type Clue,
  choose,
  cluesOf,
  type Desk,
  demoDelivery,
  deskOf,
  pictureOf,
  stepsOf,
} from './desk.testing.ts'
import { takeAround } from './field-survey.testing.ts'

describe('Evidence from the field, with the link cut half-way', () => {
  let stage: Stage
  let lin: Page
  let desk: Desk
  let phone: Page
  let clue: Clue
  let taken = 0
  const step = stepsOf(
    () => [
      ['lin', lin],
      ['phone', phone],
    ],
    () => stage,
  )
  before(async () => {
    stage = await openStage([])
    lin = await stage.enter('linzhiyuan')
    desk = deskOf(stage, lin)
  })
  after(() => stage.end())

  step('the scene: a batch is processed, and one of its suspects is sorted to the field', async () => {
    const fileDigest = await desk.put(demoDelivery())
    const about = { fileDigest, fileName: '2026Q3.zip', source: 'monitoring', period: '2026年第3季度' }
    const { batchId } = await desk.act<{ batchId: string }>('landuse.batch.upload', about)
    await desk.act('landuse.batch.process', { batchId })
    await lin.goto(`${stage.address}/batches/${batchId}`)
    await lin.getByRole('button', { name: '查看甄别结果' }).waitFor({ timeout: 90_000 })
    clue = (await cluesOf(desk, batchId)).find(
      ({ conclusion, caseId, linkedClue, areaEllipsoidal }) =>
        conclusion === 'suspect' && caseId && !linkedClue && areaEllipsoidal > 800,
    )!
    await desk.act('landuse.clue.confirm', { clueIds: [clue.id] })
    await desk.act('landuse.case.sort', { caseIds: [clue.caseId], to: 'field', reason: '需实地核实' })
  })

  step('SH088 Lin sends the case to Ma’s phone', async () => {
    await lin.goto(`${stage.address}/cases/${clue.caseId}`)
    await choose(lin, '派发给', '马东')
    await answered(lin, 'landuse.field.dispatch', () => lin.getByRole('button', { name: '派发', exact: true }).click())
    await lin.getByText('已派发给 马东').waitFor()
  })

  step('SH089 Ma finds the task on the phone, with its distance, and takes the package along', async () => {
    phone = await stage.enter('madong', { phone: true })
    const [west, south, east] = clue.box
    await phone.context().setGeolocation({ longitude: (west + east) / 2, latitude: south - 0.0003, accuracy: 4 })
    await phone.goto(`${stage.address}/field/#/tasks`)
    const task = phone.locator('.task', { hasText: clue.caseNumber! })
    await task.getByText(/^\d+ m$/).waitFor()
    await task.getByText('未开始').waitFor()
    await pictureOf(stage, phone, 'phone-tasks')
    await task.click()
    await phone.getByRole('link', { name: '范围', exact: true }).waitFor()
    await phone.locator('.range-map canvas').waitFor()
    await phone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await pictureOf(stage, phone, 'phone-map')
  })

  step('SH126 SH128 the patch takes the whole range, and says what is there now', async () => {
    await phone.context().setOffline(true)
    await phone.getByRole('link', { name: '图斑', exact: true }).click()
    await phone.getByRole('button', { name: '用整个范围' }).click()
    await phone.getByRole('button', { name: '现状地类' }).click()
    await phone.getByRole('searchbox').fill('物流')
    await phone.getByRole('button', { name: /0508/ }).click()
    await phone.getByLabel('现场说明').fill('仓库一座，已投入使用')
    await phone.getByText(/^草稿：/).waitFor()
    await phone.getByRole('button', { name: '保存' }).click()
    await phone.locator('.quiet').getByText('已保存', { exact: true }).waitFor()
    await pictureOf(stage, phone, 'phone-patch')
  })

  step(
    'SH089 SH129 SH130 without a signal Ma takes photos on all sides; each says «已保存» only when it is',
    async () => {
      await phone.getByRole('link', { name: '照片', exact: true }).click()
      await phone.getByText('还没有照片').waitFor()
      await phone.getByRole('link', { name: '拍照' }).click()
      const shutter = phone.getByRole('button', { name: '拍照' })
      await phone.getByText('不知道朝向').waitFor()
      assert.ok(await shutter.isDisabled(), 'a photo without direction would be worth nothing')
      taken = await takeAround(phone, clue.box)
      await phone.getByText(/^方位已够/).waitFor()
      await pictureOf(stage, phone, 'phone-camera')
      await phone.getByRole('link', { name: '完成' }).click()
      await phone
        .locator('.photo')
        .nth(taken - 1)
        .waitFor()
      await phone.getByText(`离线 · 待传 ${taken + 1}`).waitFor()
      await pictureOf(stage, phone, 'phone-photos')
    },
  )

  step(
    'SH132 SH134 the phone says what lies on it; what has no receipt cannot be cleared, and is saved to an archive',
    async () => {
      await phone.goto(`${stage.address}/field/#/storage`)
      await phone.getByText(`${taken} 张照片还没有服务器的接收回执`).waitFor()
      assert.ok(await phone.getByRole('button', { name: '清除已接收照片' }).isDisabled())
      await pictureOf(stage, phone, 'phone-storage')
      await phone.getByRole('link', { name: '救援导出' }).click()
      await phone.getByText(`本机有 ${taken} 张尚未接收的照片`).waitFor()
      const archive = phone.waitForEvent('download')
      await phone.getByRole('button', { name: '保存救援包' }).click()
      const files = unzipSync(readFileSync(await (await archive).path()))
      const photos = Object.entries(files).filter(([name]) => name.startsWith('photos/'))
      assert.equal(photos.length, taken)
      // Sealed as they lie on the phone; the desk takes them in (field-store.test.ts).
      for (const [name] of photos) assert.match(name, /^photos\/[0-9a-f]{64}\./)
      await phone.getByRole('link', { name: '返回' }).click()
      await phone.goto(`${stage.address}/field/#/tasks`)
      await phone.locator('.task', { hasText: clue.caseNumber! }).click()
    },
  )

  step(
    'SH089 the page opens again without a signal, nothing is lost, and the work is checked and handed in',
    async () => {
      await phone.reload()
      await phone.getByRole('link', { name: '照片', exact: true }).click()
      await phone
        .locator('.photo')
        .nth(taken - 1)
        .waitFor()
      assert.equal(await phone.locator('.state-photo-saved').count(), taken)
      await phone.getByRole('link', { name: '检查与上报' }).click()
      await phone.getByText('举证已齐全').waitFor()
      await pictureOf(stage, phone, 'phone-check')
      await phone.getByRole('button', { name: '上报' }).click()
      await phone.getByText('待上报').first().waitFor()
    },
  )

  step('SH089 the signal is back: all is sent by itself, and the phone knows it has arrived', async () => {
    await phone.context().setOffline(false)
    await phone.getByRole('button', { name: '已同步' }).waitFor({ timeout: 60_000 })
    await phone.locator('.top .state').getByText('已上报').waitFor()
    await phone.getByRole('link', { name: '记录' }).click()
    await phone
      .locator('.record')
      .getByText('已接收')
      .nth(taken + 1)
      .waitFor()
    await pictureOf(stage, phone, 'phone-record')
  })

  step('SH091 the reviewer sees the photos where they were taken and where they look', async () => {
    const sun = await stage.enter('sunlihua')
    await sun.goto(`${stage.address}/cases/${clue.caseId}`)
    await sun.getByText('地类变化').waitFor()
    await sun.locator('.photo-arrow').nth(3).waitFor()
    const picture = sun.locator('.photo-button img').first()
    await picture.scrollIntoViewIfNeeded()
    await sun.waitForFunction(
      () => (document.querySelector('.photo-button img') as HTMLImageElement | null)?.naturalWidth,
    )
    await sun.locator('.photo-button').first().click()
    await sun
      .getByRole('dialog')
      .getByText(/相距 \d/)
      .waitFor()
    await pictureOf(stage, sun, 'review-photo')
    await sun.keyboard.press('Escape')
    await sun.getByRole('dialog').waitFor({ state: 'hidden' })
    await pictureOf(stage, sun, 'review-photos')
  })
})
