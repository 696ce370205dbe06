// 业务中心: XX023.
import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { loadApprovals } from '../../apps/server/demo/load-approvals.ts'
import { openStage, type Stage } from '../browser.ts'
import { answered, pictureOf, stepsOf, textOf } from './desk.testing.ts'

describe('The business centre is where a working day begins', () => {
  let stage: Stage
  let liumin: Page
  const step = stepsOf(
    () => [['liumin', liumin]],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    await loadApprovals(stage.world)
    liumin = await stage.enter('liumin', { at: '/' })
  })
  after(() => stage.end())

  const card = (name: string) =>
    liumin.locator('.centre-card', { has: liumin.getByRole('heading', { name, exact: true }) })

  step('XX023 Every business one works in stands in its group with what waits there', async () => {
    await liumin.getByRole('link', { name: '业务中心' }).click()
    await card('临时用地').waitFor()
    assert.match(await textOf(card('临时用地')), /1待办/)
    await liumin.getByRole('heading', { name: '政务审批' }).waitFor()
    await liumin.getByRole('heading', { name: '最近办理' }).waitFor()
    await liumin.locator('.centre-recent li').first().waitFor()
    await pictureOf(stage, liumin, 'business-centre')
  })

  step('XX023 A number opens the tasks behind it', async () => {
    await card('临时用地')
      .getByRole('link', { name: /待办 1/ })
      .click()
    await liumin.waitForURL(/business=approvals\.temporary/)
    await liumin.getByText('地质勘查临时用地').waitFor()
    await liumin.goBack()
  })

  step('XX023 Favourites and the order are one’s own, and are there again after a reload', async () => {
    await answered(liumin, 'centre.business.arrange', () =>
      liumin.getByRole('button', { name: '设为常用：宅基地地籍变更' }).click(),
    )
    await liumin.getByRole('heading', { name: '常用', exact: true }).waitFor()
    await liumin.getByRole('button', { name: '排列' }).click()
    const approvals = liumin.getByRole('region', { name: '政务审批' })
    const first = await approvals.locator('h3').first().textContent()
    await answered(liumin, 'centre.business.arrange', () =>
      approvals.getByRole('button', { name: /^后移/ }).first().click(),
    )
    await liumin.reload()
    await liumin.getByRole('region', { name: '常用' }).getByRole('heading', { name: '宅基地地籍变更' }).waitFor()
    assert.equal(await liumin.getByRole('region', { name: '政务审批' }).locator('h3').nth(1).textContent(), first)
    await pictureOf(stage, liumin, 'business-centre-favourites')
  })

  step('XX023 A case is begun from its card', async () => {
    await card('宅基地地籍变更').getByRole('link', { name: '新建' }).click()
    await liumin.waitForURL(/new-case\/ownership\.homestead/)
    await liumin.getByText('宅基地面积').first().waitFor()
    await liumin.goto(`${stage.address}/centre`)
    await card('临时用地').getByRole('link', { name: '新建' }).click()
    await liumin.waitForURL(/filing\/LSYD/)
  })

  step('XX023 The same page in English, and on a phone', async () => {
    const english = await stage.enter('caijing', { english: true })
    await english.goto(`${stage.address}/centre`)
    await english.getByText('EN', { exact: true }).click()
    await english.getByRole('heading', { name: 'Business centre' }).waitFor()
    await english.locator('.centre-card').first().waitFor()
    await pictureOf(stage, english, 'business-centre-en')
    await english.context().close()
  })
})
