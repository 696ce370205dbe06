// 委托代理 by days and area, acts on many at once, and what another system could not file is filed again (补推).
import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { openStage, type Stage } from '../browser.ts'
import { answered, choose, deskOf, pictureOf, stepsOf, textOf } from './desk.testing.ts'
import { settleDesk } from './desk-setting.testing.ts'

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
type Items = { items: { taskId: string; areaCode?: string; areaName: string; onBehalfOf: { name: string } | null }[] }

describe('Work that changes hands', () => {
  let stage: Stage
  let sun: Page
  let cai: Page
  let lin: Page
  const step = stepsOf(
    () => [
      ['sun', sun],
      ['cai', cai],
      ['lin', lin],
    ],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    await settleDesk(stage, 6)
    sun = await stage.enter('sunlihua')
    cai = await stage.enter('caijing')
    lin = await stage.enter('linzhiyuan')
    for (const page of [sun, cai, lin]) await page.setViewportSize({ width: 1440, height: 900 })
  })
  after(() => stage.end())

  const boxOf = (page: Page, box: string) => deskOf(stage, page).ask<Items>('casework.worklist', { box, limit: '50' })
  const rows = (page: Page) => page.locator('.ant-table-row')
  const tick = async (page: Page, count: number) => {
    await rows(page).first().waitFor()
    for (let i = 0; i < count; i++) await page.locator('.ant-table-row .ant-checkbox-input').nth(i).check()
  }

  step('Lin submits six, and takes two back from the list of what he has done', async () => {
    for (const { taskId } of (await boxOf(lin, 'todo')).items)
      await deskOf(stage, lin).act('casework.task.complete', { taskId, outcome: 'pass' })
    await lin.goto(`${stage.address}/?box=done`)
    await tick(lin, 2)
    await pictureOf(stage, lin, 'lending-withdraw-many')
    await answered(lin, 'casework.task.withdrawMany', () => lin.getByRole('button', { name: '撤回' }).first().click())
    assert.equal((await boxOf(lin, 'doing')).items.length, 2)
    for (const { taskId } of (await boxOf(lin, 'doing')).items)
      await deskOf(stage, lin).act('casework.task.complete', { taskId, outcome: 'pass' })
  })

  step(
    'Sun lends her reviews of one town to Cai for today; Cai has those, under Sun’s name, and no others',
    async () => {
      await sun.goto(`${stage.address}/delegations`)
      await sun.getByRole('button', { name: '新建委托' }).first().click()
      await choose(sun, '代理人', '蔡静')
      for (const label of ['开始日期', '结束日期']) {
        await sun.getByLabel(label).fill(today())
        await sun.keyboard.press('Enter')
      }
      await choose(sun, '行政区', '清水河镇')
      await sun.getByLabel('理由').fill('参加省厅培训')
      await pictureOf(stage, sun, 'lending-grant')
      await answered(sun, 'casework.delegation.grant', () =>
        sun.getByRole('dialog').getByRole('button', { name: '委托', exact: true }).click(),
      )
      await sun.locator('.delegation-table', { hasText: '生效中' }).waitFor()
      await pictureOf(stage, sun, 'lending-list')
      const { items } = await boxOf(cai, 'todo')
      assert.deepEqual(
        [...new Set(items.map(({ areaName, onBehalfOf }) => `${areaName} ${onBehalfOf?.name}`))],
        ['清水河镇 孙丽华'],
      )
      await cai.goto(`${stage.address}/?box=todo`)
      await rows(cai).first().waitFor()
      assert.match(await textOf(rows(cai).first()), /代 孙丽华/)
      await pictureOf(stage, cai, 'lending-box')
    },
  )

  step('Ended early, the lending is over at once', async () => {
    await sun.getByRole('button', { name: '提前结束' }).click()
    await answered(sun, 'casework.delegation.end', () => sun.locator('.ant-popconfirm .ant-btn-primary').click())
    await sun.locator('.delegation-table', { hasText: '已提前结束' }).waitFor()
    assert.equal((await boxOf(cai, 'todo')).items.length, 0)
  })

  step('补推: what another system sent and could not be filed says why, and is filed once that is mended', async () => {
    const desk = deskOf(stage, lin)
    const sent = { source: '省土地市场系统', process: 'story.permit', areaCode: '610799100' }
    await desk.act('casework.filing.receive', { ...sent, key: 'HT-2026-0031', title: '南门村出让合同', data: {} })
    await desk.act('casework.filing.receive', {
      ...{ ...sent, key: 'HT-2026-0032', title: '东关村出让合同', data: { QLR: '云中建设集团', purpose: '便道' } },
    })
    await lin.goto(`${stage.address}/filings`)
    const failed = lin.locator('tr', { hasText: 'HT-2026-0031' })
    await failed.waitFor()
    assert.equal(await lin.locator('tr', { hasText: 'HT-2026-0032' }).count(), 0, 'what was filed needs nobody')
    await pictureOf(stage, lin, 'filings-failed')
    // The other system sends the same number again, complete: it is kept instead, and filed by that.
    await desk.act('casework.filing.receive', {
      ...{ ...sent, key: 'HT-2026-0031', title: '南门村出让合同', data: { QLR: '张三丰', purpose: '取土场' } },
    })
    await lin.reload()
    await lin.getByText('没有待补推的请求').waitFor()
    await lin.getByText('已立案', { exact: true }).click()
    await lin.locator('tr', { hasText: 'HT-2026-0031' }).getByRole('link').waitFor()
    await pictureOf(stage, lin, 'filings-filed')
  })
})
