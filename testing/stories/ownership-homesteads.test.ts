// 宅基地任务统计 and asking through the layers of the investigation: SH070, SH071.
import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { loadHomesteads } from '../../apps/server/demo/load-homesteads.ts'
import { openStage, type Stage } from '../browser.ts'
import { deskOf, pictureOf, stepsOf, textOf } from './desk.testing.ts'

type Found = { rows: { geometry: { coordinates: number[][][][] } }[] }

describe('A leader knows how the county stands with its homesteads', () => {
  let stage: Stage
  let caijing: Page
  let zhou: Page
  const step = stepsOf(
    () => [
      ['caijing', caijing],
      ['zhou', zhou],
    ],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    await loadHomesteads(stage.world)
    caijing = await stage.enter('caijing', { at: '/' })
    zhou = await stage.enter('zhouzhengyi', { at: '/' })
  })
  after(() => stage.end())

  step('SH070 The county’s changes by town, step and month; those over the standard wait at the check', async () => {
    await zhou.getByRole('link', { name: '宅基地统计' }).click()
    await zhou.getByRole('heading', { name: '按行政区' }).waitFor()
    const text = await textOf(zhou.locator('.homesteads'))
    for (const word of ['城关镇', '超面积核查', '派发调查机构', '近十二个月', '合计'])
      assert.ok(text.includes(word), word)
    await pictureOf(stage, zhou, 'homesteads')
  })

  step('SH070 A town opens its villages, a number its cases, and the numbers leave as a workbook', async () => {
    await zhou.getByRole('button', { name: '城关镇' }).click()
    await zhou.waitForURL(/area=610799100/)
    await zhou.locator('.homesteads-areas tbody tr').nth(1).waitFor()
    await pictureOf(stage, zhou, 'homesteads-villages')
    const download = zhou.waitForEvent('download')
    await zhou.getByRole('link', { name: '导出 Excel' }).click()
    assert.match((await download).suggestedFilename(), /宅基地任务统计.*\.xlsx$/)
    await zhou.getByRole('link', { name: '合计 立案 6' }).click()
    await zhou.waitForURL(/\/cases\?.*business=ownership\.homestead/)
    await zhou
      .getByText(/宅变〔/)
      .first()
      .waitFor()
    assert.equal(await zhou.getByText(/宅变〔/).count(), 6)
  })

  step(
    'SH071 A box asks through every layer; the tree tells each feature in words and shows it on the map',
    async () => {
      const { rows } = await deskOf(stage, caijing).ask<Found>('onemap.features', { layer: 'ZD', limit: '1' })
      const center = rows[0]!.geometry.coordinates[0]![0]![0]!
      await caijing.evaluate((at) => {
        sessionStorage.setItem('yutu.view', JSON.stringify({ center: at, zoom: 17 }))
        localStorage.setItem('yutu.layers', JSON.stringify({ shown: ['XZQ', 'DJQ', 'DJZQ', 'ZD', 'ZRZ'] }))
      }, center)
      await caijing.goto(`${stage.address}/map`)
      await caijing.getByRole('button', { name: '框选查询' }).click()
      const map = (await caijing.locator('canvas.maplibregl-canvas').boundingBox())!
      const [x, y] = [map.x + map.width / 2, map.y + map.height / 2]
      await caijing.mouse.move(x - 60, y - 60)
      await caijing.mouse.down()
      await caijing.mouse.move(x + 60, y + 60, { steps: 6 })
      await caijing.mouse.up()
      const tree = caijing.locator('.identify-group')
      await tree.filter({ hasText: '宗地' }).first().waitFor()
      for (const layer of ['地籍区', '地籍子区', '地类图斑']) await tree.filter({ hasText: layer }).first().waitFor()
      await caijing.getByText(/穿透 \d+ 个图层，共 \d+ 个要素/).waitFor()
      const parcel = tree.filter({ hasText: '宗地' }).first().locator('.identify-head').first()
      if ((await parcel.getAttribute('aria-expanded')) === 'false') await parcel.click()
      await caijing.getByText('权利类型').first().waitFor()
      await pictureOf(stage, caijing, 'identify-through')
      const facts = tree.filter({ hasText: '宗地' }).filter({ hasText: '权利类型' }).first()
      await facts.getByRole('button', { name: '界址点' }).first().click()
      const corners = facts.locator('.boundary-table tbody tr')
      await corners.first().waitFor()
      assert.ok((await corners.count()) >= 3)
      assert.match(await textOf(corners.first()), /^J1\d{7}\.\d{3}36\d{6}\.\d{3}\d+\.\d{2}$/)
      await corners.last().scrollIntoViewIfNeeded()
      await pictureOf(stage, caijing, 'identify-boundary')
      const scale = caijing.getByText(/比例尺/)
      const before = await textOf(scale)
      await caijing.getByRole('button', { name: '定位' }).first().click()
      await caijing.waitForFunction((was) => !document.body.textContent?.includes(was), before)
      await pictureOf(stage, caijing, 'identify-located')
    },
  )

  step('SH070 The same page in English', async () => {
    const english = await stage.enter('zhouzhengyi', { english: true })
    await english.goto(`${stage.address}/homesteads`)
    await english.getByText('EN', { exact: true }).click()
    await english.getByRole('heading', { name: 'By area' }).waitFor()
    await pictureOf(stage, english, 'homesteads-en')
    await english.context().close()
  })
})
