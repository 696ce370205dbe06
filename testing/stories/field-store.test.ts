import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
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
    stage = await openStage()
    scene = await openFieldTask(stage, '仓库核实')
  })
  after(() => stage.end())

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
    await phone.getByText('本机有 1 张照片原图').waitFor()
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
    await phone.goto(`${stage.address}/field/#/task/${scene.taskId}/record`)
    await phone.locator('.record').getByText('已接收').nth(1).waitFor({ timeout: 60_000 })
    const { files, rows } = await phone.evaluate(readRaw)
    assert.deepEqual([files, rows.photos![0]!.bytes], [[], null], 'freed: the server has it')
  })
})

/** From the camera page of the scene's task. */
async function photograph(phone: Page, stage: Stage, scene: Scene, n: number): Promise<void> {
  await phone.goto(`${stage.address}/field/#/task/${scene.taskId}/camera`)
  await phone.getByRole('button', { name: '朝北' }).click()
  await phone.getByRole('button', { name: '拍照' }).click()
  await phone.getByText(`已保存 · 第 ${n} 张`).waitFor()
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
