import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import type { CDPSession, Page } from 'playwright-core'
import { inTransaction } from '../../kernel/db/database.ts'
import { createSignInLink } from '../../kernel/identity/sessions.ts'
import { openStage, type Stage } from '../browser.ts'
import { personOf } from '../world.ts'
import { pictureOf, stepsOf } from './desk.testing.ts'
import { openFieldTask, type Scene, setPin, southOf } from './field-scene.testing.ts'

const PIN = '202611'

describe('What is kept on a phone: sealed, locked, rescued', () => {
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

  /** So many acts of the task have their answer. */
  const received = async (acts: number) => {
    await phone.goto(`${stage.address}/field/#/task/${scene.taskId}/record`)
    await phone.locator('.record').getByText('已接收').nth(acts - 1).waitFor({ timeout: 60_000 }) // biome-ignore format: one row
  }
  let devtools: CDPSession | undefined
  /** The browser takes so many bytes more of this page; undefined: as many as it wants. */
  const leave = async (bytes: number | undefined) => {
    devtools ??= await phone.context().newCDPSession(phone)
    const { usage } = await phone.evaluate(() => navigator.storage.estimate())
    const quota = bytes !== undefined && { quotaSize: usage! + bytes }
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: stage.address, ...quota })
  }

  step('Ma takes a task along and photographs it without a network', async () => {
    phone = await stage.enter('madong', { phone: true })
    await phone.context().setGeolocation(southOf())
    await phone.goto(`${stage.address}/field/#/task/${scene.taskId}`)
    await phone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await phone.getByRole('button', { name: '签收' }).click()
    await phone.getByRole('button', { name: '已同步' }).waitFor()
    await setPin(phone, stage.address, PIN)
    await pictureOf(stage, phone, 'phone-pin')
    await phone.context().setOffline(true)
    await photograph(phone, stage, scene, 1)
  })

  step('SH132 nothing of it can be read in the database or in the files', async () => {
    const kept = await phone.evaluate(readRaw)
    const text = JSON.stringify(kept.rows)
    assert.ok(kept.rows.operations!.length >= 2 && kept.rows.tasks!.length >= 1)
    for (const secret of ['仓库核实', scene.number, '马东@', 'photo.add', 'takenAt'])
      assert.ok(!text.includes(secret), secret)
    assert.deepEqual(kept.files, [kept.rows.photos![0]!.digest])
    assert.equal(kept.rows.photos![0]!.bytes, 'file')
    assert.notEqual(kept.head, 'ffd8', 'a JPEG would begin so')
  })

  step('SH132 the page is closed: it opens again without a network by the PIN only', async () => {
    const context = phone.context()
    await phone.close()
    phone = await context.newPage()
    await phone.goto(`${stage.address}/field/#/task/${scene.taskId}/photos`)
    await phone.getByText('本机数据已锁定').waitFor()
    assert.equal(await phone.getByText(scene.number).count(), 0)
    await phone.getByLabel('离线口令').fill('000000')
    await phone.getByRole('button', { name: '解锁' }).click()
    await phone.getByText('还可再试 4 次').waitFor()
    await pictureOf(stage, phone, 'phone-locked')
    await phone.getByLabel('离线口令').fill(PIN)
    await phone.getByRole('button', { name: '解锁' }).click()
    await phone.locator('.photo').first().waitFor()
  })

  step('SH132 five wrong tries: the PIN is void, the work stays, and comes back with a sign-in', async () => {
    await phone.goto(`${stage.address}/field/#/pin`)
    await phone.getByRole('button', { name: '立即锁定' }).click()
    for (const left of [4, 3, 2, 1]) {
      await phone.getByLabel('离线口令').fill('111111')
      await phone.getByRole('button', { name: '解锁' }).click()
      await phone.getByText(`还可再试 ${left} 次`).waitFor()
    }
    await phone.getByLabel('离线口令').fill('111111')
    await phone.getByRole('button', { name: '解锁' }).click()
    await phone.getByText('口令连续输错').waitFor()
    const rows = (await phone.evaluate(readRaw)).rows
    assert.ok(rows.operations!.some(({ state }) => state === 'waiting'))
    await pictureOf(stage, phone, 'phone-pin-spent')
  })

  step('SH134 the rescue archive is saved from the locked phone; it is sealed too', async () => {
    await phone.getByRole('link', { name: '救援导出' }).click()
    await phone.getByText('本机有 1 张尚未接收的照片').waitFor()
    await pictureOf(stage, phone, 'phone-rescue')
    const archive = phone.waitForEvent('download')
    await phone.getByRole('button', { name: '保存救援包' }).click()
    const files = unzipSync(readFileSync(await (await archive).path()))
    const [photo] = Object.keys(files).filter((name) => name.startsWith('photos/'))
    assert.match(photo!, /^photos\/[0-9a-f]{64}\.sealed$/)
    assert.ok(!strFromU8(files['operations.json']!).includes('takenAt'))
  })

  step('SH132 Ma signs in with a network: all is there, and is sent', async () => {
    await phone.context().setOffline(false)
    const { id } = await personOf(stage.world, 'madong')
    const link = await inTransaction(stage.world.database.db, (trx) => createSignInLink(trx, id, new Date()))
    await phone.goto(`${stage.address}/field/?link=${link}`)
    await phone.getByRole('button', { name: '重新登录' }).click()
    await phone.getByRole('button', { name: '用一次性链接登录' }).click()
    await phone.getByRole('link', { name: '任务' }).first().waitFor()
    await received(2)
    const { files, rows, head } = await phone.evaluate(readRaw)
    const [photo] = rows.photos!
    assert.deepEqual([files, photo!.bytes, typeof photo!.settledAt], [[photo!.digest], 'file', 'number'], 'it stays')
    assert.notEqual(head, 'ffd8', 'sealed as before')
  })

  step('SH134 the page says what originals hold that the server has, and how long they stay', async () => {
    await phone.goto(`${stage.address}/field/#/storage`)
    await phone.getByText(/其中已接收照片的原图 0\.\d MB/).waitFor()
    assert.ok(await phone.getByRole('radio', { name: '7 天', exact: true }).isChecked())
    await pictureOf(stage, phone, 'phone-originals')
  })

  step('SH132 the phone takes no more: the original the server has makes room for the photo taken now', async () => {
    const { digest } = (await phone.evaluate(readRaw)).rows.photos![0]!
    await phone.context().setOffline(true)
    await leave(10_000)
    await photograph(phone, stage, scene, 1)
    const { files, rows } = await phone.evaluate(readRaw)
    const [sent, ...unsent] = rows.photos!.toSorted((one) => (one.digest === digest ? -1 : 1))
    assert.deepEqual([sent!.bytes, files.includes(digest as string)], [null, false])
    assert.ok(unsent.length > 0 && unsent.every((one) => one.receipt === null && files.includes(one.digest as string)))
  })

  step('SH132 what is not sent makes no room: it is said that the phone is full', async () => {
    // What the camera gave becomes a photo first; that wants room too.
    await leave(undefined)
    await phone.evaluate(() => dispatchEvent(new Event('online')))
    await phone.waitForFunction(isDeveloped)
    const before = await phone.evaluate(readRaw)
    await leave(1000)
    await phone.getByRole('button', { name: '拍照' }).click()
    await phone.getByText('没有保存成功：手机存储可能已满').waitFor()
    await pictureOf(stage, phone, 'phone-full')
    assert.deepEqual((await phone.evaluate(readRaw)).files, before.files)
    await leave(undefined)
  })

  step('SH134 an original the browser has lost is no loss where the server has it', async () => {
    await phone.context().setOffline(false)
    await received(3)
    assert.equal((await phone.evaluate(readRaw)).files.length, 1, 'it stays')
    await phone.evaluate(async () =>
      (await navigator.storage.getDirectory()).removeEntry('photos', { recursive: true }),
    )
    await phone.reload()
    await phone.waitForFunction(hasNoOriginal)
    const { rows } = await phone.evaluate(readRaw)
    assert.ok(rows.photos!.every(({ isLost }) => !isLost))
  })

  step('SH134 set to go at once, the next original goes as soon as the server has it', async () => {
    await phone.goto(`${stage.address}/field/#/storage`)
    await phone.getByRole('radio', { name: '立即释放' }).click()
    await phone.getByRole('radio', { name: '立即释放', checked: true }).waitFor()
    await photograph(phone, stage, scene, 1)
    await received(4)
    await phone.waitForFunction(hasNoOriginal)
    assert.equal((await phone.evaluate(readRaw)).rows.photos!.length, 3, 'small pictures stay')
  })
})

