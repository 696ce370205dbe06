import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { inTransaction } from '../../kernel/db/database.ts'
import { publishForm } from '../../kernel/forms/store.ts'
import { loanForm } from '../../modules/processes/loan.testing.ts'
import { openStage, type Stage } from '../browser.ts'
import { answered, choose, type Desk, deskOf, pictureOf, stepsOf } from './desk.testing.ts'

type Filed = { caseId: string; number: string; next: { taskId: string; step: string }[] }
type Done = { next: { taskId: string; step: string }[]; ended?: string | null }
type Versions = { rows: { version: number; running: number }[] }

describe('A process from an empty sheet to cases that run on it', () => {
  let stage: Stage
  let han: Page
  let zhou: Page
  let desk: Desk
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
  })
  after(() => stage.end())

  /** What carries the title: of events and gateways it stands beside them, as an element of its own. */
  const shape = async (title: string) => {
    const titled = han.locator('.design-canvas .djs-shape', { hasText: title }).first()
    const id = (await titled.getAttribute('data-element-id'))!.replace(/_label$/, '')
    return han.locator(`.design-canvas [data-element-id="${id}"] > .djs-hit`).first()
  }
  const select = async (title: string) => (await shape(title)).click()
  const draw = (name: string) => han.getByRole('toolbar').getByRole('button', { name, exact: true }).click()
  const tab = (name: string) => han.locator('.design-side').getByRole('tab', { name }).click()
  const fill = async (label: string, text: string) => {
    const input = han.locator('.design-side').getByLabel(label, { exact: true })
    await input.fill(text)
    await input.press('Enter')
  }
  const connect = async (from: string, to: string) => {
    await select(from)
    await han.locator('.djs-context-pad .entry[data-action="connect"]').click()
    const box = (await (await shape(to)).boundingBox())!
    await han.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 6 })
    await han.mouse.down()
    await han.mouse.up()
  }

  step('the sheet begins with a start event; what is missing is said at once', async () => {
    await han.goto(`${stage.address}/processes`)
    await han.getByText('土地监测').first().waitFor()
    await pictureOf(stage, han, 'designer-list')
    await han.getByRole('button', { name: '新建流程' }).click()
    await han.getByLabel('名称', { exact: true }).fill('档案借阅')
    await han.getByLabel('编号', { exact: true }).fill('local.loan')
    await han.getByLabel('业务', { exact: true }).fill('archives')
    await answered(han, 'processes.design.start', () => han.getByRole('button', { name: '开始设计' }).click())
    await han.locator('.design-canvas [data-element-id="start"]').waitFor()
    await tab('检查')
    await han.getByText('流程里还没有任务').waitFor()
    await pictureOf(stage, han, 'designer-empty')
  })

  step('steps are drawn by the palette, one behind the other, and named in the panel', async () => {
    await tab('属性')
    await han.locator('[data-element-id="start"] .djs-hit').first().click()
    for (const [element, title] of [
      ['人工环节', '受理'],
      ['选择', '是否涉密'],
      ['人工环节', '领导签批'],
      ['人工环节', '出借'],
      ['结束', '办结'],
    ] as const) {
      await draw(element)
      await fill('名称', title)
    }
    await select('领导签批')
    await draw('结束')
    await fill('名称', '不予借阅')
    await connect('是否涉密', '出借')
    await pictureOf(stage, han, 'designer-drawn')
  })

  step('findings name the element; a press leads there and it is mended', async () => {
    await tab('检查')
    await pictureOf(stage, han, 'designer-findings')
    await han.locator('.finding', { hasText: '领导签批 没有指定办理角色' }).getByRole('button').click()
    await tab('属性')
    await choose(han, '办理角色', '领导')
    await fill('办理时限', '2')
    await pictureOf(stage, han, 'designer-properties')
    for (const title of ['受理', '出借']) {
      await select(title)
      await choose(han, '办理角色', '经办人')
      await fill('办理时限', '2')
      await choose(han, '表单', '借阅申请')
    }
    await select('是否涉密')
    await han.locator('.way-tall', { hasText: '出借' }).getByText('其余情况走这条').click()
    const condition = han.locator('.way-tall', { hasText: '领导签批' }).locator('.feel input')
    await condition.fill('secret = ')
    await han.getByText('表达式无法识别').waitFor()
    await condition.fill('secret = true')
    await condition.press('Enter')
    await han
      .locator('.design-canvas svg')
      .first()
      .click({ position: { x: 300, y: 20 } })
    await fill('案件编号规则', '借〔{year}〕{serial:4}号')
    await choose(han, '立案表单', '借阅申请')
    await tab('检查')
    await han.locator('.finding-error').first().waitFor({ state: 'detached' })
    assert.equal(await han.locator('.finding-error').count(), 0)
    await pictureOf(stage, han, 'designer-sound')
  })

  step('a sample case is walked through: the condition decides, tokens stand on the drawing', async () => {
    await tab('模拟')
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
    await han.getByRole('button', { name: '提交发布' }).click()
    await han.getByLabel('提交说明').fill('首次发布')
    await answered(han, 'processes.design.submit', () =>
      han.getByRole('dialog').getByRole('button', { name: '提交发布' }).click(),
    )
    await han.getByText('等待另一人确认').waitFor()
    assert.equal(await han.getByRole('button', { name: '确认发布' }).count(), 0)
    await zhou.goto(han.url())
    await zhou.getByText('提交说明：首次发布').waitFor()
    await pictureOf(stage, zhou, 'designer-confirm')
    await zhou.getByRole('button', { name: '确认发布' }).click()
    await answered(zhou, 'processes.design.confirm', () =>
      zhou.locator('.ant-popconfirm').getByRole('button').last().click(),
    )
    await zhou.waitForURL(/processes\/of\/process\/local\.loan/)
    await zhou.getByText('韩睿 → 周正义').waitFor()
    await pictureOf(stage, zhou, 'designer-versions')
  })

  step('a case is filed and worked on to its end, by the way the drawing says', async () => {
    const cai = deskOf(stage, await stage.enter('caijing'))
    const filed = await cai.act<Filed>('casework.case.file', {
      process: 'local.loan',
      title: '借阅 1987 年卷',
      areaCode: '610799',
      data: { file: '1987-12', days: 3, secret: true },
    })
    assert.match(filed.number, /^借〔\d{4}〕0001号$/)
    const leader = deskOf(stage, zhou)
    const does = async (who: Desk, { next }: Pick<Done, 'next'>, outcome: string): Promise<Done> => {
      const { taskId } = next[0]!
      await who.act('casework.task.claim', { taskId })
      return who.act<Done>('casework.task.complete', { taskId, outcome })
    }
    const accepted = await does(cai, filed, 'agree')
    const signed = await does(leader, accepted, 'agree')
    const handed = await does(cai, signed, 'agree')
    assert.equal(handed.ended, 'completed')
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
    await han.getByLabel('编号', { exact: true }).fill('local.foreign')
    await han.getByRole('button', { name: '开始设计' }).click()
    await han.getByText('等到晴天').waitFor()
    await pictureOf(stage, han, 'designer-refused')
  })
})
