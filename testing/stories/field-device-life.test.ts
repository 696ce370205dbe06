import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { openStage, type Stage } from '../browser.ts'
import { settled } from '../settled.ts'
import { answered, deskOf, pictureOf, stepsOf } from './desk.testing.ts'
import { openFieldTask, type Scene, setPin, southOf } from './field-scene.testing.ts'
import { type Front, openFront } from './field-version.testing.ts'

const PIN = '202611'
const NOTE = '彩钢棚一座，正在加盖'
const DAY_MS = 86_400_000

describe('The life of a phone: a new version, a crash, clearing by itself, locked when idle, erased when lost', () => {
  let stage: Stage
  let front: Front
  let phone: Page
  let gao: Page
  let scene: Scene
  const step = stepsOf(
    () => [
      ['phone', phone],
      ['gao', gao],
    ],
    () => stage,
  )
  const at = (part: string) => `${front.address}/field/#/task/${scene.taskId}/${part}`
  const go = (part: string) => phone.goto(at(part))
  const photograph = async (n: number) => {
    await go('camera')
    await phone.getByRole('button', { name: '朝北' }).click()
    await phone.getByRole('button', { name: '拍照' }).click()
    await phone.getByText(`已保存 · 第 ${n} 张`).waitFor()
  }
  const unlock = async () => {
    await phone.getByText('本机数据已锁定').waitFor()
    await phone.getByLabel('离线口令').fill(PIN)
    await phone.getByRole('button', { name: '解锁' }).click()
  }
  const buildOf = () => phone.locator('meta[name=build]').getAttribute('content')

  before(async () => {
    stage = await openStage([])
    front = await openFront(stage.address)
    scene = await openFieldTask(stage, '彩钢棚核实')
    phone = await stage.enter('madong', { phone: true })
    await phone.context().setGeolocation(southOf())
    await phone.goto(`${front.address}/field/`)
    await phone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await go('range')
    await phone.getByRole('button', { name: '签收' }).click()
    await phone.getByRole('button', { name: '已同步' }).waitFor()
    await setPin(phone, front.address, PIN)
  })
  after(async () => {
    front.close()
    await stage.end()
  })

  step('a new version is there while a photo is unsent: it waits, and says what for', async () => {
    front.away.add('/api/fieldwork/sync')
    await photograph(1)
    front.build = 2
    await go('photos')
    await phone.reload()
    await phone.getByText(/新版本已就绪，待 1 项工作上报后再更新/).waitFor()
    assert.equal(await phone.getByRole('button', { name: '更新', exact: true }).count(), 0)
    assert.equal(await buildOf(), '1', 'the page did not change under unsent work')
    await pictureOf(stage, phone, 'phone-version-waits')
  })

  step('sent, the new version is offered; one press brings it, and the photo is still there', async () => {
    front.away.clear()
    await phone.getByRole('button', { name: /^离线|待传|已同步/ }).click()
    await phone.getByText('新版本已就绪。').waitFor({ timeout: 60_000 })
    await pictureOf(stage, phone, 'phone-version-ready')
    await phone.getByRole('button', { name: '更新', exact: true }).click()
    await phone.locator('meta[name=build][content="2"]').waitFor({ state: 'attached' })
    await phone.locator('.photo').first().waitFor()
    assert.equal(await phone.getByText('新版本已就绪').count(), 0)
  })

  step(
    'SH104 SH129 the page crashes in the middle of a sentence: the draft and the photo are there again',
    async () => {
      await phone.context().setOffline(true)
      await photograph(1)
      await go('patches')
      await phone.getByRole('button', { name: '用整个范围' }).click()
      await phone.getByLabel('现场说明').fill(NOTE)
      await phone.getByText(/^草稿：/).waitFor()
      const context = phone.context()
      const crashed = phone.waitForEvent('crash')
      const devtools = await context.newCDPSession(phone)
      devtools.send('Page.crash').catch(() => undefined)
      await crashed
      await phone.close()
      phone = await context.newPage()
      phone.setDefaultTimeout(45_000)
      await go('photos')
      await unlock()
      await phone.locator('.photo').nth(1).waitFor()
      assert.equal(await phone.locator('.state-photo-saved').count(), 1, 'not sent, but saved')
      await phone.getByRole('link', { name: '图斑', exact: true }).click()
      await phone.locator('.task').first().click()
      await phone.getByLabel('现场说明').waitFor()
      assert.equal(await phone.getByLabel('现场说明').inputValue(), NOTE)
      await pictureOf(stage, phone, 'phone-after-crash')
    },
  )

  step('SH132 SH134 eight days later what has a receipt is cleared by itself; what has none stays', async () => {
    await phone.goto(`${front.address}/field/#/storage`)
    await phone.getByText('7 天后').click()
    await phone.getByText('2 张照片').waitFor()
    await phone.getByText(/其中已接收照片的原图/).waitFor()
    await phone.clock.install({ time: Date.now() + 8 * DAY_MS })
    await phone.reload()
    await phone.getByText(/已自动清理 1 张/).waitFor()
    await phone.getByText('1 张照片还没有服务器的接收回执').waitFor()
    assert.equal(await phone.getByText(/其中已接收照片的原图/).count(), 0, 'its original has gone too')
    await pictureOf(stage, phone, 'phone-cleared')
    await go('photos')
    await phone.locator('.state-photo-saved').waitFor()
    await phone.clock.setSystemTime(Date.now())
  })

  step('left alone for sixteen minutes the phone asks for the PIN again; what was typed is kept', async () => {
    await go('patches')
    await phone.locator('.task').first().click()
    await phone.getByLabel('现场说明').fill(`${NOTE}，无人`)
    await phone.getByText(/^草稿：/).waitFor()
    await phone.clock.fastForward('14:00')
    assert.equal(await phone.getByText('本机数据已锁定').count(), 0)
    // It looks every minute, and does not lock in the middle of sending.
    const locked = phone.getByText('本机数据已锁定')
    for (let minute = 0; minute < 20 && !(await locked.isVisible()); minute++) {
      await phone.clock.runFor('01:00')
      await settled(phone)
    }
    await locked.waitFor()
    assert.equal(await phone.getByText(scene.number).count(), 0)
    await pictureOf(stage, phone, 'phone-idle-locked')
    await unlock()
    await phone.getByLabel('现场说明').waitFor()
    assert.equal(await phone.getByLabel('现场说明').inputValue(), `${NOTE}，无人`)
  })

  step('SH137 the phone is lost: the administrator revokes it, and is told what becomes of unsent work', async () => {
    gao = await stage.enter('gaoyuan')
    await gao.goto(`${stage.address}/administration/devices`)
    const row = gao.locator('.ant-table-row', { hasText: '马东' }).filter({ has: gao.getByText('停用并擦除') })
    await row.getByRole('button', { name: '停用并擦除' }).click()
    const dialog = gao.getByRole('dialog')
    await dialog.getByText('先把未上报的工作交给服务器').waitFor()
    await dialog.getByLabel('原因，如手机遗失').fill('手机遗失')
    await pictureOf(stage, gao, 'desk-device-wipe')
    await answered(gao, 'fieldwork.device.revoke', () => dialog.getByRole('button', { name: '停用并擦除' }).click())
    await gao.getByText('已停用：手机遗失').waitFor()
  })

  step('SH137 at its next contact it hands over what is unsent, says so, erases itself and is signed out', async () => {
    await phone.context().setOffline(false)
    await phone.getByText(/数据已清除，登录已退出/).waitFor({ timeout: 60_000 })
    await phone.getByText('未上报的 1 项工作已先交给服务器').waitFor()
    await pictureOf(stage, phone, 'phone-erased')
    const left = await phone.evaluate(leftHere)
    assert.deepEqual(left, { rows: 0, files: 0, pictures: 0, local: 0 })
    const { person } = await (await phone.request.get(`${stage.address}/api/session`)).json()
    assert.equal(person, null)
    const lin = await stage.enter('linzhiyuan')
    const held = await deskOf(stage, lin).ask<{ rows: { kind: string }[] }>('fieldwork.operation.list')
    assert.deepEqual(held.rows.map(({ kind }) => kind), ['photo.add']) // biome-ignore format: one row
    await phone.reload()
    await phone.getByRole('button', { name: '登录', exact: true }).waitFor()
  })
})

/** What an erased phone still has. */
async function leftHere() {
  let rows = 0
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name!)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    for (const store of database.objectStoreNames)
      rows += await new Promise<number>((resolve) => {
        const request = database.transaction(store).objectStore(store).count()
        request.onsuccess = () => resolve(request.result)
      })
    database.close()
  }
  let files = 0
  for await (const _ of (await navigator.storage.getDirectory()).keys()) files += 1
  return {
    rows,
    files,
    pictures: (await caches.keys()).filter((name) => name.includes('pictures')).length,
    local: localStorage.length,
  }
}
