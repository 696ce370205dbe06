// Finding cases by a drawn area and by fields of their forms, and the supervision page, in the browser.
import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { loadApprovals } from '../../apps/server/demo/load-approvals.ts'
import { openStage, type Stage } from '../browser.ts'
import { answered, choose, deskOf, pictureOf, stepsOf, textOf } from './desk.testing.ts'
import { settleDesk } from './desk-setting.testing.ts'

const COUNT = 30
type Found = { items: { id: string; number: string; title: string }[] }

describe('Cases are found by place and by what their forms say; supervision leads from every number to the case', () => {
  let stage: Stage
  let lin: Page
  let zhou: Page
  const step = stepsOf(
    () => [
      ['lin', lin],
      ['zhou', zhou],
    ],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    await settleDesk(stage, COUNT)
    lin = await stage.enter('linzhiyuan')
    zhou = await stage.enter('zhouzhengyi')
    for (const page of [lin, zhou]) await page.setViewportSize({ width: 1440, height: 900 })
  })
  after(() => stage.end())

  const rows = (page: Page) => page.locator('.ant-table-row')

  step('by the applicant, a field of the form that is marked searchable', async () => {
    await lin.goto(`${stage.address}/cases`)
    await rows(lin).first().waitFor()
    await lin.locator('.table-bar .anticon-filter').click()
    await lin.getByLabel('申请人').fill('张三')
    await lin.waitForURL(/f\.QLR=/)
    await lin.keyboard.press('Escape')
    await lin.locator('.table-set', { hasText: '申请人' }).waitFor()
    await lin.waitForFunction((wanted) => document.querySelectorAll('.ant-table-row').length === wanted, COUNT / 5)
    const titles = await lin.locator('.ant-table-row td:nth-child(2)').allTextContents()
    assert.equal(titles.length, COUNT / 5)
    assert.ok(
      titles.every((title) => title.startsWith('张三丰')),
      titles.join(),
    )
  })

  step('by a box dragged over the map: the address holds it, the list answers, the box stays drawn', async () => {
    await lin.getByRole('button', { name: '清除筛选' }).click()
    await lin.waitForURL((url) => !url.search.includes('QLR'))
    const map = lin.locator('.maplibregl-canvas')
    await map.waitFor()
    await lin.getByRole('button', { name: /图上范围/ }).click()
    await lin.getByText('拉框查找').click()
    await lin.locator('.map-hint').waitFor()
    const box = (await map.boundingBox())!
    const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
    await lin.mouse.move(...at(0.3, 0.1))
    await lin.mouse.down()
    await lin.mouse.move(...at(0.6, 0.55), { steps: 8 })
    await lin.mouse.up()
    await lin.waitForURL(/within=/)
    const within = new URL(lin.url()).searchParams.get('within')!
    const { items } = await deskOf(stage, lin).ask<Found>('casework.case.search', { within, limit: '200' })
    await lin.locator('.table-set', { hasText: '图上范围' }).waitFor()
    assert.ok(items.length > 0 && items.length < COUNT, String(items.length))
    await pictureOf(stage, lin, 'desk-search')
    await lin.getByRole('button', { name: '存为视图' }).click()
    await lin.getByLabel('视图名称').fill('城关片区')
    await answered(lin, 'casework.view.save', () => lin.getByRole('button', { name: '保存', exact: true }).click())
    await lin.locator('.view-chip', { hasText: '城关片区' }).waitFor()
  })

  step('the leader sees where work waits; the numbers agree with each other', async () => {
    await zhou.goto(`${stage.address}/supervision`)
    await zhou.locator('.figure-value').first().waitFor()
    const overview = await deskOf(stage, zhou).ask<{ total: number; red: number }>('casework.supervision.overview')
    assert.equal(await textOf(zhou.locator('.figure-value').first()), String(overview.total))
    assert.ok(overview.total >= COUNT && overview.red > 0)
    await zhou.locator('.supervision-chart canvas').first().waitFor()
    await pictureOf(stage, zhou, 'desk-supervision')
  })

  step('a town, then the overdue of it, then the case: every number leads on', async () => {
    await zhou.locator('.group-name', { hasText: '清水河' }).click()
    await zhou.waitForURL(/area=610799101/)
    await zhou.locator('button.figure', { hasText: '超期' }).click()
    await zhou.waitForURL(/lamp=red/)
    const filter = { area: '610799101', lamp: 'red' }
    const { total: many } = await deskOf(stage, zhou).ask<{ total: number }>('casework.supervision.overview', filter)
    await zhou.locator('.figure-value').first().getByText(String(many), { exact: true }).waitFor()
    await rows(zhou).first().waitFor()
    await zhou.waitForFunction((wanted) => document.querySelectorAll('.ant-table-row').length === wanted, many)
    await pictureOf(stage, zhou, 'desk-supervision-drilled')
    await rows(zhou).first().click()
    await zhou.waitForURL(/\/cases\//)
    await zhou.locator('.panel-title').waitFor()
  })

  step('from the case the leader supervises: the box and the officer’s notice say so', async () => {
    await zhou.getByRole('button', { name: '案件操作' }).click()
    await zhou.getByRole('menuitem', { name: '督办' }).click()
    await zhou.getByLabel('督办要求').fill('超期，本周内办结')
    await zhou.getByLabel('答复期限').fill('2027-01-15')
    await zhou.keyboard.press('Enter')
    await answered(zhou, 'casework.case.supervise', () =>
      zhou.getByRole('dialog').getByRole('button', { name: '督办' }).click(),
    )
    await zhou.locator('.case-notices', { hasText: '督办' }).waitFor()
    await pictureOf(stage, zhou, 'desk-supervised-case')
    await zhou.goto(`${stage.address}/?box=supervised`)
    await rows(zhou).first().waitFor()
    assert.match(await textOf(rows(zhou).first()), /本周内办结/)
  })

  step('steps of two businesses with one name are told apart, and organisations named', async () => {
    await loadApprovals(stage.world)
    await zhou.goto(`${stage.address}/supervision`)
    await zhou.locator('.groups', { hasText: '耕地保护科' }).waitFor()
    await zhou.locator('.supervision-chart canvas').first().waitFor()
    await pictureOf(stage, zhou, 'desk-supervision-businesses')
  })

  step('narrow and in English', async () => {
    await zhou.setViewportSize({ width: 820, height: 1100 })
    await zhou.goto(`${stage.address}/supervision`)
    await zhou.locator('.supervision-chart canvas').first().waitFor()
    await pictureOf(stage, zhou, 'desk-supervision-narrow')
    await zhou.setViewportSize({ width: 1440, height: 900 })
    await zhou.getByRole('button', { name: 'EN' }).click()
    await zhou.getByText('Bottlenecks: where work waits').waitFor()
    await pictureOf(stage, zhou, 'desk-supervision-en')
    await choose(zhou, 'Deadline', 'Overdue')
    await zhou.waitForURL(/lamp=red/)
  })
})
