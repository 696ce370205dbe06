import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { publishProcess } from '../../kernel/cases/publish-process.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import type { FormDefinition } from '../../kernel/forms/definition.ts'
import { openStage, type Stage } from '../browser.ts'
import { answered, choose, type Desk, deskOf, pictureOf, stepsOf, textOf } from './desk.testing.ts'
import {
  confirmTable,
  drawRange,
  LOAN_FORM,
  loanProcess,
  markHolidays,
  paste,
  savedWith,
  signHere,
} from './form-filling.testing.ts'

describe('A form drawn from nothing, published by two people and used; code tables and the calendar', () => {
  let stage: Stage
  let han: Page
  let zhou: Page
  let cai: Page
  let gao: Page
  let hanDesk: Desk
  let caiDesk: Desk
  const step = stepsOf(
    () => [
      ['han', han],
      ['zhou', zhou],
      ['cai', cai],
      ['gao', gao],
    ],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    han = await stage.enter('hanrui')
    zhou = await stage.enter('zhouzhengyi')
    cai = await stage.enter('caijing')
    gao = await stage.enter('gaoyuan')
    hanDesk = deskOf(stage, han)
    caiDesk = deskOf(stage, cai)
  })
  after(() => stage.end())
  const field = async (type: string) => {
    await han.getByRole('button', { name: '添加字段' }).click()
    await han.getByRole('menuitem', { name: type, exact: true }).click()
  }
  const properties = () => han.getByLabel('属性', { exact: true })
  const call = async (title: string, fieldName: string) => {
    await properties().getByLabel('中文名称').fill(title)
    await properties().getByLabel('字段名（用于表达式和数据）').fill(fieldName)
    await properties().getByLabel('字段名（用于表达式和数据）').press('Enter')
  }

  step('Han imports a list of survey organisations and publishes it as a code table', async () => {
    await han.goto(`${stage.address}/dictionaries`)
    await pictureOf(stage, han, 'dictionaries')
    await han.getByRole('button', { name: '新建代码表版本' }).click()
    const dialog = han.getByRole('dialog')
    await dialog.getByLabel('中文名称').fill('测绘单位名录')
    await dialog.getByLabel('标识').fill('survey-organisations')
    await dialog.getByLabel('版本').fill('2026')
    await dialog.getByLabel('来源').fill('省厅 2026 年 9 月公布的名录')
    await answered(han, 'forms.dictionary.begin', () => dialog.getByRole('button', { name: '开始' }).click())
    await han.getByRole('button', { name: '导入表格' }).click()
    const text = '代码,名称,上级\nA,甲级,\n12610799MB0001,云中测绘院,A\nB,乙级,\n12610799MB0002,山南勘测公司,C\n'
    const file = { name: '名录.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
    await han.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
    await han.getByText('名录.csv').waitFor()
    await answered(han, 'forms.dictionary.import', () => han.getByRole('button', { name: '替换全部条目' }).click())
    await han.getByText('上级 C 不在表中').waitFor()
    await pictureOf(stage, han, 'dictionary-faults')
    await han.getByRole('row', { name: /山南勘测公司/ }).click()
    await han.getByLabel('上级代码').fill('B')
    await answered(han, 'forms.dictionary.change', () => han.getByRole('button', { name: '保存' }).click())
    await han.getByRole('button', { name: '提请发布' }).click()
    await han.getByLabel('说明（来源、变化）').fill('按省厅 9 月名录')
    await answered(han, 'forms.dictionary.propose', () =>
      han.getByRole('dialog').getByRole('button', { name: '提请发布' }).click(),
    )
    await han.getByText('韩睿 于').waitFor()
    assert.equal(await han.getByRole('button', { name: '导入表格' }).count(), 0, 'nothing changes while it is proposed')
    await confirmTable(stage, 'survey-organisations/2026')
  })

  step('Han draws a form from nothing: fields, a rule, what is worked out and what is hidden', async () => {
    await han.goto(`${stage.address}/forms`)
    await pictureOf(stage, han, 'forms-list')
    await han.getByRole('button', { name: '新建表单' }).click()
    const dialog = han.getByRole('dialog')
    await dialog.getByLabel('中文名称').fill('图件借阅登记表')
    await dialog.getByLabel('标识').fill(LOAN_FORM)
    await answered(han, 'forms.draft.save', () => dialog.getByRole('button', { name: '开始' }).click())
    await han.getByText('还没有字段').waitFor()
    await field('选择')
    await call('申请人类型', 'applicant')
    await properties().getByLabel('第 1 项的值').fill('unit')
    await properties().getByLabel('第 1 项的中文').fill('单位')
    await properties().getByLabel('第 2 项的值').fill('person')
    await properties().getByLabel('第 2 项的中文').fill('个人')
    await field('单行文字')
    await call('统一社会信用代码', 'credit')
    await choose(han, '格式', '统一社会信用代码')
    await properties().getByLabel('必填', { exact: true }).check()
    await properties().getByLabel('何时显示（表达式）').fill('appl')
    await han.getByText('appl 不是本表单的字段').first().waitFor()
    await han.locator('.ant-select-item-option:visible', { hasText: '申请人类型' }).click()
    await properties().getByLabel('何时显示（表达式）').press('End')
    await properties().getByLabel('何时显示（表达式）').pressSequentially(' = "unit"')
    await properties().getByText('表达式正确').waitFor()
    await properties().getByLabel('可按此项检索案件').check()
    await field('代码')
    await call('测绘单位', 'surveyor')
    await choose(han, '代码表', '测绘单位名录')
    await field('表格')
    await call('借阅图件', 'sheets')
    await han.getByRole('button', { name: '添加列' }).click()
    await han.getByRole('menuitem', { name: '数字', exact: true }).click()
    await call('份数', 'copies')
    await properties().getByLabel('列合计').check()
    await field('数字')
    await call('合计份数', 'total')
    await properties().getByLabel('自动计算（表达式）').fill('sum(sheets.copies)')
    await properties().getByText('表达式正确').waitFor()
    await field('地图图形')
    await call('用图范围', 'range')
    await field('附件')
    await call('证明材料', 'files')
    await field('签名')
    await call('领取人签名', 'signed')
    await han.getByText('草稿已保存').waitFor()
    await pictureOf(stage, han, 'form-designer')
    await han.locator('.board-head').getByRole('button', { name: /表单$/ }).click()
    await properties().getByRole('button', { name: '添加分组' }).click()
    await properties().getByLabel('中文名称').last().fill('领取')
    await properties().getByRole('button', { name: '添加规则' }).click()
    await properties().getByLabel('应当成立（表达式）').fill('total <= 10')
    await properties().getByLabel('不成立时提示（中文）').fill('一次最多借阅 10 份，请分次办理。')
    await choose(han, '提示显示在', '合计份数')
    await properties().getByText('没有问题，可以提请发布。').waitFor()
    await pictureOf(stage, han, 'form-rules')
    await han.locator('.board-name', { hasText: '领取人签名' }).click()
    await choose(han, '所在分组', '领取')
    await han.locator('.board-section', { hasText: '领取' }).waitFor()
  })

  step('fields move by keyboard, are copied, removed and brought back; the draft survives a reload', async () => {
    const rows = han.locator('.board-row:not(.board-column) .board-title')
    await han.locator('.board-name', { hasText: '用图范围' }).click()
    await han.keyboard.press('Alt+ArrowUp')
    assert.deepEqual((await rows.allTextContents()).slice(4, 6), ['用图范围', '合计份数'])
    await han.keyboard.press('Control+d')
    assert.equal(await rows.count(), 9)
    await savedWith(han, 8, () => han.keyboard.press('Delete'))
    assert.equal(await rows.count(), 8)
    await han.reload()
    await han.locator('.board-name', { hasText: '领取人签名' }).waitFor()
    assert.equal(await rows.count(), 8)
  })

  step('the form is tried out: an incomplete one is told what is missing, samples fill it', async () => {
    await han.getByText('试填', { exact: true }).click()
    await han.getByRole('radio', { name: '单位' }).check()
    await han.getByText('credit', { exact: true }).waitFor()
    await han.getByRole('button', { name: '填入样例' }).click()
    await han.getByText('一次最多借阅 10 份').first().waitFor()
    for (const row of [1, 2]) await han.getByLabel(`第 ${row} 行 份数`).fill('2')
    await han.getByText('可以提交。').waitFor()
    await han.getByText('11100000MB03271699').first().waitFor()
    await pictureOf(stage, han, 'form-try')
  })

  step('what Han proposes Han cannot confirm; Zhou compares and confirms', async () => {
    await han.getByRole('button', { name: '提请发布表单' }).click()
    await han.getByLabel('修改说明').fill('图件借阅试点')
    await answered(han, 'forms.form.propose', () =>
      han.getByRole('dialog').getByRole('button', { name: '提请发布表单' }).click(),
    )
    await han.getByText('可以确认的人：周正义').waitFor()
    await han.getByRole('button', { name: '确认发布表单' }).click()
    await han.getByText('请由 周正义 确认').waitFor()
    await pictureOf(stage, han, 'form-same-person')
    await zhou.goto(`${stage.address}/forms?state=proposed`)
    await zhou.getByRole('row', { name: /图件借阅登记表/ }).click()
    await zhou.getByText('与已发布版本比较').click()
    await zhou.getByText('首次发布').waitFor()
    await pictureOf(stage, zhou, 'form-compare')
    await answered(zhou, 'forms.form.confirm', () => zhou.getByRole('button', { name: '确认发布表单' }).click())
    await zhou.getByText('版本 1').first().waitFor()
    const english = await stage.enter('hanrui', { english: true })
    await english.goto(`${stage.address}/forms/${LOAN_FORM}`)
    await english.getByText('EN', { exact: true }).click()
    await english.getByText('Version 1').first().waitFor()
    await pictureOf(stage, english, 'form-english')
    await english.close()
    const published = await hanDesk.ask<FormDefinition>('forms.form.version', { key: LOAN_FORM, version: '1' })
    assert.deepEqual(
      published.fields.map((one) => one.name),
      ['applicant', 'credit', 'surveyor', 'sheets', 'range', 'total', 'files', 'signed'],
    )
    await inTransaction(stage.world.database.db, (trx) => publishProcess(trx, loanProcess, null, new Date()))
  })

  step('Cai files a case on it, and the form is filled in with table, map, file and signature', async () => {
    const filed = await caiDesk.act<{ caseId: string }>('casework.case.file', {
      process: 'bureau.loan',
      title: '借阅 1:500 地形图',
      areaCode: '610799100',
      data: { applicant: 'unit' },
    })
    await cai.goto(`${stage.address}/cases/${filed.caseId}`)
    await answered(cai, 'casework.task.claim', () => cai.getByRole('button', { name: '签收' }).first().click())
    await cai.getByLabel('统一社会信用代码').fill('11100000mb03271698')
    await cai.getByRole('button', { name: '提交', exact: true }).click()
    await cai.getByText('校验位不符').waitFor()
    await cai.getByLabel('统一社会信用代码').fill('11100000MB03271699')
    await cai.getByRole('combobox', { name: '测绘单位' }).click()
    await cai.getByRole('combobox', { name: '测绘单位' }).fill('yzch')
    await cai.locator('.ant-select-tree-title:visible', { hasText: '云中测绘院' }).click()
    await cai.getByRole('button', { name: '增加一行' }).click()
    await cai.getByLabel('第 1 行 名称').focus()
    await paste(cai, '名称\t份数\nK1-1\t2\nK1-2\t3\n')
    assert.match(await textOf(cai.locator('.form-table tfoot')), /5/)
    await cai
      .locator('.form-row', { hasText: '证明材料' })
      .locator('input[type=file]')
      .setInputFiles({ name: '介绍信.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 letter') })
    await cai.locator('.form-file', { hasText: '介绍信.pdf' }).waitFor()
    await drawRange(cai)
    await signHere(cai)
    await cai.getByText('草稿已保存').waitFor()
    await pictureOf(stage, cai, 'form-filled')
  })

  step(
    'what is typed survives a reload and a lost line; of two windows the newest wins, and the other is told',
    async () => {
      await cai.reload()
      await cai.getByLabel('第 2 行 名称').waitFor()
      assert.equal(await cai.getByLabel('第 2 行 名称').inputValue(), 'K1-2')
      const second = await cai.context().newPage()
      await second.goto(cai.url())
      await second.getByLabel('意见').fill('第二个窗口')
      await second.getByText('草稿已保存').waitFor()
      await cai.getByText('本任务在另一窗口有更新的草稿').waitFor()
      assert.equal(await cai.getByLabel('意见').inputValue(), '第二个窗口')
      await second.close()
      await cai.context().setOffline(true)
      await cai.getByLabel('意见').fill('断网时写的')
      await cai.getByText('连接中断：内容已存本机').waitFor()
      await pictureOf(stage, cai, 'form-offline')
      await cai.context().setOffline(false)
      await cai.getByText('草稿已保存').waitFor()
      await cai.getByText('连接中断：内容已存本机').waitFor({ state: 'detached' })
    },
  )

  step('a signed form that is changed asks for a new signature; submitted, its files are in the case', async () => {
    await cai.getByLabel('第 1 行 份数').fill('4')
    await cai.getByRole('button', { name: '提交', exact: true }).click()
    await cai.getByText('签名失效').waitFor()
    await cai.getByRole('button', { name: '重新签名' }).click()
    await signHere(cai)
    await answered(cai, 'casework.task.complete', () => cai.getByRole('button', { name: '提交', exact: true }).click())
    const { resources } = await caiDesk.ask<{ resources: { title: string; folder: string }[] }>('casework.case.view', {
      caseId: cai.url().split('/').at(-1)!.split('?')[0]!,
    })
    assert.deepEqual(
      resources.filter(({ title }) => title === '介绍信.pdf').map(({ folder }) => folder),
      ['证明材料'],
    )
    const phone = await stage.enter('sunlihua', { phone: true })
    await phone.goto(cai.url())
    await answered(phone, 'casework.task.claim', () => phone.getByRole('button', { name: '签收' }).first().click())
    await phone.getByText('领取人签名').scrollIntoViewIfNeeded()
    await pictureOf(stage, phone, 'form-phone')
    await phone.close()
  })

  step('Gao enters the holidays of 2027: told what is wrong, then published, and a limit follows', async () => {
    await gao.goto(`${stage.address}/administration/calendar`)
    await gao.getByText('国务院办公厅关于2026年').first().waitFor()
    await pictureOf(stage, gao, 'calendar')
    await choose(gao, '年份', '2027')
    await gao.getByRole('button', { name: '录入 2027 年' }).click()
    await gao.getByLabel('依据').fill('国务院办公厅关于2027年部分节假日安排的通知')
    await gao.locator('.calendar-bar .status-warning').last().waitFor()
    await markHolidays(gao)
    await pictureOf(stage, gao, 'calendar-edit')
    await gao.getByRole('button', { name: '发布放假安排' }).click()
    await answered(gao, 'administration.calendar.publish', () =>
      gao.locator('.ant-modal-confirm').getByRole('button', { name: '发布放假安排' }).click(),
    )
    await gao.getByText('高远 发布于').waitFor()
  })
})
