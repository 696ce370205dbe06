// XX056 XX058: a table published by two, a process changed with every kind of step, running cases moved to it on purpose.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { publishProcess } from '../../kernel/cases/publish-process.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { publishForm } from '../../kernel/forms/store.ts'
import { loanForm, loanProcess } from '../../modules/processes/loan.testing.ts'
import { readDesign } from '../../modules/processes/rules/read-design.ts'
import { openStage, type Stage } from '../browser.ts'
import { personOf } from '../world.ts'
import { drawingBy, publishByTwo } from './designer.testing.ts'
import { answered, type Desk, deskOf, pictureOf, stepsOf } from './desk.testing.ts'

type Filed = { caseId: string; next: { taskId: string }[] }

describe('A process in use is changed, and the cases under way go with it', () => {
  let stage: Stage
  let han: Page
  let zhou: Page
  let cai: Desk
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
    const { id } = await personOf(stage.world, 'zhouzhengyi')
    await inTransaction(stage.world.database.db, async (trx) => {
      await publishForm(trx, loanForm, null, new Date())
      for (const key of ['local.loan', 'local.copy']) await publishProcess(trx, loanProcess(key), id, new Date())
    })
    han = await stage.enter('hanrui')
    zhou = await stage.enter('zhouzhengyi')
    sheet = drawingBy(han)
    cai = deskOf(stage, await stage.enter('caijing'))
    const file = (title: string) =>
      cai.act<Filed>('casework.case.file', {
        ...{ process: 'local.loan', title, areaCode: '610799' },
        data: { file: '1987-12', days: 3, secret: true },
      })
    await file('在受理的案件')
    const { next } = await file('在签批的案件')
    await cai.act('casework.task.claim', { taskId: next[0]!.taskId })
    await cai.act('casework.task.complete', { taskId: next[0]!.taskId, outcome: 'submit' })
  })
  after(() => stage.end())

  /** A row of 数据传递: what a name is filled from. */
  const maps = async (part: string, name: string, source: string) => {
    const row = sheet.side.locator('.prop', { hasText: part }).last()
    await row.getByRole('button', { name: '加一行' }).click()
    await row.getByLabel('第 1 行名称').fill(name)
    await row.getByLabel('第 1 行名称').press('Tab')
    await row.getByLabel('第 1 行取值').fill(source)
    await row.getByLabel('第 1 行取值').press('Tab')
  }
  const drawn = async () => {
    await sheet.saved()
    const designId = han.url().split('/').at(-1)!
    const { design } = await deskOf(stage, han).ask<{ design: { content: string } }>('processes.design.view', {
      designId,
    })
    const reading = await readDesign(design.content)
    return 'problems' in reading ? assert.fail(JSON.stringify(reading.problems)) : reading.process
  }

  step('a decision table is written and put in force by two', async () => {
    await han.goto(`${stage.address}/processes/decisions`)
    await han.getByRole('button', { name: '新建决策表' }).first().click()
    await han.getByLabel('名称', { exact: true }).fill('借阅期限')
    await han.getByLabel('编号', { exact: true }).fill('local.loanDays')
    await han.getByRole('button', { name: '开始设计' }).click()
    for (const [label, text] of [
      ['输入 1 的表达式', 'days'],
      ['结果 的字段名', 'level'],
      ['输入 1 1', '> 10'],
      ['结果 1', '"长期"'],
    ] as const)
      await sheet.fill(label, text, han.locator('.table-work'))
    await sheet.saved()
    await publishByTwo(han, zhou, '期限首版')
    await zhou.getByRole('heading', { name: '借阅期限' }).waitFor()
    await pictureOf(stage, zhou, 'designer-table-version')
  })

  step('the versions page calls the process by its name; a change begins from there', async () => {
    await han.goto(`${stage.address}/processes/of/process/local.loan`)
    await han.getByRole('heading', { name: '档案借阅' }).waitFor()
    await answered(han, 'processes.design.start', () => han.getByRole('button', { name: '在版本 1 上修改' }).click())
    await han.locator('.design-canvas .djs-shape').first().waitFor()
  })

  step('copy, paste, undo and redo by keys and buttons; the drawing as a file and as a picture', async () => {
    const tasks = han.locator('.design-canvas .djs-shape:has-text("出借")')
    await sheet.select('出借')
    await han.keyboard.press('Control+C')
    await han.keyboard.press('Control+V')
    const box = (await han.locator('.design-canvas').boundingBox())!
    await han.mouse.move(box.x + box.width / 2, box.y + box.height - 90, { steps: 4 })
    await han.mouse.down()
    await han.mouse.up()
    await tasks.nth(1).waitFor()
    const copies = (await drawn()).steps.filter(({ title }) => title.zh === '出借')
    assert.deepEqual(
      copies.map((one) => one.kind === 'userTask' && [one.role, one.form, one.limitDays]),
      [
        ['officer', 'archives.loan', 2],
        ['officer', 'archives.loan', 2],
      ],
    )
    await han.getByRole('button', { name: '撤销' }).click()
    await tasks.nth(1).waitFor({ state: 'detached' })
    await han.getByRole('button', { name: '重做' }).click()
    await tasks.nth(1).waitFor()
    await han.getByRole('button', { name: '撤销' }).click()
    await tasks.nth(1).waitFor({ state: 'detached' })
    for (const [name, ending, begins] of [
      ['导出 BPMN 文件', '.bpmn', /<bpmn:definitions/],
      ['导出图片（SVG）', '.svg', /<svg/],
    ] as const) {
      const download = han.waitForEvent('download')
      await han.getByRole('button', { name }).click()
      const file = await download
      assert.ok(file.suggestedFilename().endsWith(ending))
      assert.match(readFileSync(await file.path(), 'utf8'), begins)
    }
  })

  step('one step takes the place of another', async () => {
    await sheet.select('领导签批')
    await han.locator('.djs-context-pad .entry[data-action="remove"]').click()
    await sheet.select('是否涉密')
    await sheet.append('人工环节', '主任签批')
    await sheet.pick('办理角色', '领导')
    await sheet.fill('办理时限', '2')
    await sheet.connect('主任签批', '出借')
    await sheet.connect('主任签批', '不予借阅')
    await sheet.select('是否涉密')
    await sheet.fill('条件', 'secret = true', sheet.side.locator('.way-tall', { hasText: '主任签批' }))
  })

  step('decision, automatic step, sub-cases, condition and signal, each with all it can say', async () => {
    await sheet.select('出借')
    await sheet.append('决策表', '定期限')
    await sheet.pick('决策表', '借阅期限')
    await maps('查表用的数据', 'days', 'days + 1')
    await maps('结论写入', 'secret', 'level')
    await pictureOf(stage, han, 'designer-panel-decision')
    await sheet.append('自动环节', '归档')
    await sheet.pick('自动作业', 'casework.case.archive')
    await sheet.fill('重试次数', '2')
    await sheet.side.getByText('互斥与撤销（少用）').click()
    await sheet.side.getByLabel('互斥组').fill('案卷')
    await sheet.side.getByLabel('互斥组').press('Tab')
    await pictureOf(stage, han, 'designer-panel-service')
    await sheet.append('子案', '副本')
    await sheet.pick('子案的流程', 'local.copy')
    await sheet.tick('按名单各立一个子案（并联）')
    await sheet.fill('名单', '["甲","乙"]')
    await maps('传给子案', 'file', 'item')
    await maps('子案带回', 'days', 'days')
    await pictureOf(stage, han, 'designer-panel-subcase')
    await sheet.append('等条件', '已归还')
    await sheet.fill('条件', 'days = 0')
    await pictureOf(stage, han, 'designer-panel-condition')
    await sheet.append('发信号', '通知')
    await sheet.side.getByLabel('消息名称').fill('local.returned')
    await sheet.side.getByLabel('消息名称').press('Tab')
    await sheet.tick('只在本案内有效')
    await sheet.append('结束', '归还')
    const said = new Map((await drawn()).steps.map((one) => [one.title.zh, one]))
    const [decision, service, sub, wait, signal] = ['定期限', '归档', '副本', '已归还', '通知'].map(
      (one) => said.get(one)!,
    )
    assert.ok(decision?.kind === 'decision' && service?.kind === 'serviceTask' && sub?.kind === 'subCase')
    assert.ok(wait?.kind === 'condition' && signal?.kind === 'throw')
    assert.deepEqual([decision.inputs, decision.outputs], [{ days: 'days + 1' }, { secret: 'level' }])
    assert.deepEqual([service.job, service.retries, service.exclusive], ['casework.case.archive', 2, '案卷'])
    assert.deepEqual([sub.process, sub.each, sub.inputs, sub.outputs], ['local.copy', '["甲","乙"]', { file: 'item' }, { days: 'days' }]) // biome-ignore format: one row
    assert.deepEqual([wait.when, signal.event, signal.local], ['days = 0', 'local.returned', true])
    await sheet.noErrors()
    await pictureOf(stage, han, 'designer-changed')
  })

  step('what has changed is told before it is published by two', async () => {
    await sheet.tab('变化')
    await han.locator('.difference').first().waitFor()
    await pictureOf(stage, han, 'designer-differences')
    await publishByTwo(han, zhou, '主任签批，借阅定期限')
  })

  step(
    'running cases: the preview says which can go, a mapping lets the rest go, and the report what became of each',
    async () => {
      await han.goto(`${stage.address}/processes/of/process/local.loan`)
      await han.getByRole('button', { name: '迁移在办案件' }).click()
      const dialog = han.getByRole('dialog')
      await dialog.getByText('1 件不能迁移').waitFor()
      await pictureOf(stage, han, 'designer-migration-preview')
      await dialog.getByRole('combobox', { name: '「领导签批」改到' }).click()
      await han.locator('.ant-select-item-option:visible', { hasText: '主任签批' }).click()
      await dialog.getByText('2 件可以迁移').waitFor()
      await dialog.getByLabel('迁移原因').fill('签批改由主任办理')
      await answered(han, 'processes.migration.start', () =>
        dialog.locator('.ant-modal-footer .ant-btn-primary').click(),
      )
      await dialog.getByText('已迁移 2 件').waitFor()
      await pictureOf(stage, han, 'designer-migration-report')
      const { rows } = await deskOf(stage, han).ask<{ rows: { version: number; running: number }[] }>(
        'processes.version.list',
        { kind: 'process', key: 'local.loan' },
      )
      assert.deepEqual(rows.map(({ version, running }) => [version, running]), [[2, 2], [1, 0]]) // biome-ignore format: one row
    },
  )

  step('the same in English', async () => {
    const english = await stage.enter('hanrui', { english: true })
    await english.goto(`${stage.address}/processes/of/process/local.loan`)
    await english.getByText('EN', { exact: true }).click()
    await english.locator('.drawing .djs-shape').first().waitFor()
    await pictureOf(stage, english, 'designer-english-versions')
    await english.getByRole('button', { name: 'Change version 2' }).click()
    await english.locator('.design-canvas .djs-shape', { hasText: '副本' }).first().waitFor()
    await english.getByRole('button', { name: 'Fit' }).click()
    const id = await english
      .locator('.design-canvas .djs-shape', { hasText: '副本' })
      .first()
      .getAttribute('data-element-id')
    await english.locator(`.design-canvas [data-element-id="${id}"] > .djs-hit`).first().click()
    await english.getByText('One sub-case for each of a list').waitFor()
    await pictureOf(stage, english, 'designer-english')
    await english.context().close()
  })
})
