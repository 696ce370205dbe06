import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { inTransaction } from '../../kernel/db/database.ts'
import { openStage, type Stage } from '../browser.ts'
import { personOf } from '../world.ts'
import { pictureOf, stepsOf } from './desk.testing.ts'
import { openPatrol, standAt, type Task } from './field-dispatch-scene.testing.ts'
import { openFieldTask, type Scene, southOf } from './field-scene.testing.ts'

const DAY_MS = 86_400_000

describe('A day on which nothing goes as it should', () => {
  let stage: Stage
  let phone: Page
  let scene: Scene
  let patrol: Task[]
  const step = stepsOf(
    () => [['phone', phone]],
    () => stage,
  )
  const open = (address: string) => phone.goto(`${stage.address}/field/#/${address}`)
  const synced = () => phone.getByRole('button', { name: '已同步' }).waitFor()
  before(async () => {
    stage = await openStage([])
    scene = await openFieldTask(stage, '仓库核实')
    patrol = await openPatrol(stage, 30)
    phone = await stage.enter('chenlei', { phone: true })
    await phone.addInitScript(withholdDevices)
    await phone.context().setGeolocation(southOf())
    await open(`task/${scene.taskId}/range`)
    await phone.getByRole('button', { name: '签收' }).click()
    await synced()
  })
  after(() => stage.end())

  /** A colleague signs for it, or it is taken off the list, behind the phone's back. */
  const behindBack = async (taskId: string, login: string) => {
    const { id } = await personOf(stage.world, login)
    await inTransaction(
      stage.world.database.db,
      (trx) =>
      sql`update task set state = 'claimed', assignee = ${id}, claimed_at = now(), revision = revision + 1 where id = ${taskId}`.execute(trx), // biome-ignore format: one row
    )
  }

  step('a clock that is a day behind is told at the start and in the camera', async () => {
    const ahead = new Date(Date.now() + DAY_MS).toUTCString()
    await phone.route('**/api/session', (route) =>
      route.request().method() === 'HEAD' ? route.fulfill({ headers: { date: ahead } }) : route.fallback(),
    )
    await open('')
    await phone.getByText(/手机时间与服务器相差 14\d\d 分钟/).waitFor()
    await open(`task/${scene.taskId}/camera`)
    await phone.getByText(/手机时间差 14\d\d 分钟/).waitFor()
    await phone.unroute('**/api/session')
  })

  step('the camera is not allowed: why, what to do, and once allowed it goes on without leaving the page', async () => {
    await phone.evaluate(() => Object.assign(globalThis, { cameraIs: 'refused' }))
    await phone.getByRole('link', { name: '完成' }).click()
    await phone.getByRole('link', { name: '拍照' }).click()
    await phone.getByText('没有允许使用摄像头').waitFor()
    assert.equal(await phone.locator('input[type=file][capture=environment]').count(), 1)
    await pictureOf(stage, phone, 'field-rough-camera')
    await phone.evaluate(() => Object.assign(globalThis, { cameraIs: 'there' }))
    await phone.getByRole('button', { name: '重试' }).click()
    await phone.locator('video:not([hidden])').waitFor()
  })

  step('a call takes the camera away: it is begun anew instead of showing what was', async () => {
    await phone.evaluate(() => {
      const stream = document.querySelector('video')!.srcObject as MediaStream
      Object.assign(globalThis, { streamBefore: stream.id })
      const [track] = stream.getVideoTracks()
      track!.stop()
      track!.dispatchEvent(new Event('ended'))
    })
    await phone.waitForFunction(() => {
      const stream = document.querySelector('video')?.srcObject as MediaStream | null
      const { streamBefore } = globalThis as unknown as { streamBefore: string }
      return stream && stream.id !== streamBefore && stream.active
    })
  })

  step('an iPhone asks before it gives the compass: refused it is said, allowed it shows where one looks', async () => {
    await phone.getByText('没有允许使用罗盘').waitFor()
    await phone.evaluate(() => Object.assign(globalThis, { compassIs: 'granted' }))
    await phone.getByRole('button', { name: '用罗盘' }).click()
    await phone.getByText('没有允许使用罗盘').waitFor({ state: 'detached' })
    const turn = { alpha: 0, beta: 80, gamma: 90, webkitCompassHeading: 357.6 }
    await phone.evaluate((turn) => dispatchEvent(Object.assign(new Event('deviceorientation'), turn)), turn)
    await phone.getByText('俯仰 0° 横滚 10°').waitFor()
    assert.equal(await phone.getByRole('button', { name: '用罗盘' }).count(), 0)
    assert.ok(await phone.getByRole('button', { name: '拍照' }).isEnabled())
  })

  step('held across: the picture keeps the height, and everything is still under the thumb', async () => {
    await phone.setViewportSize({ width: 844, height: 390 })
    const inSight = async (selector: string) => (await phone.locator(selector).boundingBox())!
    const view = await inSight('.camera-view')
    assert.ok(view.height > 350 && view.width > 400, `the picture has ${view.width} × ${view.height}`)
    for (const selector of ['.shutter', '.camera-foot', '.dial', '.camera-close']) {
      const { x, y, width, height } = await inSight(selector)
      assert.ok(x >= 0 && y >= 0 && x + width <= 844 && y + height <= 390, `${selector} is out of sight`)
    }
    await pictureOf(stage, phone, 'field-rough-across')
    await phone.setViewportSize({ width: 390, height: 844 })
  })

  step('a file that is no picture is told, and takes nothing', async () => {
    await phone.getByRole('button', { name: '朝北' }).click()
    const file = { name: 'photo.heic', mimeType: 'image/heic', buffer: Buffer.from('no picture') }
    await phone.locator('input[type=file]:not([capture])').setInputFiles(file)
    await phone.getByText('读不出这张图片').waitFor()
  })

  step(
    'no news of the place for a minute: the old one is no evidence, the shutter waits; news come, it goes on',
    async () => {
      await phone.locator('.hint-good').first().waitFor()
      await phone.evaluate(() => Object.assign(globalThis, { isSilent: true, silentFor: 70_000 }))
      await phone.getByText('位置已有一会儿没有更新').waitFor()
      assert.ok(await phone.getByRole('button', { name: '拍照' }).isDisabled())
      await phone.evaluate(() => Object.assign(globalThis, { isSilent: false, silentFor: 0 }))
      await phone.locator('.hint-good').first().waitFor()
    },
  )

  step('the server has a fault of its own: that is said, and not that there is no network', async () => {
    await phone.route('**/api/fieldwork/task/pull*', (route) => route.fulfill({ status: 500, body: 'oh' }))
    await open('tasks/all')
    await phone.evaluate(() => dispatchEvent(new Event('online')))
    await phone.getByRole('button', { name: '同步出错' }).waitFor()
    await phone.getByRole('alert').first().waitFor()
    assert.equal(await phone.getByText('没有网络').count(), 0)
    await phone.unroute('**/api/fieldwork/task/pull*')
    await phone.getByRole('button', { name: '同步出错' }).click()
    await synced()
  })

  step('SH107 what a task is made of is seen from the list; one comes back to the list as one left it', async () => {
    await standAt(phone, 0)
    await phone.getByLabel('搜编号、名称').fill('测量标志 015')
    const card = phone.locator('.task-card', { hasText: '测量标志 015' })
    await card.getByRole('button', { name: '图斑' }).click()
    await phone.getByRole('dialog').getByText('图斑 0 个').waitFor()
    await phone.getByRole('dialog').getByText('项目', { exact: true }).waitFor()
    await pictureOf(stage, phone, 'field-rough-contents')
    await phone.getByRole('button', { name: '关闭' }).click()
    await card.getByRole('link', { name: '历史' }).click()
    await phone.getByRole('heading', { name: '历史调查记录' }).waitFor()
    await phone.goBack()
    await card.waitFor()
    assert.equal(await phone.getByLabel('搜编号、名称').inputValue(), '测量标志 015')
  })

  step('one’s own task is gone on with from the list; giving it back does not stand out', async () => {
    await phone.getByLabel('搜编号、名称').fill('仓库')
    const card = phone.locator('.task-card', { hasText: '仓库核实' })
    assert.equal(await card.locator('.task-act-main').textContent(), '去举证')
    await pictureOf(stage, phone, 'field-rough-list')
  })

  step('SH132 what is kept of a task is listed with its size and fetched anew', async () => {
    await open('storage')
    await phone.getByText(/任务资料 1 件/).waitFor()
    await phone.getByText('在办，保留').waitFor()
    await phone.getByRole('button', { name: '全部更新' }).click()
    await phone.getByText('已更新 1 件').waitFor()
    await pictureOf(stage, phone, 'field-rough-storage')
  })

  step('a task that a colleague has meanwhile says so and leads on', async () => {
    await behindBack(patrol[3]!.id, 'madong')
    await open(`task/${patrol[3]!.id}`)
    await phone.evaluate(() => dispatchEvent(new Event('online')))
    await phone.getByText('马东 签收').waitFor()
    await phone.getByRole('link', { name: '历史调查记录' }).waitFor()
  })

  step(
    'the phone is full while one writes: it is said at once, with the way to make room; then it goes on',
    async () => {
      await open(`task/${scene.taskId}/patches`)
      await phone.getByRole('button', { name: '用整个范围' }).click()
      // The patch itself is still kept.
      await phone.getByLabel('现场说明').waitFor()
      await phone.evaluate(() => Object.assign(globalThis, { isFull: true }))
      await phone.getByLabel('现场说明').fill('写到')
      await phone.getByText('手机存储已满').waitFor()
      await phone.getByText('正在记到手机上').waitFor()
      await pictureOf(stage, phone, 'field-rough-full')
      await phone.evaluate(() => Object.assign(globalThis, { isFull: false }))
      await phone.getByRole('alert').getByRole('button', { name: '本机数据' }).click()
      await phone.getByText(/任务资料 1 件/).waitFor()
      assert.equal(await phone.getByText('手机存储已满').count(), 0)
      await phone.goBack()
      await phone.getByLabel('现场说明').fill('写到一半')
      await phone.getByText('草稿：已记在手机上').waitFor()
    },
  )

  step(
    'a task taken away in the middle of the work: what was drawn is there, and the page says what becomes of it',
    async () => {
      await phone.route('**/api/fieldwork/task/pull*', (route) =>
        route.fulfill({
          json: { cursor: 'c', isWhole: false, more: false, tasks: [], gone: [scene.taskId], answers: [] },
        }),
      )
      await phone.evaluate(() => dispatchEvent(new Event('online')))
      await phone.getByText('此任务已不在您名下').waitFor()
      assert.equal(await phone.getByLabel('现场说明').inputValue(), '写到一半')
      await pictureOf(stage, phone, 'field-rough-gone')
    },
  )
})

/** Runs in the page: a camera that may be refused, and a place that may fall silent for so many milliseconds of the page's clock. */
function withholdDevices(): void {
  const world = globalThis as unknown as {
    cameraIs?: string
    isSilent?: boolean
    silentFor?: number
    isFull?: boolean
    compassIs?: string
  }
  const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = (wanted) =>
    world.cameraIs === 'refused' ? Promise.reject(new DOMException('no', 'NotAllowedError')) : open(wanted)
  const watch = navigator.geolocation.watchPosition.bind(navigator.geolocation)
  navigator.geolocation.watchPosition = (found, failed, options) =>
    watch((position) => !world.isSilent && found(position), failed, options)
  const now = Date.now.bind(Date)
  Date.now = () => now() + (world.silentFor ?? 0)
  Object.assign(DeviceOrientationEvent, { requestPermission: async () => world.compassIs ?? 'denied' })
  const put = IDBObjectStore.prototype.put
  IDBObjectStore.prototype.put = function (...words: Parameters<typeof put>) {
    if (world.isFull) throw new DOMException('full', 'QuotaExceededError')
    return put.apply(this, words)
  }
}