/** From the camera page of the scene's task. */
async function photograph(phone: Page, stage: Stage, scene: Scene, n: number): Promise<void> {
  await phone.goto(`${stage.address}/field/#/task/${scene.taskId}/camera`)
  await phone.getByRole('button', { name: '朝北' }).click()
  await phone.getByRole('button', { name: '拍照' }).click()
  await phone.getByText(`已保存 · 第 ${n} 张`).waitFor()
}

/** Runs in the page: of no photo there is more than the small picture, neither a row that tells of more nor a file. */
async function hasNoOriginal(): Promise<boolean> {
  const request = indexedDB.open('yutu-field')
  await new Promise((resolve) => (request.onsuccess = resolve))
  const photos = request.result.transaction('photos').objectStore('photos').getAll()
  await new Promise((resolve) => (photos.onsuccess = resolve))
  request.result.close()
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('photos', { create: true })
  const file = await folder.keys().next()
  return file.done === true && photos.result.every(({ bytes }) => bytes === null)
}

/** Runs in the page: nothing waits to be stamped. */
async function isDeveloped(): Promise<boolean> {
  const request = indexedDB.open('yutu-field')
  await new Promise((resolve) => (request.onsuccess = resolve))
  const captured = request.result.transaction('photos').objectStore('photos').index('captured').count()
  await new Promise((resolve) => (captured.onsuccess = resolve))
  request.result.close()
  return captured.result === 0
}

type Raw = { rows: Record<string, Record<string, unknown>[]>; files: string[]; head: string }

/** As it lies on the phone, past the page's own code. */
async function readRaw(): Promise<Raw> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('yutu-field')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const rows: Raw['rows'] = {}
  for (const store of ['operations', 'tasks', 'photos', 'patches', 'things']) {
    const request = database.transaction(store).objectStore(store).getAll()
    const all = await new Promise<Record<string, unknown>[]>((resolve) => {
      request.onsuccess = () => resolve(request.result)
    })
    const words = new TextDecoder('utf-8', { fatal: false })
    rows[store] = all.map((row) => ({ ...row, sealed: row.sealed && words.decode(row.sealed as Uint8Array) }))
  }
  database.close()
  const files: string[] = []
  let head = ''
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('photos', { create: true })
  for await (const [name, handle] of folder.entries()) {
    files.push(name)
    const bytes = new Uint8Array(await (await (handle as FileSystemFileHandle).getFile()).arrayBuffer())
    head = [...bytes.subarray(0, 2)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  }
  return { rows, files, head }
}
