import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { openStage, type Stage } from '../browser.ts'
import { answered, choose, pictureOf, stepsOf, textOf } from './desk.testing.ts'

describe('A county-wide quality run, from the choice of rules to the settled issue', () => {
  let stage: Stage
  let he: Page
  const step = stepsOf(
    () => [['he', he]],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    // Faults that no act of the program would let in: patches moved by half a metre, codes that no table has.
    await stage.world.database.exec(`update layer_dltb set geom = ST_Translate(geom, 0.5, 0) where id % 60 = 0;
      update layer_dltb set qsxz = '99' where id % 90 = 1; update layer_dltb set tbbh = '7' where id % 150 = 2`)
    he = await stage.enter('heguanli')
  })
  after(() => stage.end())

  step('XX035 He chooses the layer and its rules, and follows the run to its end', async () => {
    await he.goto(`${stage.address}/quality`)
    await he.getByText('还没有质检任务').waitFor()
    await he.getByRole('button', { name: '发起质检' }).first().click()
    const dialog = he.getByRole('dialog')
    await dialog.getByText('选择规则').click()
    await dialog.getByText('面层内重叠').waitFor()
    await pictureOf(stage, he, 'quality-start')
    await dialog.getByText('全部规则').click()
    await answered(he, 'quality.run.start', () => dialog.getByRole('button', { name: '发起质检' }).click())
    await he.waitForURL(/\/quality\/[0-9a-f-]{36}/)
    await he.getByRole('button', { name: '按现状再检' }).waitFor({ timeout: 90_000 })
    await he.locator('.rule-counts').getByText('面层内重叠').waitFor()
  })

  step('XX035 SH033 the issues lie on the map by number, and the list is filtered by rule and severity', async () => {
    await he.locator('.issue-table .ant-table-row').first().waitFor()
    const told = await textOf(he.locator('.map-note strong'))
    assert.match(told, /视图内 [\d,]+ 个问题/)
    await pictureOf(stage, he, 'quality-run')
    await he.locator('.rule-counts').getByRole('button', { name: '面层内重叠' }).click()
    await he.waitForURL(/rule=SV-TOP-01/)
    const others = he.locator('.issue-table .ant-table-row').filter({ hasNotText: '面层内重叠' })
    await others.first().waitFor({ state: 'detached' })
    for (const row of await he.locator('.issue-table .ant-table-row').allInnerTexts()) assert.match(row, /面层内重叠/)
  })

  step('SH033 of an overlap the page says how it could be put right, with areas before and after', async () => {
    await he.locator('.issue-table .ant-table-row', { hasText: '面层内重叠' }).first().click()
    await he.getByText('重叠部分归面积较小的图斑').waitFor()
    await pictureOf(stage, he, 'quality-fix')
  })

  step(
    'SH033 He applies the fix: the issue is settled, and the base map has a change set of its own for it',
    async () => {
      const panel = he.locator('.work-panel')
      await panel.getByRole('button', { name: '应用修复' }).click()
      const ask = he.getByRole('tooltip')
      await ask.getByText('留下一个可撤销的变更集').waitFor()
      await answered(he, 'quality.fix.apply', () => ask.getByRole('button', { name: '应用修复' }).click())
      await panel.locator('.panel-line').getByText('已整改').waitFor()
      await pictureOf(stage, he, 'quality-fixed')
    },
  )

  step('SH035 a faulty patch is found on the map, with its attributes', async () => {
    await he.getByRole('button', { name: /筛选 1$/ }).click()
    await choose(he, '规则', '代码不在值域内')
    await he.waitForURL(/rule=SV-ATT-02/)
    await he.locator('.issue-table .ant-table-row', { hasText: '代码不在值域内' }).first().click()
    await he.waitForURL(/issue=\d+/)
    const panel = he.locator('.work-panel')
    await panel.getByText('权属性质').first().waitFor()
    assert.equal(await textOf(panel.locator('.is-told')), '99')
    await pictureOf(stage, he, 'quality-issue')
  })

  step('SH035 the same issue is found by a press on the map', async () => {
    await he.locator('.work-panel').getByRole('button', { name: '关闭' }).click()
    await he.waitForURL((url) => !url.searchParams.has('issue'))
    const map = (await he.locator('.map-ground canvas').first().boundingBox())!
    await he.mouse.click(map.x + map.width / 2, map.y + map.height / 2)
    await he.waitForURL(/issue=\d+/)
    await he.locator('.work-panel .is-told').waitFor()
  })

  step('XX035 an exception is given with a reason and its end; it stays with the issue', async () => {
    const panel = he.locator('.work-panel')
    await panel.getByRole('button', { name: '标记例外' }).click()
    const dialog = he.getByRole('dialog')
    await dialog.getByLabel('理由').fill('历史台账如此，年内核实')
    await answered(he, 'quality.issue.settle', () => dialog.getByRole('button', { name: '标记例外' }).click())
    await panel.getByText('历史台账如此，年内核实').waitFor()
    await panel.getByText('何冠礼').waitFor()
  })

  step('SH034 the report is saved as a workbook; the list of runs says who, when and what was found', async () => {
    await he.locator('.work-panel').getByRole('button', { name: '关闭' }).click()
    const download = he.waitForEvent('download')
    await he.getByRole('link', { name: '导出质检报告' }).click()
    assert.match((await download).suggestedFilename(), /^质检报告-地类图斑-.*\.xlsx$/)
    await he.goto(`${stage.address}/quality`)
    await he.locator('.ant-table-row', { hasText: '何冠礼' }).getByText('已完成').waitFor()
    await pictureOf(stage, he, 'quality-runs')
  })
})
