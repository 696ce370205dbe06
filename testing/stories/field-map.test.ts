import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { inTransaction } from '../../kernel/db/database.ts'
import { planarArea } from '../../kernel/geometry/measures/planar-area.ts'
import type { Position } from '../../kernel/geometry/types.ts'
import { EAST, NORTH, plot } from '../../kernel/layers/sample-patches.testing.ts'
import { overlay } from '../../kernel/overlay/overlay.ts'
import { areaToDegrees, areaToPlane, placeToDegrees } from '../../modules/fieldwork/rules/plane.ts'
import { patchesOf } from '../../modules/fieldwork/sync/field-work.ts'
import { openStage, type Stage } from '../browser.ts'
import { pictureOf, stepsOf } from './desk.testing.ts'
import { type Line, onScreen, openLine, whereItLies } from './field-map.testing.ts'
import { openFieldTask, type Scene, setPin, southOf } from './field-scene.testing.ts'

const PIN = '202611'
/** On land that an approval of the demo county covers, in the village 610799101202. */
const AT: [number, number] = [720, 620]
const VILLAGE = '610799101202'
const APPROVAL = '陕政土批〔2024〕101号'

const corner = (x: number, y: number): Position => placeToDegrees([EAST + AT[0] + x, NORTH + AT[1] + y])

