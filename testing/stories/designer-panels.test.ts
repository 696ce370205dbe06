// XX056: co-signing, timers, borders and a partial join, drawn from nothing by the page, walked through, published and run at the desk.
import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { inTransaction } from '../../kernel/db/database.ts'
import { publishForm } from '../../kernel/forms/store.ts'
import { loanForm } from '../../modules/processes/loan.testing.ts'
import { readDesign } from '../../modules/processes/rules/read-design.ts'
import { openStage, type Stage } from '../browser.ts'
import { beginDesign, doTask, drawingBy, fileCase, publishByTwo } from './designer.testing.ts'
import { deskOf, pictureOf, seatsOf, stepsOf } from './desk.testing.ts'

const SIGNERS = ['陈刚', '陆雪', '何伟']

const isWhole = (page: Page) =>
  page
    .locator('.flow-scroll')
    .evaluate((box) => box.scrollWidth <= box.clientWidth && box.getBoundingClientRect().right <= window.innerWidth)

describe('A joint review with co-signing, timers and n of m is drawn, simulated, published and run', () => {
  let stage: Stage
  let han: Page
  let zhou: Page
  let seats: ReturnType<typeof seatsOf>
  let sheet: ReturnType<typeof drawingBy>
  let caseAddress = ''
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
    seats = seatsOf(stage)
    han = await stage.enter('hanrui')
    zhou = await stage.enter('zhouzhengyi')
    sheet = drawingBy(han)
  })
  after(() => stage.end())

  const drawn = async () => {
    await sheet.saved()
    const designId = han.url().split('/').at(-1)!
    const { design } = await deskOf(stage, han).ask<{ design: { content: string } }>('processes.design.view', {
      designId,
    })
    const reading = await readDesign(design.content)
    if ('problems' in reading) assert.fail(JSON.stringify(reading.problems))
    return reading.process
  }
  const stepCalled = async (title: string) => (await drawn()).steps.find((one) => one.title.zh === title)!

  step('three branches and their join are drawn', async () => {
    await beginDesign(han, stage, { name: '联合审查', key: 'local.joint', business: 'archives' })
    await han.locator('[data-element-id="start"] .djs-hit').first().click()
    await sheet.append('人工环节', '受理')
    await sheet.append('并行', '分办')
    await sheet.append('人工环节', '会签')
    await sheet.select('分办')
    await sheet.append('人工环节', '核实')
    await sheet.select('分办')
    await sheet.append('定时', '公示期')
    await sheet.pick('等待方式', '若干工作日')
    await sheet.fill('多久', '5')
    await sheet.select('会签')
    await sheet.append('并行', '会合')
    await sheet.connect('核实', '会合')
    await sheet.connect('公示期', '会合')
    await sheet.select('会合')
    await sheet.append('人工环节', '审定')
    await sheet.append('结束', '办结')
    await sheet.select('会签')
    await sheet.append('结束', '退件')
    await pictureOf(stage, han, 'designer-branches')
  })

  step('会签: two of three named people, and a refusal that ends the case', async () => {
    await sheet.select('会签')
    await sheet.pick('办理角色', '会签')
    await sheet.fill('办理时限', '3')
    await sheet.tick('由多人会签')
    for (const name of SIGNERS) await sheet.pick('会签人', name)
    await han.keyboard.press('Escape')
    await sheet.pick('通过条件', '达到人数')
    await sheet.fill('人数', '2')
    await han.getByText('同时签').first().scrollIntoViewIfNeeded()
    await pictureOf(stage, han, 'designer-panel-cosign')
    await sheet.select('退件')
    await sheet.tick('立即结束整个案件')
    await sheet.pick('案件结果', '驳回')
    await pictureOf(stage, han, 'designer-panel-end')
    const signed = await stepCalled('会签')
    assert.ok(signed.kind === 'userTask' && signed.coSign)
    assert.deepEqual(
      [signed.coSign.need, signed.coSign.inTurn, signed.coSign.pass, signed.coSign.otherwise],
      [2, undefined, 'agree', 'disagree'],
    )
    assert.equal((JSON.parse(signed.coSign.signers) as string[]).length, 3)
    const end = await stepCalled('退件')
    assert.ok(end.kind === 'end' && end.terminate && end.result === 'rejected')
  })

  step('依次会签, 时限 and 汇合 n of m', async () => {
    await sheet.select('审定')
    await sheet.pick('办理角色', '会签')
    await sheet.fill('办理时限', '2')
    await sheet.tick('由多人会签')
    for (const name of ['何伟', '陈刚']) await sheet.pick('会签人', name)
    await han.keyboard.press('Escape')
    await sheet.pick('签署次序', '按名单依次签')
    await sheet.select('会合')
    await sheet.fill('英文名称', 'Meeting')
    await sheet.fill('到齐几个分支即继续', '2')
    await pictureOf(stage, han, 'designer-panel-join')
    for (const title of ['受理', '核实']) {
      await sheet.select(title)
      await sheet.pick('办理角色', '经办人')
      await sheet.fill('办理时限', '2')
    }
    const [join, last] = [await stepCalled('会合'), await stepCalled('审定')]
    assert.ok(join.kind === 'join' && join.need === 2 && join.rest === 'cancel')
    assert.deepEqual(join.title, { zh: '会合', en: 'Meeting' })
    assert.ok(last.kind === 'userTask' && last.coSign?.inTurn && last.coSign.need === 'all')
  })

  step('定时: working days of the publicity, and a reminder that goes off three times beside the step', async () => {
    await sheet.border('核实', 'limit', '催办期')
    await sheet.pick('等待方式', '若干工作日')
    await sheet.fill('多久', '1')
    await sheet.side.getByLabel('发生时收回该环节的任务').uncheck()
    await sheet.fill('最多触发', '3')
    await pictureOf(stage, han, 'designer-panel-timer')
    await sheet.append('人工环节', '催办')
    await sheet.pick('办理角色', '经办人')
    await sheet.fill('办理时限', '1')
    await sheet.append('结束', '已催')
    const [wait, reminder] = [await stepCalled('公示期'), await stepCalled('催办期')]
    assert.ok(wait.kind === 'timer')
    assert.deepEqual(wait.wait, { workingDays: 5 })
    assert.ok(reminder.kind === 'boundary' && !reminder.interrupting && reminder.times === 3)
  })

  step('the whole process: numbers, filing form, limit from acceptance, extension', async () => {
    await sheet.nothing()
    await sheet.fill('案件编号规则', '联〔{year}〕{serial:4}号')
    await sheet.fill('全案时限', '20')
    await sheet.pick('从何时起算', '受理')
    await sheet.fill('每次最多延长', '10')
    await sheet.pick('立案表单', '借阅申请')
    await pictureOf(stage, han, 'designer-panel-process')
    await sheet.noErrors()
    await pictureOf(stage, han, 'designer-panels-sound')
    const { clock, extension, limitDays, filing } = await drawn()
    assert.deepEqual([clock?.way, extension?.days, extension?.times, limitDays, filing?.form], ['agree', 10, 1, 20, 'archives.loan']) // biome-ignore format: one row
  })

  step('a sample case is walked through step by step, votes, timers and all', async () => {
    await sheet.tab('模拟')
    const { side } = sheet
    await side.getByRole('button', { name: '开始模拟' }).click()
    await side.locator('.sim-places').getByRole('button', { name: '办理' }).click()
    const at = (title: string) => side.locator('.sim-places > li', { hasText: title })
    await at('陆雪').waitFor()
    await pictureOf(stage, han, 'designer-panels-simulation')
    await at('催办期').getByRole('button', { name: '时间到' }).click()
    await at('催办').filter({ hasText: '经办人' }).getByRole('button', { name: '办理' }).click()
    await at('陈刚').getByRole('button', { name: '同意', exact: true }).click()
    await at('陆雪').getByRole('button', { name: '同意', exact: true }).click()
    await at('公示期').getByRole('button', { name: '时间到' }).click()
    await at('审定').filter({ hasText: '何伟' }).getByRole('button', { name: '办理' }).click()
    await at('审定').filter({ hasText: '陈刚' }).getByRole('button', { name: '办理' }).click()
    await side.getByText('案件办结').waitFor()
    await pictureOf(stage, han, 'designer-panels-ended')
    await side.getByRole('button', { name: '结束模拟' }).click()
  })

  step('two persons publish it', async () => {
    await publishByTwo(han, zhou, '联合审查首版')
    await zhou.getByRole('heading', { name: '联合审查' }).waitFor()
    await zhou.locator('.drawing .djs-shape').first().waitFor()
    await pictureOf(stage, zhou, 'designer-panels-version')
  })

  step('a case is filed and stands in three branches; the flow is legible at the desk and on a phone', async () => {
    const cai = await seats.sit('caijing')
    await fileCase(cai, stage, '联合审查', '东关村项目联合审查', async () => {
      await cai.getByLabel('案卷').fill('2026-3')
      await cai.getByLabel('天数').fill('9')
    })
    caseAddress = cai.url()
    await doTask(cai, caseAddress, '受理')
    await cai.goto(`${caseAddress}?tab=history`)
    await cai.locator('.flow-current').first().waitFor()
    assert.equal(await cai.locator('.flow-current').count(), 3)
    assert.ok(await isWhole(cai), 'nothing of the flow is cut off')
    await pictureOf(stage, cai, 'designer-flow-desk')
    const phone = await stage.enter('caijing', { phone: true })
    await phone.goto(`${caseAddress}?tab=history`)
    await phone.locator('.flow-drawing').scrollIntoViewIfNeeded()
    assert.ok(await isWhole(phone), 'nor on a phone')
    await pictureOf(stage, phone, 'designer-flow-phone')
    await phone.context().close()
    await doTask(cai, caseAddress, '核实')
    await seats.leave(cai)
  })

  step('two of three sign, the publicity falls away, and the last two sign one after the other', async () => {
    for (const [login, outcome] of [
      ['chengang', '同意'],
      ['luxue', '同意'],
      ['hewei', '审定'],
      ['chengang', '审定'],
    ] as const) {
      const page = await seats.sit(login)
      await doTask(page, caseAddress, outcome)
      await seats.leave(page)
    }
    const cai = await seats.sit('caijing')
    await cai.goto(`${caseAddress}?tab=history`)
    await cai.locator('.flow-drawing').waitFor()
    const done = await cai.locator('.flow-done').allTextContents()
    assert.ok(done.some((text) => text.includes('办结')) && !done.some((text) => text.includes('已催')), done.join())
    await pictureOf(stage, cai, 'designer-flow-ended')
    const caseId = new URL(caseAddress).pathname.split('/').at(-1)!
    const view = await deskOf(stage, cai).ask<{ state: string; result: string }>('casework.case.view', { caseId })
    assert.deepEqual([view.state, view.result], ['ended', 'completed'])
  })
})
