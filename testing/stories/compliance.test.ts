import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { openStage, type Stage } from '../browser.ts'
import { settled } from '../settled.ts'
import { answered, type Desk, deskOf, pictureOf, stepsOf, textOf } from './desk.testing.ts'

type Area = { geometry: { coordinates: [number, number][][][] } }
type Report = { ranges: Area[]; pieces: { rule: string }[]; planar: number; ellipsoidal: number }

describe('A compliance check of a project’s land, from the drawing to the printed report', () => {
  let stage: Stage
  let cai: Page
  let desk: Desk
  const step = stepsOf(
    () => [['cai', cai]],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    cai = await stage.enter('caijing')
    desk = deskOf(stage, cai)
  })
  after(() => stage.end())

  step('XX082 Cai draws the land on the map and is told at once what stands against it', async () => {
    await cai.goto(`${stage.address}/compliance`)
    await cai.getByText('还没有审查记录').waitFor()
    await cai.getByRole('button', { name: '新建审查' }).first().click()
    await cai.getByLabel('项目名称').fill('云栖县物流园')
    const map = cai.locator('.map-ground canvas').first()
    await map.waitFor()
    await settled(cai)
    const box = (await map.boundingBox())!
    const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
    for (const [x, y] of [at(0.45, 0.4), at(0.55, 0.42), at(0.53, 0.55), at(0.44, 0.52)]) await cai.mouse.click(x, y)
    await cai.keyboard.press('Enter')
    await cai.getByText('范围 1').waitFor()
    await pictureOf(stage, cai, 'compliance-draw')
    await answered(cai, 'compliance.report.make', () => cai.getByRole('button', { name: '开始审查' }).click())
    await cai.waitForURL(/\/compliance\/[0-9a-f-]{36}$/)
    await cai.locator('.overall').waitFor()
  })

  step(
    'XX082 XX062 SH036 conclusions by rule with their grounds, the pieces on the map, areas that add up',
    async () => {
      const reportId = cai.url().split('/').at(-1)!
      const report = await desk.ask<Report>('compliance.report.view', { reportId })
      assert.equal(report.ranges.length, 1)
      const text = await textOf(cai.locator('.work-panel'))
      assert.match(text, /《土地管理法》第三十五条/)
      const conflict = cai.locator('.verdict-conflict, .verdict-attention').first()
      await conflict.getByRole('button').click()
      await cai.locator('.verdict.is-open').waitFor()
      const total = report.ellipsoidal.toLocaleString('en-US', { minimumFractionDigits: 2 })
      assert.ok(
        (await textOf(cai.locator('.area-tabs .ant-tabs-content-active tfoot, .report-table tfoot').first())).includes(
          total,
        ),
      )
      await pictureOf(stage, cai, 'compliance-report')
    },
  )

  step('XX082 the report is printed with its map and saved as a workbook', async () => {
    const download = cai.waitForEvent('download')
    await cai.getByRole('link', { name: '导出审查报告' }).click()
    assert.match((await download).suggestedFilename(), /^合规性审查-合审〔\d{4}〕\d{4}号\.xlsx$/)
    await cai.getByRole('button', { name: '打印' }).click()
    await cai.getByRole('heading', { name: '建设项目用地合规性审查报告' }).waitFor()
    await pictureOf(stage, cai, 'compliance-print')
    await cai.locator('.paper-map').scrollIntoViewIfNeeded()
    await pictureOf(stage, cai, 'compliance-print-map')
    const pdf = await cai.pdf({ preferCSSPageSize: true })
    assert.equal(Buffer.from(pdf).subarray(0, 5).toString(), '%PDF-')
  })

  step('SH021 XX082 a file of ranges is uploaded and examined', async () => {
    const { rows } = await desk.ask<{ rows: Area[] }>('onemap.features', { layer: 'STBHHX', limit: '2' })
    const features = rows.map(({ geometry }) => ({ type: 'Feature', properties: {}, geometry }))
    const text = JSON.stringify({ type: 'FeatureCollection', features })
    await cai.goto(`${stage.address}/compliance/new`)
    await cai.getByLabel('项目名称').fill('两个地块')
    await cai.getByText('上传文件').click()
    const file = { name: '项目范围.geojson', mimeType: 'application/json', buffer: Buffer.from(text) }
    await cai.locator('input[type=file]').setInputFiles(file)
    await answered(cai, 'compliance.report.make', () => cai.getByRole('button', { name: '开始审查' }).click())
    await cai.getByText('与控制线冲突，不予通过').waitFor()
    await cai.goto(`${stage.address}/compliance`)
    await cai.locator('.ant-table-row', { hasText: '两个地块' }).getByText('冲突').waitFor()
    await pictureOf(stage, cai, 'compliance-list')
  })
})
