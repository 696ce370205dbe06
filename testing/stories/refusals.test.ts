import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import { unzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { openStage, type Stage } from '../browser.ts'
import { choose, demoDelivery, pictureOf, stepsOf, textOf } from './desk.testing.ts'

const parts = unzipSync(demoDelivery())
const without = (ending: string) =>
  zipSync(Object.fromEntries(Object.entries(parts).filter(([name]) => !name.toLowerCase().endsWith(ending))))

/** A triangle in metres of a 3° zone that is not named, and no zone number in front of its eastings. */
const nameless = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { TBBH: '1', BHLX: '新增建筑物' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [480_100, 3_651_000],
            [480_200, 3_651_000],
            [480_200, 3_651_100],
            [480_100, 3_651_000],
          ],
        ],
      },
    },
  ],
})

describe('What cannot be read is refused in words, at the desk', () => {
  let stage: Stage
  let cai: Page
  const step = stepsOf(
    () => [['cai', cai]],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    cai = await stage.enter('caijing')
  })
  after(() => stage.end())

  async function offer(name: string, content: Uint8Array | string): Promise<string> {
    await cai.goto(`${stage.address}/batches`)
    await cai.getByRole('button', { name: '上传线索' }).click()
    const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) }
    await cai.locator('input[type=file]').setInputFiles(file)
    await cai.getByRole('button', { name: '读取文件' }).click()
    const refusal = cai.getByRole('alert')
    await refusal.waitFor()
    return textOf(refusal)
  }

  step('SH080 an empty archive', async () => {
    assert.match(await offer('空.zip', zipSync({})), /压缩包里没有文件。请放入数据后重新打包/)
  })

  step('SH080 a picture that calls itself an archive', async () => {
    assert.match(await offer('照片.zip', 'JFIF not a zip at all'), /zip/)
  })

  step('SH080 a shapefile without its table', async () => {
    const said = await offer('缺表.zip', without('.dbf'))
    assert.match(said, /缺少属性表 \.dbf。请补齐后重新打包/)
    await pictureOf(stage, cai, 'refusal')
  })

  step('SH080 an archive cut half-way', async () => {
    const whole = demoDelivery()
    assert.match(await offer('中断.zip', whole.subarray(0, Math.floor(whole.length / 2))), /不完整|已损坏/)
  })

  step('SH080 coordinates of no known system: the page asks which one, and goes on with the answer', async () => {
    assert.match(await offer('无坐标系.geojson', nameless), /坐标系/)
    await choose(cai, '数据的坐标系', '108°E')
    await cai.getByRole('button', { name: '读取文件' }).click()
    await cai.getByRole('button', { name: '开始处理' }).waitFor()
    await pictureOf(stage, cai, 'import-mapping')
  })

  step('SH080 the console says the same in English', async () => {
    const english = await stage.enter('linzhiyuan', { english: true, at: '/batches' })
    await english.getByText('EN', { exact: true }).click()
    await english.getByRole('button', { name: 'Upload clues' }).click()
    await english
      .locator('input[type=file]')
      .setInputFiles({ name: 'empty.zip', mimeType: 'application/zip', buffer: Buffer.from(zipSync({})) })
    await english.getByRole('button', { name: 'Read file' }).click()
    assert.match(await textOf(english.getByRole('alert')), /The archive holds no file/)
  })
})
