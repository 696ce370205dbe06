// 业务规则 as a service, the review by rules, an item's whole chain and the document at its end: XX018, XX056, XX058, XX066.
import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { loadApprovals } from '../../apps/server/demo/load-approvals.ts'
import { openStage, type Stage } from '../browser.ts'
import { answered, deskOf, pictureOf, stepsOf, textOf } from './desk.testing.ts'

describe('Rules decide, review and are looked after', () => {
  let stage: Stage
  let caijing: Page
  let hanrui: Page
  let liumin: Page
  let zhou: Page
  const step = stepsOf(
    () => [
      ['caijing', caijing],
      ['hanrui', hanrui],
      ['liumin', liumin],
      ['zhou', zhou],
    ],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    await loadApprovals(stage.world)
    caijing = await stage.enter('caijing', { at: '/' })
  })
  after(() => stage.end())

  step('XX018 An officer finds the rule, fills in a case and sees the answer and the line that gave it', async () => {
    await caijing.getByRole('link', { name: '业务规则' }).click()
    await caijing.getByText('宅基地面积标准').waitFor()
    await pictureOf(stage, caijing, 'rules')
    await caijing.getByText('宅基地面积标准').click()
    const bench = caijing.getByRole('region', { name: '试算' })
    await bench.getByLabel('所在地').fill('川地塬地')
    await bench.getByLabel('宅基地面积（m²）').fill('236.4')
    await bench.getByText('超过川地、塬地每户标准，超出部分不予确权。').waitFor()
    await bench.getByText('第 4 条规则').waitFor()
    await caijing.locator('.dmn-read tr[aria-current="true"]', { hasText: '> 200' }).waitFor()
    await pictureOf(stage, caijing, 'rule-bench')
  })

  step('XX018 A sheet of rows is answered at once; each call is kept with what was given', async () => {
    await caijing.getByRole('tab', { name: '批量试算与调用' }).click()
    await caijing
      .getByRole('textbox', { name: '批量试算与调用' })
      .fill('编号\t所在地\t宅基地面积（m²）\nZJD-001\t城市郊区\t120\nZJD-002\t山地丘陵\t290\nZJD-003\tmoon\t100')
    await answered(caijing, 'processes.rule.decideMany', () =>
      caijing.getByRole('button', { name: '调用（3 行）' }).click(),
    )
    await caijing.getByText('3 行，其中无结论 1 行，不能计算 0 行。').waitFor()
    await pictureOf(stage, caijing, 'rule-batch')
    await caijing.getByRole('tab', { name: '调用记录' }).click()
    await caijing.getByRole('cell', { name: 'ZJD-002' }).waitFor()
    await pictureOf(stage, caijing, 'rule-calls')
  })

  step('XX018 A new version takes two persons; callers that name the old one still get it', async () => {
    hanrui = await stage.enter('hanrui')
    zhou = await stage.enter('zhouzhengyi')
    const key = 'rules.homesteadArea'
    const draws = deskOf(stage, hanrui)
    const from = { version: { key, version: 1 } }
    const { designId } = await draws.act<{ designId: string }>('processes.design.start', {
      kind: 'decision',
      key,
      from,
    })
    await hanrui.goto(`${stage.address}/processes/table/${designId}`)
    const standard = hanrui.getByLabel('每户标准（m²） 5', { exact: true })
    await standard.fill('240')
    await answered(hanrui, 'processes.design.save', () => standard.press('Enter'))
    await hanrui.getByText('已保存').waitFor()
    const { design } = await draws.ask<{ design: { revision: number } }>('processes.design.view', { designId })
    await draws.act('processes.design.submit', { designId, revision: design.revision, note: '山地标准调整' })
    const confirms = deskOf(stage, zhou)
    const confirmed = await confirms.act<{ version: number }>('processes.design.confirm', {
      ...{ designId, revision: design.revision },
    })
    const asks = deskOf(stage, caijing)
    const limit = async (version?: number) =>
      (
        await asks.act<{ results: { limit: number }[] }>('processes.rule.decide', {
          ...{ key, facts: { terrain: '山地丘陵', homesteadArea: 250 }, ...(version && { version }) },
        })
      ).results[0]!.limit
    assert.deepEqual([confirmed.version, await limit(), await limit(1)], [1001, 240, 267])
    await caijing.goto(`${stage.address}/rules/${key}`)
    await caijing.getByText(/版本 1001/).waitFor()
  })

  step('XX058 A case is reviewed by the rules of its item over form and map', async () => {
    const { items } = await deskOf(stage, caijing).ask<{ items: { id: string; title: string }[] }>(
      'casework.case.search',
      { text: '城区供水管线工程临时用地' },
    )
    await caijing.goto(`${stage.address}/cases/${items[0]!.id}`)
    await caijing.getByRole('tab', { name: '辅助审查' }).click()
    await caijing.getByText('期限符合规定。').waitFor()
    await caijing.getByText('图上面积', { exact: true }).waitFor()
    await pictureOf(stage, caijing, 'case-review')
  })

  step('XX066 The whole chain of an item stands on one page, and what is missing is told', async () => {
    await hanrui.goto(`${stage.address}/items/LSYD`)
    await hanrui.getByRole('link', { name: '全链条' }).click()
    await hanrui.getByText('六个环节全部配齐，可以办理。').waitFor()
    await pictureOf(stage, hanrui, 'item-chain')
    await hanrui.getByRole('link', { name: '修改事项' }).click()
    await hanrui.getByLabel('结果文书标题').fill('')
    await hanrui.getByLabel('修改说明').fill('试：不制发文书')
    await answered(hanrui, 'approvals.item.propose', () => hanrui.getByRole('button', { name: /提请发布/ }).click())
    await zhou.goto(`${stage.address}/items/LSYD/proposal`)
    await answered(zhou, 'approvals.item.publish', () => zhou.getByRole('button', { name: '确认发布' }).click())
    await hanrui.goto(`${stage.address}/items/LSYD/chain`)
    await hanrui.getByText('没有结果文书模板，准予后不能制证发证；请在事项中填写。').waitFor()
    const text = await textOf(hanrui.locator('.chain'))
    for (const word of ['受理', '审批', '决策', '发证', '监管', '共享']) assert.ok(text.includes(word), word)
  })

  step('XX056 The document of a granted case is made, listed, verified and revoked', async () => {
    liumin = await stage.enter('liumin')
    const { items } = await deskOf(stage, liumin).ask<{ items: { id: string }[] }>('casework.case.search', {
      text: '东关村幼儿园用地预审与选址',
    })
    await liumin.goto(`${stage.address}/cases/${items[0]!.id}`)
    await liumin.getByRole('tab', { name: '立案', exact: true }).click()
    await answered(liumin, 'approvals.result.issue', () => liumin.getByRole('button', { name: '制发结果文书' }).click())
    await liumin.getByText('核验码').waitFor()
    await zhou.goto(`${stage.address}/permits`)
    await zhou.getByRole('cell', { name: '云自然资预〔2026〕19号' }).waitFor()
    await pictureOf(stage, zhou, 'permits')
    await zhou.getByRole('button', { name: '撤销' }).click()
    await zhou.getByLabel('撤销（注销）理由').fill('申请人自愿放弃')
    await answered(zhou, 'approvals.result.revoke', () =>
      zhou.getByRole('dialog').getByRole('button', { name: '撤销' }).click(),
    )
    await zhou.getByText('已撤销').first().waitFor()
  })

  step('XX018 XX066 The same pages in English', async () => {
    const english = await stage.enter('zhouzhengyi', { english: true })
    await english.goto(`${stage.address}/rules/rules.homesteadArea`)
    await english.getByText('EN', { exact: true }).click()
    await english.getByRole('heading', { name: 'Test bench' }).waitFor()
    await english.getByRole('heading', { name: 'Standard area of a homestead' }).waitFor()
    await english.getByText('"Within the standard of the outskirts."').waitFor()
    await pictureOf(stage, english, 'rule-en')
    await english.goto(`${stage.address}/items/NYDZY/chain`)
    await english.getByRole('heading', { name: 'Supervision' }).waitFor()
    await pictureOf(stage, english, 'item-chain-en')
    await english.context().close()
  })
})
