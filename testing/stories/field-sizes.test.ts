import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { inTransaction } from '../../kernel/db/database.ts'
import { sendMessage } from '../../kernel/messages/send-message.ts'
import { openStage, type Stage } from '../browser.ts'
import { personOf } from '../world.ts'
import { answered, deskOf, stepsOf } from './desk.testing.ts'
import { openPatrol, type Task } from './field-dispatch-scene.testing.ts'
import { setPin } from './field-scene.testing.ts'
import { sendBack, writeElsewhere } from './field-setbacks.testing.ts'
import { ENGLISH, faultsOf, ROOMS, TAPS, tapTime, timeTaps, unseenFocus } from './field-sizes.testing.ts'

/** CSS pixels of the screens, and how large the reader has set the letters, in per cent. */
const SIZES = [
  [390, 844, 100],
  [360, 640, 100],
  [844, 390, 100],
  [390, 844, 130],
  [844, 390, 130],
  [360, 640, 200],
] as const
/** What a thumb does not notice (design/face.md). */
const MOST_MS = 100
const RANGE = [[[107.7656, 32.9808], [107.7661, 32.9808], [107.7661, 32.9812], [107.7656, 32.9812], [107.7656, 32.9808]]] // biome-ignore format: one row

describe('Every page of the phone on every screen, in every size of letters, in both languages', () => {
  let stage: Stage
  let phone: Page
  let taskId: string
  let caseId: string
  let patrols: Task[]
  const step = stepsOf(
    () => [['phone', phone]],
    () => stage,
  )
  const go = (hash: string) =>
    phone.evaluate((hash) => {
      location.hash = hash
    }, hash)
  before(async () => {
    stage = await openStage([])
    patrols = await openPatrol(stage, 24)
  })
  after(() => stage.end())

  /** Measured on every screen; a picture of the smallest and of the one held across. */
  async function measured(name: string, page = phone): Promise<void> {
    const faults: string[] = []
    for (const [width, height, percent] of SIZES) {
      await page.setViewportSize({ width, height })
      await page.evaluate(sized, percent)
      const where = `${name} ${width}×${height} ${percent} %`
      faults.push(...(await faultsOf(page)).map((fault) => `${where}: ${fault}`))
      if (height === 640 || (height === 390 && percent === 100))
        await stage.picture(page, `sizes-${name}-${width}-${percent}`)
    }
    await page.setViewportSize({ width: 390, height: 844 })
    await page.evaluate(sized, 100)
    faults.push(...(await unseenFocus(page)).map((fault) => `${name}: ${fault}`))
    assert.deepEqual(faults, [])
  }

  step('the scene: a patrol filed, messages, news, tasks that are due and one given back', async () => {
    const lin = await stage.enter('linzhiyuan')
    const desk = deskOf(stage, lin)
    const filed = await desk.act<{ caseId: string }>('casework.case.file', {
      ...{ process: 'fieldwork.enforcementPatrol', title: '城北动态巡查', areaCode: '610799100' },
      ...{ scope: { type: 'Polygon', coordinates: RANGE }, data: { source: 'report', taskNote: '群众反映有新建仓库' } },
    })
    const ma = await personOf(stage.world, 'madong')
    await inTransaction(stage.world.database.db, async (trx) => {
      for (const kind of ['returned', 'deadline', 'task'] as const) {
        const params = {
          number: '变〔2026〕0007',
          by: '孙丽华',
          reason: '照片没有拍到图斑南侧界线，请补拍',
          due: '2026-12-02',
        }
        const title = { returned: 'notice.returned', deadline: 'notice.lampYellow', task: 'notice.reassigned' }[kind]
        await sendMessage(trx, { to: [ma.id], kind, title, params }, new Date())
      }
      const { rows } = await sql<{ id: string }>`select id from task where case_id = ${filed.caseId}`.execute(trx)
      taskId = rows[0]!.id
      caseId = filed.caseId
      await sql`update task set due = current_date + 5 where id = ${taskId}`.execute(trx)
    })
    await lin.context().close()
  })

  step('signing in, asking for an account, and the archive of a phone that nobody is signed in on', async () => {
    phone = await stage.enter('madong', { phone: true })
    await phone.context().clearCookies()
    await phone.goto(`${stage.address}/field/`)
    await phone.locator('input[name=login]').waitFor()
    await measured('sign-in')
    await phone.getByRole('button', { name: '注册' }).click()
    await phone.locator('input[name=again]').waitFor()
    await measured('register')
    await phone.goto(`${stage.address}/field/?rescue`)
    await phone.locator('.rescue').waitFor()
    await measured('rescue')
    await phone.context().close()
  })

  step('the pages around the work', async () => {
    phone = await stage.enter('madong', { phone: true })
    await phone.context().setGeolocation({ longitude: 107.7658, latitude: 32.9806, accuracy: 4 })
    await phone.goto(`${stage.address}/field/`)
    await phone.locator('.modules .module').first().waitFor()
    await phone.locator('.due').first().waitFor()
    await measured('home')
    for (const [name, there] of ROOMS) {
      await go(`#/${name}`)
      await phone.locator(there).first().waitFor()
      await measured(name)
    }
  })

  step('the task lists, their sheets and their map', async () => {
    await go('#/tasks/todo')
    await phone.locator('.task-card').first().waitFor()
    await measured('tasks')
    await phone.getByRole('button', { name: /^筛选/ }).click()
    await measured('tasks-filter')
    await phone.keyboard.press('Escape')
    await phone.getByRole('button', { name: '导航' }).first().click()
    await measured('tasks-navigate')
    await phone.keyboard.press('Escape')
    await phone.getByRole('button', { name: '批量' }).click()
    await measured('tasks-batch')
    await phone.reload()
    await phone.getByRole('button', { name: '图选' }).click()
    await phone.locator('.scatter canvas').waitFor()
    await measured('tasks-draw')
    await go('#/tasks/done')
    await phone.locator('.nothing').waitFor()
    await measured('tasks-none')
  })

  step('one task, from signing for it to handing in', async () => {
    await go(`#/task/${taskId}`)
    const sign = phone.getByRole('button', { name: /签收/ })
    await sign.waitFor()
    await measured('task-claim')
    await sign.click()
    await phone.locator('.range-map canvas').waitFor()
    await measured('task-range')
    for (const sheet of ['图层', '套合']) {
      await phone.locator('.map-bar').getByRole('button', { name: sheet }).click()
      await phone.locator('.ground-sheet').waitFor()
      await measured(`task-${sheet}`)
      await phone.locator('.ground-sheet-close').click()
    }
    await phone.locator('.map-bar-main').click()
    await phone.locator('.board-tools').waitFor()
    await measured('task-draw')
    await phone.locator('.board-head button').click()
    await go(`#/task/${taskId}/patches`)
    await phone.getByRole('button', { name: '用整个范围' }).click()
    await phone.getByRole('button', { name: '现状地类' }).click()
    await measured('task-class')
    await phone.getByRole('searchbox').fill('工业')
    await phone.getByRole('button', { name: /0601/ }).click()
    await measured('task-patch')
    await go(`#/task/${taskId}/patches`)
    await phone.locator('.task', { hasText: '0601' }).waitFor()
    await measured('task-patches')
    await go(`#/task/${taskId}/form`)
    await phone.locator('.form-phone, .form').first().waitFor()
    await measured('task-form')
    await go(`#/task/${taskId}/camera`)
    await phone.getByRole('button', { name: '朝北' }).click()
    await phone.locator('.hint').first().waitFor()
    await measured('task-camera')
    await phone.getByRole('button', { name: '拍照' }).click()
    await phone.getByText('已保存 · 第 1 张').waitFor()
    for (const tab of ['photos', 'record', 'range']) {
      await go(`#/task/${taskId}/${tab}`)
      await phone.locator('main').first().waitFor()
      await measured(`task-${tab}-1`)
    }
    await go(`#/task-history/${taskId}`)
    await phone.locator('.nodes').first().waitFor()
    await measured('task-history')
  })

  step('giving out, and the locked phone', async () => {
    const chen = await stage.enter('chenlei', { phone: true })
    await chen.goto(`${stage.address}/field/#/dispatch`)
    await chen.locator('.task-tick').first().waitFor()
    await measured('dispatch', chen)
    await chen.context().close()
    await setPin(phone, stage.address)
    await measured('pin')
    await go('#/pin')
    await phone.getByRole('button', { name: '立即锁定' }).click()
    await phone.getByText('本机数据已锁定').waitFor()
    await measured('locked')
    await phone.getByLabel('离线口令').fill('000000')
    await phone.getByRole('button', { name: '解锁' }).click()
    await phone.getByText('还可再试 4 次').waitFor()
    await measured('locked-wrong')
    await phone.getByLabel('离线口令').fill('202611')
    await phone.getByRole('button', { name: '解锁' }).click()
    await phone.locator('.pin-form').waitFor()
    await phone.evaluate(() => sessionStorage.clear())
  })

  step('what two devices wrote differently, without a network; and work that was sent back', async () => {
    await go(`#/task/${taskId}/patches`)
    await phone.locator('.task', { hasText: '0601' }).tap()
    await answered(phone, 'fieldwork.sync', () => phone.getByRole('button', { name: '保存' }).click())
    await phone.context().setOffline(true)
    await phone.getByLabel('现场说明').fill('手机：三层框架')
    await phone.getByRole('button', { name: '保存' }).click()
    await measured('task-offline')
    await writeElsewhere(stage, deskOf(stage, phone), { caseId, taskId })
    await phone.context().setOffline(false)
    await go(`#/task/${taskId}/record`)
    await phone.getByText('有冲突').waitFor()
    await measured('task-conflict')
    const given = patrols[3]!
    await deskOf(stage, phone).act('fieldwork.task.claimMany', { taskIds: [given.id] })
    const again = await sendBack(stage, 'madong', given)
    await go('#/tasks/todo')
    await phone.getByRole('button', { name: '已同步' }).click()
    await phone.getByPlaceholder('搜编号、名称').fill(given.number)
    await phone.locator('.state-returned').waitFor()
    await measured('tasks-returned')
    await go(`#/task/${again}/range`)
    await phone.locator('.range-map canvas').waitFor()
    await measured('task-returned')
    await go('#/messages')
    await phone.getByText('请到现场重新核对').first().waitFor()
    await measured('message-returned')
  })

  step('the same in English', async () => {
    await go('#/me')
    await phone.getByRole('button', { name: '语言' }).click()
    for (const [name, hash, there] of ENGLISH) {
      await go(`#/${hash.replace('TASK', taskId)}`)
      await phone.locator(there).first().waitFor()
      await measured(`en-${name}`)
    }
  })

  step('a tap is answered within a tenth of a second', async () => {
    await go('#/')
    await phone.locator('.due').first().waitFor()
    await timeTaps(phone)
    const shortest = new Map<string, number>()
    for (let round = 0; round < 3; round++)
      for (const [way, there] of TAPS) {
        await phone.locator(way).first().tap()
        await phone.locator(there).first().waitFor()
        shortest.set(way, Math.min(await tapTime(phone), shortest.get(way) ?? Number.POSITIVE_INFINITY))
      }
    const slow = [...shortest].filter(([, duration]) => duration > MOST_MS)
    assert.deepEqual(slow, [])
  })
})

/** Runs in the page. */
function sized(percent: number): Promise<void> {
  document.documentElement.style.fontSize = `${percent}%`
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
}
