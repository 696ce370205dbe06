import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { loadApprovals } from '../../apps/server/demo/load-approvals.ts'
import { openStage, type Stage } from '../browser.ts'
import { pictureOf, stepsOf, textOf } from './desk.testing.ts'

describe('A leader follows the approvals of the county', () => {
  let stage: Stage
  let zhou: Page
  const step = stepsOf(
    () => [['zhou', zhou]],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    await loadApprovals(stage.world)
    zhou = await stage.enter('zhouzhengyi', { at: '/' })
  })
  after(() => stage.end())

  step('XX079 The page tells what was filed, what is late, where it lies and where each project waits', async () => {
    await zhou.getByRole('link', { name: '审批跟踪' }).click()
    await zhou.getByRole('heading', { name: '按事项' }).waitFor()
    await zhou.locator('.tracking-place').first().waitFor()
    await zhou.locator('.tracking-projects li').first().waitFor()
    const text = await textOf(zhou.locator('.page-body'))
    for (const word of ['收件', '按期办结率', '临时用地审批', '城关镇', '停在「']) assert.ok(text.includes(word), word)
    await pictureOf(stage, zhou, 'tracking')
  })

  step('XX079 One item narrows every part of the page; a point leads to its case', async () => {
    await zhou.getByRole('button', { name: '临时用地审批' }).click()
    await zhou.waitForURL(/item=LSYD/)
    await zhou.getByRole('button', { name: '农用地转用' }).waitFor({ state: 'detached' })
    await zhou.getByRole('button', { name: '临时用地审批' }).click()
    await zhou.waitForURL((address) => !address.search.includes('item='))
    await zhou.locator('.tracking-place').first().click()
    await zhou.waitForURL(/\/cases\//)
  })

  step('XX079 The same page in English', async () => {
    const english = await stage.enter('zhouzhengyi', { english: true })
    await english.goto(`${stage.address}/tracking`)
    await english.getByText('EN', { exact: true }).click()
    await english.getByRole('heading', { name: 'By item' }).waitFor()
    await english.locator('.tracking-projects li').first().waitFor()
    await pictureOf(stage, english, 'tracking-en')
    await english.context().close()
  })
})
