// Worklists, saved views, batch acts and export in the browser.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe } from 'node:test'
import ExcelJS from 'exceljs'
import type { Locator, Page } from 'playwright-core'
import { openStage, type Stage } from '../browser.ts'
import { answered, choose, deskOf, pictureOf, stepsOf, textOf } from './desk.testing.ts'
import { settleDesk } from './desk-setting.testing.ts'

const COUNT = 36

/** What on the page can be pushed sideways: nothing, on a phone. */
const sideways = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('html, main *')]
      .filter((one) => one.tagName === 'HTML' || /auto|scroll/.test(getComputedStyle(one).overflowX))
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map(({ className }) => className)
      .join(),
  )

describe('The worklist: six boxes, filters in the address, saved views, acts on many', () => {
  let stage: Stage
  let cai: Page
  let lin: Page
  const step = stepsOf(
    () => [
      ['cai', cai],
      ['lin', lin],
    ],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    await settleDesk(stage, COUNT)
    cai = await stage.enter('caijing', { at: '/' })
    await cai.setViewportSize({ width: 1440, height: 900 })
    lin = await stage.enter('linzhiyuan')
  })
  after(() => stage.end())

  const boxCount = (page: Page, box: string) =>
    page.locator('.box', { hasText: box }).locator('.box-count').textContent()

  step('what waits is counted, late things first, and the counts are those of the server', async () => {
    await cai.locator('.ant-table-row').first().waitFor()
    const counts = await deskOf(stage, cai).ask<Record<string, number>>('casework.worklist.counts')
    assert.equal(counts.todo, COUNT)
    assert.equal(await boxCount(cai, '待办'), String(COUNT))
    assert.ok(counts.overdue! > 0)
    await pictureOf(stage, cai, 'desk-worklist')
  })

  step('filters stand in the address, are named when folded, and a reload shows the same', async () => {
    await choose(cai, '时限', '超期')
    await cai.waitForURL(/lamp=red/)
    await cai.locator('.table-bar .anticon-filter').click()
    await choose(cai, '行政区', '清水河')
    await cai.locator('.table-set', { hasText: '行政区' }).waitFor()
    assert.match(cai.url(), /area=610799101/)
    await cai.reload()
    await cai.locator('.ant-table-row').first().waitFor()
    const areas = await cai.locator('.ant-table-row td:nth-child(5)').allTextContents()
    assert.ok(areas.length > 0 && areas.every((area) => area.includes('清水河')), areas.join())
  })

  step('the filters are saved as a view, made the default and shared with the officers', async () => {
    await cai.getByRole('button', { name: '存为视图' }).click()
    await cai.getByLabel('视图名称').fill('清水河超期')
    await answered(cai, 'casework.view.save', () => cai.getByRole('button', { name: '保存', exact: true }).click())
    const chip = cai.locator('.view-chip', { hasText: '清水河超期' })
    await chip.click()
    await cai.getByRole('button', { name: '视图“清水河超期”的操作' }).click()
    await answered(cai, 'casework.view.choose', () => cai.getByText('设为默认').click())
    await cai.getByRole('button', { name: '视图“清水河超期”的操作' }).click()
    await cai.getByText('共享…').click()
    await choose(cai, '共享给角色', '经办人')
    await answered(cai, 'casework.view.share', () => cai.getByRole('button', { name: '保存', exact: true }).click())
    await pictureOf(stage, cai, 'desk-views')
    await cai.goto(stage.address)
    await cai.waitForURL(/area=610799101/)
    await lin.goto(stage.address)
    await lin.locator('.view-chip', { hasText: '清水河超期' }).waitFor()
  })

  /** A row of what Cai has claimed. */
  let claimed: Locator
  step('five are claimed at once: the box, the view and the other officer’s list follow', async () => {
    const counts = async () =>
      (await deskOf(stage, cai).ask<{ rows: { count: number }[] }>('casework.view.counts')).rows[0]!.count
    const before = await counts()
    await cai.locator('.ant-table-row').first().waitFor()
    const boxes = cai.locator('.ant-table-row .ant-checkbox-input')
    const ticked = Math.min(5, await boxes.count())
    for (let i = 0; i < ticked; i++) await boxes.nth(i).check()
    const key = await cai.locator('.ant-table-row').first().getAttribute('data-row-key')
    claimed = cai.locator(`.ant-table-row[data-row-key="${key}"]`)
    await answered(cai, 'casework.task.claimMany', () => cai.getByRole('button', { name: '签收所选' }).click())
    await cai
      .locator('.box', { hasText: '在办' })
      .locator('.box-count', { hasText: String(ticked) })
      .waitFor()
    await claimed.waitFor({ state: 'detached' })
    assert.equal(await counts(), before - ticked)
    const other = await deskOf(stage, lin).ask<Record<string, number>>('casework.worklist.counts')
    assert.deepEqual([other.todo, other.doing], [COUNT - ticked, 0])
  })

  step('two of them are handed over with a reason, asked once', async () => {
    await cai.locator('.box', { hasText: '在办' }).click()
    // Until the other box has come, the rows of the one before are shown.
    await claimed.waitFor()
    const boxes = cai.locator('.ant-table-row .ant-checkbox-input')
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    await cai.getByRole('button', { name: '转办' }).click()
    await choose(cai, '转给', '林志远')
    await cai.getByLabel('理由').fill('请假一周')
    await pictureOf(stage, cai, 'desk-batch')
    await answered(cai, 'casework.task.reassignMany', () =>
      cai.getByRole('dialog').getByRole('button', { name: '转办' }).click(),
    )
    await lin.goto(`${stage.address}/?box=todo`)
    const { items } = await deskOf(stage, lin).ask<{ items: { assignee: unknown }[] }>('casework.worklist', {
      box: 'todo',
      limit: '200',
    })
    assert.equal(items.filter(({ assignee }) => assignee !== null).length, 2)
  })

  step('what is filtered is what the workbook holds', async () => {
    await cai.goto(`${stage.address}/?lamp=red`)
    await cai.locator('.ant-table-row').first().waitFor()
    const { items } = await deskOf(stage, cai).ask<{ items: unknown[] }>('casework.worklist', {
      box: 'todo',
      lamp: 'red',
      limit: '200',
    })
    const [download] = await Promise.all([
      cai.waitForEvent('download'),
      cai.getByRole('button', { name: '导出 Excel' }).click(),
    ])
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await readFile((await download.path())!)) as unknown as ArrayBuffer)
    assert.equal(book.worksheets[0]!.rowCount - 1, items.length)
  })

  step('on a phone rows are cards: all is read, chosen, sorted and opened without pushing sideways', async () => {
    const phone = await stage.enter('caijing', { phone: true })
    await phone.goto(`${stage.address}/?box=todo`)
    const cards = phone.locator('.row-card')
    await cards.first().waitFor()
    const { items } = await deskOf(stage, phone).ask<{ items: { number: string }[] }>('casework.worklist', {
      box: 'todo',
    })
    assert.equal(await cards.count(), items.length)
    assert.match(await textOf(cards.first()), /环节.*到期日/)
    await phone.getByText('全选本页').click()
    await phone.locator('.tag', { hasText: `已选 ${items.length} 条` }).waitFor()
    await phone.getByText('全选本页').click()
    assert.equal(await sideways(phone), '')
    await pictureOf(stage, phone, 'desk-worklist-phone')
    await cards.first().press('ArrowDown')
    await phone.keyboard.press('Enter')
    await phone.waitForURL(/\/cases\//)
    await phone.locator('.panel-title').waitFor()
    assert.match(await textOf(phone.locator('.panel-head')), new RegExp(items[1]!.number))
    await phone.getByRole('button', { name: '打开导航' }).click()
    await phone.getByRole('dialog').getByRole('link', { name: '甄别' }).click()
    await phone.waitForURL(/\/screening/)
    await phone.getByRole('combobox', { name: '排序' }).click()
    await phone.locator('.ant-select-item-option', { hasText: '椭球面积 ↓' }).click()
    await phone.waitForURL(/sort=-/)
    await cards.first().waitFor()
    assert.equal(await sideways(phone), '')
    await pictureOf(stage, phone, 'desk-screening-phone')
    await phone.context().close()
  })

  step('a narrow window shows the same, and so does English', async () => {
    await cai.setViewportSize({ width: 820, height: 1100 })
    await cai.goto(`${stage.address}/?box=todo`)
    await cai.locator('.ant-table-row').first().waitFor()
    await pictureOf(stage, cai, 'desk-worklist-narrow')
    await cai.setViewportSize({ width: 1440, height: 900 })
    await cai.getByRole('button', { name: 'EN' }).click()
    await cai.locator('.box', { hasText: 'To do' }).waitFor()
    assert.match(await textOf(cai.locator('.box', { hasText: 'Circulated' })), /Circulated/)
    await pictureOf(stage, cai, 'desk-worklist-en')
    await cai.getByRole('button', { name: '中' }).click()
  })
})