describe('The map of the phone: taken along, and worked on where no server is', () => {
  let stage: Stage
  let line: Line
  let phone: Page
  let scene: Scene
  let blocks: string[] = []
  const step = stepsOf(
    () => [['phone', phone]],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    line = await openLine(stage.address)
    scene = await openFieldTask(stage, '物流仓储用地核实', AT)
  })
  after(async () => {
    line.close()
    await stage.end()
  })

  const tapAt = async (place: Position, off = 0) => {
    const { x, y } = await onScreen(phone, place)
    await phone.touchscreen.tap(x + off, y + off)
  }

  step('Ma claims the task, and finds the offline data page empty with what is free on the phone', async () => {
    phone = await stage.enter('madong', { phone: true })
    phone.on('request', (request) => request.url().includes('/package/block') && blocks.push(request.url()))
    await phone.context().setGeolocation(southOf(AT))
    await phone.goto(`${line.address}/field/#/task/${scene.taskId}`)
    await phone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await phone.getByRole('button', { name: '签收' }).click()
    await phone.getByRole('button', { name: '已同步' }).waitFor()
    await setPin(phone, line.address, PIN)
    await phone.goto(`${line.address}/field/#/packages`)
    await phone.getByText('还没有离线资料').waitFor()
    await phone.getByText(/手机还可用约/).waitFor()
  })

  step('SH132 the size of a village is told before anything comes; it is made, and its exact size told', async () => {
    await phone.getByRole('button', { name: '乡镇或村' }).click()
    await phone.getByLabel('乡镇或村').selectOption(VILLAGE)
    await phone.getByText(/个要素，.*约 [\d.]+ MB/).waitFor()
    await pictureOf(stage, phone, 'field-packages-choice')
    assert.equal(blocks.length, 0)
    await phone.getByRole('button', { name: '准备离线资料' }).click()
    await phone.getByText(/待下载 [\d.]+ MB/).waitFor({ timeout: 240_000 })
    assert.equal(blocks.length, 0)
  })

  step('SH132 the line is cut while it comes: what has come stays, and it goes on from there', async () => {
    line.cutAfter(1_500_000)
    await phone.getByRole('button', { name: /^下载/ }).click()
    await phone.getByRole('alert').waitFor()
    const before = blocks.length
    assert.ok(before > 1, `${before} blocks were asked for`)
    await pictureOf(stage, phone, 'field-packages-cut')
    await line.mend()
    blocks = []
    await phone
      .getByRole('button', { name: /^下载|重试/ })
      .first()
      .click()
    await phone.getByText(/下载于/).waitFor({ timeout: 120_000 })
    assert.equal(new Set(blocks).size, blocks.length, 'no block came twice')
    await pictureOf(stage, phone, 'field-packages')
  })

  step('SH132 nothing has changed at the office: nothing is downloaded', async () => {
    blocks = []
    await phone.getByRole('button', { name: '检查更新' }).click()
    await phone.getByText('已是最新，无需下载').waitFor()
    assert.equal(blocks.length, 0)
  })

  step('who has no right to the village gets nothing of it', async () => {
    const liu = await stage.enter('liuxiaofeng', { phone: true })
    const answer = await liu.request.post(`${stage.address}/api/fieldwork/package/prepare`, {
      data: { kind: 'area', code: VILLAGE, imagery: 'none' },
    })
    assert.equal(answer.status(), 403)
    await liu.goto(`${stage.address}/field/#/packages`)
    await liu.getByRole('button', { name: '乡镇或村' }).click()
    await liu.getByLabel('乡镇或村').waitFor()
    assert.equal(await liu.locator(`option[value="${VILLAGE}"]`).count(), 0)
    await liu.context().close()
  })

  step('SH110 the server is gone and the page opened anew: the map opens at the task, from the package', async () => {
    line.cut()
    const context = phone.context()
    await context.setOffline(true)
    await phone.close()
    phone = await context.newPage()
    phone.setDefaultTimeout(45_000)
    await phone.goto(`${line.address}/field/#/map/${scene.taskId}`)
    await phone.getByLabel('离线口令').fill(PIN)
    await phone.getByRole('button', { name: /解锁|打开/ }).click()
    await phone.getByRole('heading', { name: scene.number }).waitFor()
    await phone.getByRole('button', { name: '图层' }).click()
    await phone.locator('.legend-rows li').first().waitFor()
    await pictureOf(stage, phone, 'field-map-layers')
    await phone.getByRole('button', { name: '关闭' }).click()
    await pictureOf(stage, phone, 'field-map')
  })

  step('SH124 SH131 a tap on a parcel tells what planning, land and construction know of it', async () => {
    await tapAt(corner(30, 30))
    const sheet = phone.getByRole('region', { name: '地块信息' })
    await sheet.getByText('来自离线包').waitFor()
    await sheet.getByText('地类图斑').waitFor()
    await sheet.getByText('农转用批文').click()
    await sheet.getByText(APPROVAL).first().waitFor()
    await pictureOf(stage, phone, 'field-map-identify')
    await phone.getByRole('button', { name: '关闭' }).click()
  })

  step('SH124 by approval number, by project name, and round where Ma stands', async () => {
    await phone.getByRole('button', { name: '查询', exact: true }).click()
    const field = phone.getByRole('searchbox')
    await field.fill('陕政土批2024 101')
    await field.press('Enter')
    await phone.locator('.found-list li', { hasText: '柳树寨物流仓储项目' }).first().waitFor()
    await field.fill('没有这样的项目')
    await field.press('Enter')
    await phone.getByText('没有找到').waitFor()
    await phone.getByRole('button', { name: '200 m' }).click()
    await phone.locator('.found-list li', { hasText: '柳树寨物流仓储项目' }).first().waitFor()
    await pictureOf(stage, phone, 'field-map-query')
    await phone.getByRole('button', { name: '关闭' }).click()
  })

  step('SH121 SH127 the task’s range with its sides and areas, and the projects on it', async () => {
    await phone.goto(`${line.address}/field/#/task/${scene.taskId}/range`)
    await phone.getByRole('button', { name: '调查范围' }).last().click()
    await phone.getByText('东至').waitFor()
    await phone.getByText(/投影面积 3,(600\.0|599\.9)\d m²/).waitFor()
    await pictureOf(stage, phone, 'field-range')
    await phone.getByRole('button', { name: '关闭' }).click()
    await phone.getByRole('button', { name: '关联项目' }).click()
    const project = phone.locator('.found-list li', { hasText: '柳树寨物流仓储项目' }).first()
    await project.getByText('土地').first().waitFor()
    await project.getByText('农转用批准').waitFor()
    await project.getByText(/规模 [\d,.]+ m²/).waitFor()
    await pictureOf(stage, phone, 'field-related')
    await phone.getByRole('button', { name: '关闭' }).click()
  })

  step('SH122 the range against all layers, on the phone: the same figures as the server’s', async () => {
    await phone.getByRole('button', { name: '套合' }).click()
    await phone.getByRole('button', { name: '农转用批文' }).click()
    const table = (name: string) => phone.locator('.overlay-table', { hasText: name })
    await table('农转用批文').waitFor()
    await phone.getByRole('heading', { name: '与三调数据比对' }).waitFor()
    await pictureOf(stage, phone, 'field-overlay')
    const { rows, totals } = await inTransaction(stage.world.database.db, (trx) =>
      overlay(trx, {
        subjects: [{ id: 'range', geometry: areaToPlane(areaToDegrees(plot(AT[0], AT[1], AT[0] + 60, AT[1] + 60))) }],
        layers: [{ layer: 'DLTB', by: ['DLBM'] }, { layer: 'NZYPW', by: ['PZWH', 'XMMC'] }], // biome-ignore format: one row
      }),
    )
    const figure = (area: number) =>
      `${area.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} m²`
    for (const [layer, title] of [
      ['DLTB', '地类图斑'],
      ['NZYPW', '农转用批文'],
    ] as const) {
      // biome-ignore format: one row
      const told = await table(title).locator('td:nth-of-type(1)').allTextContents()
      const server = rows.filter((row) => row.layer === layer).map(({ ellipsoidal }) => figure(ellipsoidal))
      assert.deepEqual(told, [...server, figure(totals[0]!.ellipsoidal)], title)
    }
    await phone.getByRole('button', { name: '关闭' }).click()
  })

  step('SH123 Ma draws a patch by taps that snap to the range’s corners; its area is told as it grows', async () => {
    await phone.getByRole('button', { name: '勾画' }).click()
    await phone.getByRole('button', { name: '绘制' }).click()
    await phone.getByText(/自动捕捉/).waitFor()
    for (const place of [corner(0, 0), corner(60, 0), corner(60, 60), corner(0, 60)]) await tapAt(place, 5)
    await phone.getByText(/投影面积 3,(600\.0|599\.9)\d m²/).waitFor()
    await pictureOf(stage, phone, 'field-draw')
    await phone.getByRole('button', { name: '完成', exact: true }).click()
    assert.equal(await phone.locator('.board-plot').count(), 1)
  })

  step('SH123 the patch is cut along a line; a line that ends inside is refused with what to do', async () => {
    await phone.getByRole('button', { name: '分割' }).click()
    await tapAt(corner(20, 20))
    await tapAt(corner(40, 40))
    await phone.getByRole('button', { name: '完成', exact: true }).click()
    await phone.getByText('线没有穿过图斑').waitFor()
    await phone.getByRole('button', { name: '取消' }).click()
    await phone.getByRole('button', { name: '分割' }).click()
    for (const place of [corner(30, -5), corner(30, 65)]) {
      await phone.getByRole('button', { name: '输坐标' }).click()
      await phone.getByRole('textbox', { name: '坐标' }).fill(place.join(', '))
      await phone.locator('.board-typed button').click()
      await phone.getByRole('button', { name: '输坐标' }).click()
    }
    await phone.getByRole('button', { name: '完成', exact: true }).click()
    await phone.locator('.board-plot').nth(1).waitFor()
    await phone.getByRole('button', { name: '撤销' }).click()
    assert.equal(await phone.locator('.board-plot').count(), 1)
    await phone.getByRole('button', { name: '重做' }).click()
    assert.equal(await phone.locator('.board-plot').count(), 2)
    await tapAt(corner(15, 30))
    await phone
      .getByText(/1,\d{3}\.\d\d m² · 2\.\d\d 亩/)
      .first()
      .waitFor()
    await pictureOf(stage, phone, 'field-split')
  })

  step(
    'SH125 SH126 the page dies in the middle: the drawing is there again, each patch with where it lies',
    async () => {
      await phone.reload()
      await phone
        .getByLabel('离线口令')
        .or(phone.getByRole('button', { name: '继续勾画' }))
        .first()
        .waitFor()
      if (await phone.getByLabel('离线口令').count()) {
        await phone.getByLabel('离线口令').fill(PIN)
        await phone.getByRole('button', { name: /解锁|打开/ }).click()
      }
      await phone.getByRole('button', { name: '继续勾画' }).click()
      await phone.locator('.board-plot').nth(1).waitFor()
      await phone.getByRole('button', { name: '保存 2 个图斑' }).click()
      await phone.getByRole('button', { name: '图斑', exact: true }).click()
      await phone.getByText(`${scene.number} · 第 2 块`).waitFor()
      await whereItLies(phone.locator('.patch-facts').first())
      await pictureOf(stage, phone, 'field-patches')
      await phone.getByRole('button', { name: '关闭' }).click()
    },
  )

  step('SH126 back within reach both patches arrive, and make up the range', async () => {
    await line.mend()
    await phone.context().setOffline(false)
    await phone.getByRole('button', { name: '已同步' }).waitFor({ timeout: 90_000 })
    const patches = await inTransaction(stage.world.database.db, (trx) => patchesOf(trx, scene.caseId))
    assert.equal(patches.length, 2)
    const total = patches.reduce((sum, { geometry }) => sum + planarArea(geometry), 0)
    assert.ok(Math.abs(total - 3600) < 0.05, String(total))
  })

  step('in English, and measuring; then the data are taken off the phone', async () => {
    await phone.evaluate(() => localStorage.setItem('yutu.language', 'en'))
    await phone.goto(`${line.address}/field/#/map`)
    await phone.reload()
    await phone.locator('.map-bar').getByRole('button').nth(2).click()
    const ground = (await phone.locator('.map-ground').boundingBox())!
    for (const [x, y] of [[0.3, 0.4], [0.6, 0.4], [0.6, 0.6]] as const) await phone.touchscreen.tap(ground.x + ground.width * x, ground.y + ground.height * y) // biome-ignore format: one row
    await phone.locator('.measure-bar').getByText(/m² ·/).waitFor()
    await pictureOf(stage, phone, 'field-map-en')
    await phone.goto(`${line.address}/field/#/packages`)
    await phone.locator('.package').first().waitFor()
    await pictureOf(stage, phone, 'field-packages-en')
    await phone.locator('.package-buttons button').nth(1).click()
    await phone.locator('.button-danger').click()
    await phone.locator('.package').waitFor({ state: 'detached' })
    const left = await phone.evaluate(async () => {
      const names: string[] = []
      const root = await navigator.storage.getDirectory()
      const folder = await root.getDirectoryHandle('packages').catch(() => undefined)
      if (folder)
        for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name)
      return names
    })
    assert.deepEqual(left, [])
  })
})
