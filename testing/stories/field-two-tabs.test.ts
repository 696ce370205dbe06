import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { inTransaction } from '../../kernel/db/database.ts'
import { createSignInLink } from '../../kernel/identity/sessions.ts'
import { patchesOf } from '../../modules/fieldwork/sync/field-work.ts'
import { openStage, type Stage } from '../browser.ts'
import { personOf } from '../world.ts'
import { pictureOf, stepsOf } from './desk.testing.ts'
import { openFieldTask, type Scene, southOf } from './field-scene.testing.ts'
import { type Front, openFront } from './field-version.testing.ts'

describe('The app is open twice on one phone', () => {
  let stage: Stage
  let front: Front
  let one: Page
  let two: Page
  const scenes: Scene[] = []
  const step = stepsOf(
    () => [
      ['one', one],
      ['two', two],
    ],
    () => stage,
  )
  const tabs = () => [[one, scenes[0]!], [two, scenes[1]!]] as const // biome-ignore format: one row
  const open = (page: Page, { taskId }: Scene, part: string) =>
    page.goto(`${front.address}/field/#/task/${taskId}/${part}`)
  const synced = (page: Page) => page.getByRole('button', { name: '已同步' }).waitFor({ timeout: 60_000 })
  const buildOf = (page: Page) => page.locator('meta[name=build]').getAttribute('content')
  /** Both at the same moment, on one's own task. */
  const photograph = async (n: number) => {
    for (const [page, scene] of tabs()) {
      await page.bringToFront()
      await open(page, scene, 'camera')
      await page.getByRole('button', { name: '朝北' }).click()
    }
    await Promise.all(tabs().map(([page]) => page.getByRole('button', { name: '拍照' }).click()))
    await Promise.all(tabs().map(([page]) => page.getByText(`已保存 · 第 ${n} 张`).waitFor()))
  }
  before(async () => {
    stage = await openStage([])
    front = await openFront(stage.address)
    scenes.push(await openFieldTask(stage, '东边的棚'), await openFieldTask(stage, '西边的棚', [0, 0]))
    one = await stage.enter('madong', { phone: true })
    await one.context().setGeolocation(southOf())
    await one.goto(`${front.address}/field/`)
    await one.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    two = await one.context().newPage()
    two.setDefaultTimeout(45_000)
    for (const [page, scene] of tabs()) {
      await open(page, scene, 'range')
      await page.getByRole('button', { name: '签收' }).click()
      await synced(page)
    }
  })
  after(async () => {
    front.close()
    await stage.end()
  })

  step('SH129 without a network both tabs draw and photograph, at the same moment', async () => {
    await one.context().setOffline(true)
    await photograph(1)
    await photograph(2)
    for (const [page, scene] of tabs()) {
      await open(page, scene, 'patches')
      await page.getByRole('button', { name: '用整个范围' }).click()
      await page.getByRole('button', { name: '现状地类' }).click()
      await page.getByRole('searchbox').fill('工业')
      await page.getByRole('button', { name: /0601/ }).click()
      await page.getByLabel('现场说明').fill(`${scene.number} 已看`)
      await page.getByText(/^草稿：/).waitFor()
      await page.getByRole('button', { name: '保存' }).click()
      await page.locator('.quiet').getByText('已保存', { exact: true }).waitFor()
    }
  })

  step('SH129 SH132 with the network back all of it is there once, in one chain without a gap', async () => {
    await one.context().setOffline(false)
    await Promise.all([synced(one), synced(two)])
    const { acts, photos } = await inTransaction(stage.world.database.db, async (trx) => ({
      acts: (
        await sql<{
          sequence: number
          kind: string
          status: string
        }>`select sequence::int, kind, status from field_operation
          order by sequence`.execute(trx)
      ).rows,
      photos: (
        await sql<{ count: number }>`select count(*)::int as count from field_photo
          where case_id = any(${scenes.map(({ caseId }) => caseId)}::uuid[]) group by case_id`.execute(trx)
      ).rows.map(({ count }) => count),
    }))
    assert.deepEqual(photos, [2, 2])
    assert.deepEqual([...new Set(acts.map(({ status }) => status))], ['applied'])
    assert.deepEqual(
      acts.map(({ sequence }) => sequence),
      acts.map((_, k) => k + 1),
    )
    const count = (kind: string) => acts.filter((act) => act.kind === kind).length
    assert.deepEqual([count('task.claim'), count('photo.add'), count('patch.save')], [2, 4, 2])
  })

  step('SH126 letters typed while the server answers the save before are all there, and are saved next', async () => {
    await one.bringToFront()
    await open(one, scenes[0]!, 'patches')
    await one.locator('.task', { hasText: '0601' }).click()
    const [note, save] = [one.getByLabel('现场说明'), one.getByRole('button', { name: '保存' })]
    await note.fill('一层')
    await save.click()
    await note.pressSequentially('，砖混结构，约二百平方米', { delay: 60 })
    assert.equal(await note.inputValue(), '一层，砖混结构，约二百平方米')
    await save.click()
    await one.locator('.quiet').getByText('已保存', { exact: true }).waitFor()
    await synced(one)
    const [patch] = await inTransaction(stage.world.database.db, (trx) => patchesOf(trx, scenes[0]!.caseId))
    assert.equal(patch!.note, '一层，砖混结构，约二百平方米')
  })

  step('an update waits for the photo that the other tab has not sent', async () => {
    front.away.add('/api/fieldwork/sync')
    await photograph(1)
    front.build = 2
    await open(one, scenes[0]!, 'photos')
    await one.reload()
    await one.getByText(/新版本已就绪，待 2 项工作上报后再更新/).waitFor()
    assert.equal(await buildOf(one), '1')
  })

  step(
    'sent, one press in one tab brings it; the other is not torn out of what it does, and follows with its next page',
    async () => {
      front.away.clear()
      await one.getByRole('button', { name: /^离线|待传|已同步/ }).click()
      await one.getByText('新版本已就绪。').waitFor({ timeout: 60_000 })
      await two.bringToFront()
      await one.getByRole('button', { name: '更新', exact: true }).click()
      await one.locator('meta[name=build][content="2"]').waitFor({ state: 'attached' })
      if ((await buildOf(two)) === '1') {
        await two.getByText('本应用已在另一页更新').waitFor()
        await pictureOf(stage, two, 'two-tabs-newer')
        await two.evaluate(() => {
          location.hash = '#/tasks'
        })
      }
      await two.locator('meta[name=build][content="2"]').waitFor({ state: 'attached' })
    },
  )

  step('signed out in one, the other is locked', async () => {
    await open(two, scenes[1]!, 'photos')
    await two.locator('.photo').first().waitFor()
    await one.goto(`${front.address}/field/#/me`)
    await one.getByRole('button', { name: '退出登录' }).click()
    await one.getByRole('button', { name: '登录', exact: true }).waitFor()
    await two.getByText('本机数据已锁定').waitFor()
    assert.equal(await two.locator('.photo').count(), 0)
    await pictureOf(stage, two, 'two-tabs-locked')
  })

  step('a newer page changes the database: the older tab makes way at once, and says what to do', async () => {
    assert.equal(await one.evaluate(changeDatabase), 'changed')
    const { id } = await personOf(stage.world, 'madong')
    const link = await inTransaction(stage.world.database.db, (trx) => createSignInLink(trx, id, new Date()))
    await two.goto(`${front.address}/field/?link=${link}`)
    await two.getByRole('button', { name: '用一次性链接登录' }).click()
    await two.getByText('本应用已在另一页升级').waitFor()
    await pictureOf(stage, two, 'two-tabs-database')
  })
})

/** Opens the database as a page of the next version would. */
function changeDatabase(): Promise<string> {
  return new Promise((resolve) => {
    const request = indexedDB.open('yutu-field', 1000)
    request.onblocked = () => resolve('blocked')
    request.onsuccess = () => {
      request.result.close()
      resolve('changed')
    }
  })
}
