import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { inTransaction } from '../../kernel/db/database.ts'
import { publishForm } from '../../kernel/forms/store.ts'
import { loanForm } from '../../modules/processes/loan.testing.ts'
import { openStage, type Stage } from '../browser.ts'
import { beginDesign, doTask, drawingBy, fileCase, publishByTwo } from './designer.testing.ts'
import { type Desk, deskOf, pictureOf, stepsOf } from './desk.testing.ts'

type Versions = { rows: { version: number; running: number }[] }

describe('A process from an empty sheet to cases that run on it', () => {
  let stage: Stage
  let han: Page
  let zhou: Page
  let desk: Desk
  let sheet: ReturnType<typeof drawingBy>
  const step = stepsOf(
    () => [
      ['han', han],
      ['zhou', zhou],
    ],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    await inTransaction(stage.world.database.db, (trx) => publishForm(trx, loanForm, null, new Date()))
    han = await stage.enter('hanrui')
    zhou = await stage.enter('zhouzhengyi')
    desk = deskOf(stage, han)
    sheet = drawingBy(han)
  })
  after(() => stage.end())

  step('the sheet begins with a start event; what is missing is said at once', async () => {
    await han.goto(`${stage.address}/processes`)
    await han.getByText('土地监测').first().waitFor()
    await pictureOf(stage, han, 'designer-list')
    await beginDesign(han, stage, { name: '档案借阅', key: 'local.loan', business: 'archives' })
    await sheet.tab('检查')
    await han.getByText('流程里还没有任务').waitFor()
    await pictureOf(stage, han, 'designer-empty')
  })

  step('steps are drawn by the palette, one behind the other, and named in the panel', async () => {
    await sheet.tab('属性')
    await han.locator('[data-element-id="start"] .djs-hit').first().click()
    for (const [element, title] of [
      ['人工环节', '受理'],
      ['选择', '是否涉密'],
      ['人工环节', '领导签批'],
      ['人工环节', '出借'],
      ['结束', '办结'],
    ] as const) {
      await sheet.append(element, title)
    }
    await sheet.select('领导签批')
    await sheet.append('结束', '不予借阅')
    await sheet.pick('案件结果', '驳回')
    await sheet.connect('是否涉密', '出借')
    await pictureOf(stage, han, 'designer-drawn')
  })

  step('findings name the element; a press leads there and it is mended', async () => {
    await sheet.tab('检查')
    await pictureOf(stage, han, 'designer-findings')
    await han.locator('.finding', { hasText: '领导签批 没有指定办理角色' }).getByRole('button').click()
    await sheet.tab('属性')
    await sheet.pick('办理角色', '领导')
    await sheet.fill('办理时限', '2')
    await pictureOf(stage, han, 'designer-properties')
    for (const title of ['受理', '出借']) {
      await sheet.select(title)
      await sheet.pick('办理角色', '经办人')
      await sheet.fill('办理时限', '2')
      await sheet.pick('表单', '借阅申请')
    }
    await sheet.select('是否涉密')
    await han.locator('.way-tall', { hasText: '出借' }).getByText('其余情况走这条').click()
    const condition = han.locator('.way-tall', { hasText: '领导签批' }).locator('.feel input')
    await condition.fill('secret = ')
    await han.getByText('表达式无法识别').waitFor()
    await condition.fill('secret = true')
    await condition.press('Enter')
    await sheet.nothing()
    await sheet.fill('案件编号规则', '借〔{year}〕{serial:4}号')
    await sheet.pick('立案表单', '借阅申请')
    await sheet.tab('检查')
    await han.locator('.finding-error').first().waitFor({ state: 'detached' })
    assert.equal(await han.locator('.finding-error').count(), 0)
    await pictureOf(stage, han, 'designer-sound')
  })

  step('a sample case is walked through: the condition decides, tokens stand on the drawing', async () => {
    await sheet.tab('模拟')
    const side = han.locator('.design-side')
    await side.locator('.sim-fact', { hasText: '涉密' }).getByText('是', { exact: true }).click()
    await side.getByRole('button', { name: '开始模拟' }).click()
    await han.locator('.sim-token').waitFor()
    await side.locator('.sim-places').getByRole('button', { name: '办理' }).click()
    await side.locator('.sim-places', { hasText: '领导签批' }).waitFor()
    await pictureOf(stage, han, 'designer-simulation')
    await side.getByRole('button', { name: '同意', exact: true }).click()
    await side.locator('.sim-places', { hasText: '出借' }).getByRole('button', { name: '办理' }).click()
    await side.getByText('案件办结').waitFor()
    await side.getByRole('button', { name: '结束模拟' }).click()
  })

  step('publication takes two: whoever submits is not offered to confirm, the leader is', async () => {
    await publishByTwo(han, zhou, '首次发布', () => pictureOf(stage, zhou, 'designer-confirm'))
    assert.equal(await han.getByRole('button', { name: '确认发布' }).count(), 0)
    await zhou.getByText('韩睿 → 周正义').waitFor()
    await zhou.locator('.drawing .djs-shape').first().waitFor()
    await pictureOf(stage, zhou, 'designer-versions')
  })

  step('a case is filed and worked on to its end at the desk, by the way the drawing says', async () => {
    const cai = await stage.enter('caijing')
    await fileCase(cai, stage, '档案借阅', '借阅 1987 年卷', async () => {
      await cai.getByLabel('案卷').fill('1987-12')
      await cai.getByLabel('天数').fill('3')
      await cai.locator('.form').getByText('是', { exact: true }).click()
      await pictureOf(stage, cai, 'designer-filing')
    })
    const address = cai.url()
    await cai
      .getByText(/借〔\d{4}〕0001号/)
      .first()
      .waitFor()
    await doTask(cai, address, '受理')
    await doTask(zhou, address, '同意')
    await doTask(cai, address, '出借')
    await cai.goto(`${address}?tab=history`)
    await cai.locator('.flow-drawing').waitFor()
    await pictureOf(stage, cai, 'designer-case-flow')
    const { rows } = await desk.ask<Versions>('processes.version.list', { kind: 'process', key: 'local.loan' })
    assert.deepEqual(
      rows.map(({ version, running }) => [version, running]),
      [[1, 0]],
    )
  })

  step('a decision table is written, tried with values, and says which rule decided', async () => {
    await han.goto(`${stage.address}/processes/decisions`)
    await han.getByRole('button', { name: '新建决策表' }).first().click()
    await han.getByLabel('名称', { exact: true }).fill('借阅期限')
    await han.getByLabel('编号', { exact: true }).fill('local.loanDays')
    await han.getByRole('button', { name: '开始设计' }).click()
    const cell = async (label: string, text: string) => {
      const input = han.getByLabel(label, { exact: true })
      await input.fill(text)
      await input.press('Enter')
    }
    await cell('输入 1 的表达式', 'days')
    await cell('结果 的字段名', 'level')
    await cell('输入 1 1', '> 10')
    await cell('结果 1', 'long loan (')
    await han.getByText('第 1 条规则「结果」的「long loan (」无法识别').waitFor()
    await cell('结果 1', '"长期"')
    await han.locator('.trial').getByLabel('输入 1').fill('12')
    await han.locator('.trial').getByRole('button', { name: '试算' }).click()
    await han.locator('.dmn-answer', { hasText: '长期' }).waitFor()
    await han.locator('.dmn tr.is-hit').waitFor()
    await han.getByText('已保存').waitFor()
    await pictureOf(stage, han, 'designer-table')
  })

  step('the file of another tool with elements that are not supported is refused, naming them', async () => {
    const flow = (from: string, to: string) =>
      `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"/>`
    const foreign = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p">
      <startEvent id="s"/><intermediateCatchEvent id="x" name="等到晴天"><conditionalEventDefinition/></intermediateCatchEvent>
      <endEvent id="e"/>${flow('s', 'x')}${flow('x', 'e')}</process></definitions>`
    await han.goto(`${stage.address}/processes`)
    await han.getByRole('button', { name: '新建流程' }).click()
    await han.getByText('导入 BPMN 文件').click()
    const file = { name: '外来.bpmn', mimeType: 'application/xml', buffer: Buffer.from(foreign) }
    await han.locator('input[type=file]').setInputFiles(file)
    await han.getByText('等到晴天').waitFor()
    await pictureOf(stage, han, 'designer-refused')
  })
})
