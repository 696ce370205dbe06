import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe } from 'node:test'
import exifr from 'exifr'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { verifyPackage } from '../../modules/fieldwork/evidence/verify-package.ts'
import { openStage, type Stage } from '../browser.ts'
import { type Desk, deskOf, pictureOf, stepsOf } from './desk.testing.ts'
import { type Degrees, takeAround } from './field-survey.testing.ts'

const PATROL: Degrees = [107.7656, 32.9808, 107.7661, 32.9812]
const FOUND: Degrees = [107.7648, 32.9798, 107.7653, 32.9802]
const polygon = ([w, s, e, n]: Degrees) => ({
  type: 'Polygon',
  coordinates: [[[w, s], [e, s], [e, n], [w, n], [w, s]]], // biome-ignore format: one ring
})

describe('A patrol from the desk to the phone and back; something found on the way', () => {
  let stage: Stage
  let lin: Page
  let sun: Page
  let phone: Page
  let desk: Desk
  let filed: { caseId: string; number: string }
  let taken = 0
  const folder = mkdtempSync(join(tmpdir(), 'yutu-survey-'))
  const step = stepsOf(
    () => [
      ['lin', lin],
      ['sun', sun],
      ['phone', phone],
    ],
    () => stage,
  )
  const tab = (name: string) => phone.getByRole('link', { name, exact: true })
  before(async () => {
    stage = await openStage([])
    lin = await stage.enter('linzhiyuan')
    desk = deskOf(stage, lin)
  })
  after(async () => {
    rmSync(folder, { recursive: true, force: true })
    await stage.end()
  })

  step('the scene: the office files an enforcement patrol over a range', async () => {
    filed = await desk.act('casework.case.file', {
      ...{ process: 'fieldwork.enforcementPatrol', title: '城北动态巡查', areaCode: '610799100' },
      ...{ scope: polygon(PATROL), data: { source: 'report', taskNote: '群众反映有新建仓库' } },
    })
  })

  step('SH121 SH126 Ma signs for it; range, patches, form and photos are one page', async () => {
    phone = await stage.enter('madong', { phone: true })
    await phone.context().setGeolocation({ longitude: 107.7658, latitude: 32.9806, accuracy: 4 })
    await phone.goto(`${stage.address}/field/#/tasks`)
    await phone.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await phone.getByText(filed.number).first().waitFor()
    const { tasks } = await deskOf(stage, phone).ask<{ tasks: { id: string; caseId: string }[] }>('fieldwork.task.list')
    const task = tasks.find(({ caseId }) => caseId === filed.caseId)!
    await phone.goto(`${stage.address}/field/#/task/${task.id}`)
    await phone.getByRole('button', { name: /签收/ }).click()
    await phone.locator('.range-map canvas').waitFor()
    await phone.getByRole('button', { name: '已同步' }).waitFor({ timeout: 60_000 })
    await pictureOf(stage, phone, 'survey-range')
    await phone.context().setOffline(true)
    await tab('图斑').click()
    await phone.getByRole('button', { name: '用整个范围' }).click()
    await phone.getByRole('button', { name: '现状地类' }).click()
    await phone.getByRole('searchbox').fill('工业')
    await phone.getByRole('button', { name: /0601/ }).click()
    await phone
      .getByLabel('权属性质')
      .selectOption('20')
      .catch(() => undefined)
    await phone.getByRole('button', { name: '保存' }).click()
    await phone.locator('.quiet').getByText('已保存', { exact: true }).waitFor()
    await phone.getByRole('link', { name: /‹ 图斑/ }).click()
    await phone.locator('.task', { hasText: '0601' }).waitFor()
    await pictureOf(stage, phone, 'survey-patches')
  })

  step('SH130 what is missing is said by name, and leads to where it is mended', async () => {
    await phone.getByRole('link', { name: '检查与上报' }).click()
    await phone.getByText(/^上报前还缺/).waitFor()
    assert.ok(await phone.getByRole('button', { name: '上报' }).isDisabled())
    await phone.getByText(/内景 0\/1/).waitFor()
    await phone.getByText(/站到 .*朝 \d+° 拍/).waitFor()
    await pictureOf(stage, phone, 'survey-missing')
    await phone.getByRole('link', { name: /疑似违法类型/ }).click()
  })

  step(
    'SH128 the form of the step is filled in without a network: conditions, dictionary, required fields',
    async () => {
      await phone.getByText('疑似违法类型').first().waitFor()
      assert.equal(await phone.getByText('当事人').count(), 0, 'asked for only where there is an offence')
      assert.equal(await phone.getByText('审核意见').count(), 0, 'the reviewer’s field is not shown outdoors')
      await phone.locator('[data-field="offence"] .ant-select').click()
      await phone.locator('.ant-select-item-option', { hasText: '非法占地' }).click()
      await phone.getByLabel('当事人').fill('云栖县某某物流公司')
      await phone.getByText('主体施工').click()
      await phone.locator('[data-field="landClass"] .ant-select').click()
      await phone.locator('[data-field="landClass"] input').fill('gyyd')
      await phone.locator('.ant-select-tree-title, .ant-select-item-option', { hasText: '0601' }).first().click()
      await phone.getByLabel('现场描述').fill('仓库主体已起，未见审批')
      await phone.getByText(/^草稿：/).waitFor()
      await pictureOf(stage, phone, 'survey-form')
      await phone.reload()
      await phone.getByLabel('现场描述').waitFor()
      assert.equal(await phone.getByLabel('现场描述').inputValue(), '仓库主体已起，未见审批')
      await phone.getByRole('button', { name: '保存' }).click()
      await phone.getByText(/^已保存 · 表单第 1 版/).waitFor()
    },
  )

  step(
    'SH129 SH187 photos by kind, one struck out, one with a note; the check finds nothing more, and it is handed in',
    async () => {
      await tab('照片').click()
      await phone.getByRole('link', { name: '拍照' }).click()
      await phone.getByRole('radio', { name: /^远景/ }).waitFor()
      taken = await takeAround(phone, PATROL)
      await pictureOf(stage, phone, 'survey-camera')
      await phone.getByRole('link', { name: '完成' }).click()
      await phone
        .locator('.photo')
        .nth(taken - 1)
        .waitFor()
      await pictureOf(stage, phone, 'survey-photos')
      await phone.locator('.photo').first().click()
      await phone.getByLabel('照片说明').fill('仓库内部')
      await phone.getByRole('button', { name: '保存' }).click()
      await pictureOf(stage, phone, 'survey-photo')
      await phone.getByRole('link', { name: '较早 ›' }).click()
      await phone.getByRole('link', { name: '检查与上报' }).click()
      await phone.getByText('举证已齐全').waitFor()
      await pictureOf(stage, phone, 'survey-ready')
      await phone.getByRole('button', { name: '上报' }).click()
      await phone.context().setOffline(false)
      await phone.getByRole('button', { name: '已同步' }).waitFor({ timeout: 60_000 })
      await phone.locator('.top .state').getByText('已上报').waitFor()
    },
  )

  step('SH128 XX099 Sun reviews at the desk and sees the same values, photos and plan', async () => {
    sun = await stage.enter('sunlihua')
    await sun.goto(`${stage.address}/cases/${filed.caseId}`)
    await sun.getByRole('tab', { name: '外业成果' }).click()
    const panel = sun.getByRole('tabpanel', { name: '外业成果' })
    await panel.getByText('举证齐全').waitFor()
    await panel.getByText('云栖县某某物流公司').waitFor()
    await panel.getByText('仓库主体已起，未见审批').waitFor()
    assert.equal(await sun.locator('.plan-photo').count(), taken)
    await pictureOf(stage, sun, 'survey-desk-result')
    await sun.locator('.plan-photo').last().click()
    await sun.getByRole('dialog').getByText('已核验').waitFor()
    await pictureOf(stage, sun, 'survey-desk-photo')
    await sun.keyboard.press('Escape')
  })

  step('SH130 the evidence leaves in a signed package that can be verified', async () => {
    await sun.getByRole('button', { name: /^生成/ }).click()
    const link = sun.locator('.evidence-list a').first()
    await link.waitFor({ timeout: 60_000 })
    const download = sun.waitForEvent('download')
    await link.click()
    const path = join(folder, 'package.zip')
    await (await download).saveAs(path)
    const { faults, manifest } = await verifyPackage(path, stage.world.signer.keys.publicKey)
    assert.deepEqual(faults, [])
    assert.equal(manifest!.cases[0]!.photos, taken)
    const files = Object.entries(unzipSync(readFileSync(path)))
    for (const [, bytes] of files.filter(([name]) => name.endsWith('.jpg'))) {
      const told = await exifr.parse(Buffer.from(bytes), { gps: true })
      assert.match(told.ImageUniqueID, /^[0-9a-f]{16}$/)
      assert.ok(Math.abs(told.latitude - PATROL[1]) < 0.01 && told.GPSImgDirection >= 0)
    }
    await sun.getByText('举证成果包').first().scrollIntoViewIfNeeded()
    await pictureOf(stage, sun, 'survey-desk-package')
  })

  step(
    'SH101 SH102 SH103 Ma finds something on the way: draws it, says which business, describes it, without a network',
    async () => {
      await phone.goto(`${stage.address}/field/#/discover`)
      await phone.getByRole('button', { name: '新的发现' }).waitFor()
      await phone.waitForFunction(() => !(document.querySelector('.button-main') as HTMLButtonElement).disabled)
      await phone.context().setOffline(true)
      await phone.getByRole('button', { name: '新的发现' }).click()
      await phone.getByRole('button', { name: '输坐标' }).click()
      const [w, s, e, n] = FOUND
      for (const at of [`${w}, ${s}`, `${e}, ${s}`, `${e}, ${n}`, `${w}, ${n}`]) {
        await phone.getByLabel('坐标').fill(at)
        await phone.getByLabel('坐标').press('Enter')
      }
      await pictureOf(stage, phone, 'discover-draw')
      await phone.getByRole('button', { name: '完成' }).click()
      await phone.getByRole('button', { name: '用这个图形' }).click()
      await phone.getByRole('radio', { name: /测量标志巡查/ }).check()
      await phone.getByLabel('名称').fill('水准点被占压')
      await phone.getByLabel('现场描述').fill('院墙压住标石')
      await pictureOf(stage, phone, 'discover-form')
      // Killed in the middle: outline and words are there again.
      await phone.reload()
      await phone.getByRole('button', { name: '继续填写未完成的发现' }).click()
      assert.equal(await phone.getByLabel('现场描述').inputValue(), '院墙压住标石')
      await phone.getByRole('button', { name: '保存并开始举证' }).click()
      // 图斑信息 of what was drawn.
      await phone.locator('.facts').waitFor()
      await tab('表单').click()
      await phone.getByLabel('标志名称（点号）').fill('Ⅱ水准点 17')
      await phone.getByText('水准点', { exact: true }).click()
      await phone.getByText('被占压', { exact: true }).click()
      await phone.getByLabel('损毁原因').fill('建房占压')
      await phone.getByRole('button', { name: '保存' }).click()
      await phone.getByText(/^已保存 · 表单/).waitFor()
      await tab('照片').click()
      await phone.getByRole('link', { name: '拍照' }).click()
      await phone.getByRole('radio', { name: /^标志特写/ }).waitFor()
      await takeMark(phone)
      await phone.goto(`${stage.address}/field/#/discover`)
      await phone.locator('.found .task', { hasText: '水准点被占压' }).waitFor()
      await pictureOf(stage, phone, 'discover-list')
    },
  )

  step(
    'SH104 SH105 it is kept on the phone, handed in when there is a network, numbered, and awaits review',
    async () => {
      await phone.locator('.found .task', { hasText: '水准点被占压' }).click()
      await phone.getByRole('link', { name: '检查与上报' }).click()
      await phone.getByText('举证已齐全').waitFor()
      await phone.getByRole('button', { name: '上报' }).click()
      await phone.context().setOffline(false)
      await phone.getByRole('button', { name: '已同步' }).waitFor({ timeout: 60_000 })
      const found = await desk.ask<{ rows: { number: string; state: string; photos: unknown[] }[] }>('fieldwork.discovery.list') // biome-ignore format: one line
      assert.deepEqual([found.rows[0]!.state, found.rows[0]!.photos.length], ['awaitingReview', 3])
      await lin.goto(`${stage.address}/fieldwork/found`)
      await lin.getByText(found.rows[0]!.number).waitFor()
      await pictureOf(stage, lin, 'discover-desk')
    },
  )

  step('SH130 the designer changes a template: new tasks ask for more, and the preview shows it', async () => {
    const han = await stage.enter('hanrui')
    await han.goto(`${stage.address}/fieldwork/templates`)
    await han.getByRole('button', { name: /执法巡查举证/ }).click()
    await han.getByLabel('近景 至少').fill('4')
    await han.getByRole('complementary', { name: '手机上的要求' }).getByText('至少 4 张').waitFor()
    await han.getByLabel('修改说明').fill('近景加到四张')
    await pictureOf(stage, han, 'templates')
    await han.getByRole('button', { name: '发布举证模板' }).click()
    await han.getByText(/第 2 版，.*起生效/).waitFor()
    await han.context().close()
  })

  step('the same pages in English', async () => {
    await lin.context().close()
    const english = await stage.enter('madong', { phone: true, english: true, at: '/' })
    await english.evaluate(() => localStorage.setItem('yutu.language', 'en'))
    await english.goto(`${stage.address}/field/#/discover`)
    await english.getByRole('button', { name: 'Report something new' }).waitFor()
    await pictureOf(stage, english, 'discover-en')
    await english.context().close()
  })
})

/** Two of the mark itself, one from afar. */
async function takeMark(phone: Page): Promise<void> {
  const [w, s, e] = FOUND
  await phone.context().setGeolocation({ longitude: (w + e) / 2, latitude: s - 0.0001, accuracy: 4 })
  await phone.getByRole('button', { name: '朝北' }).click()
  await phone.locator('.hint-good').nth(1).waitFor()
  for (const [k, kind] of ['标志特写', '标志特写', '远景'].entries()) {
    await phone.getByRole('radio', { name: new RegExp(`^${kind}`) }).click()
    await phone.getByRole('button', { name: '拍照' }).click()
    await phone.getByText(`已保存 · 第 ${k + 1} 张`).waitFor()
  }
}
