// SH069 SH072 SH155: a cadastral change goes to a survey organisation of the bureau's code table, and to another's box when that is
// changed by hand or the table is; who handles a case finds it among its own; such cases are found by what their forms say; a qualification goes from acceptance to the certificate, an objection looked into on the way.
import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { inTransaction } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/identity/new-id.ts'
import { addPerson, grantRole } from '../../kernel/identity/people.ts'
import { openStage, type Stage } from '../browser.ts'
import { approvalDesk } from './approval-desk.testing.ts'
import { choose, type Desk, deskOf, drawSignature, pictureOf, seatsOf, stepsOf } from './desk.testing.ts'

describe('Survey organisations and qualifications', () => {
  let stage: Stage
  let liu: Page
  let at: ReturnType<typeof approvalDesk>
  let seats: ReturnType<typeof seatsOf>
  const step = stepsOf(
    () => seats.pages(),
    () => stage,
  )
  const sit = async (login: string) => {
    const page = await seats.sit(login)
    await page.setViewportSize({ width: 1440, height: 900 })
    return page
  }
  const sitAtBox = async (login: string) => {
    const page = await sit(login)
    await page.goto(`${stage.address}/`)
    return page
  }
  before(async () => {
    stage = await openStage()
    await inTransaction(stage.world.database.db, async (trx) => {
      const shannan = newId()
      await sql`insert into organisation (id, code, name) values (${shannan}, 'shannan', '山南勘测公司')`.execute(trx)
      const { rows } = await sql<{ id: string }>`select id from organisation where code = 'mapping-institute'`.execute(
        trx,
      )
      for (const [login, name, organisation] of [
        ['wuhao', '吴昊', rows[0]!.id],
        ['zhengjie', '郑洁', shannan],
      ] as const) {
        const person = await addPerson(trx, { login, name, organisation })
        await grantRole(trx, { person, role: 'investigator', area: '610799', organisation })
      }
    })
    seats = seatsOf(stage)
    liu = await sit('liumin')
    at = approvalDesk(stage, liu)
  })
  after(() => stage.end())

  const table = { scheme: 'survey-organisations', edition: '2026' }
  const revisionOf = async (desk: Desk, edition: string) =>
    (await desk.ask<{ local: { revision: number } }>('forms.dictionary.view', { ...table, edition })).local.revision
  /** 两人: Han has proposed, Zhou confirms on the page. */
  const publish = async (han: Page, edition: string, picture: string) => {
    const desk = deskOf(stage, han)
    const revision = await revisionOf(desk, edition)
    await desk.act('forms.dictionary.propose', { ...table, edition, revision, note: '框架合同' })
    const zhou = await sit('zhouzhengyi')
    await zhou.goto(`${stage.address}/dictionaries/${table.scheme}/${edition}`)
    await zhou.getByRole('button', { name: '确认发布' }).click()
    await pictureOf(stage, zhou, picture)
    await at.confirm(zhou, 'forms.dictionary.confirm', '确认发布')
    await seats.leave(zhou)
  }
  /** What a list of choices offers. */
  const offered = async (page: Page, label: string) => {
    await page.getByRole('combobox', { name: label }).click()
    const options = page.locator('.ant-select-item-option:visible')
    await options.first().waitFor()
    const texts = await options.allTextContents()
    await page.keyboard.press('Escape')
    return texts
  }
  const casesOf = async (page: Page) => {
    await page.goto(`${stage.address}/cases`)
    await page.locator('.ant-table-row, .empty').first().waitFor()
    return page.locator('.ant-table-row', { hasText: '东关村出让宗地变更' }).count()
  }

  step('机构代码表: Han lists two survey organisations, Zhou confirms, and only they can be named', async () => {
    const han = await sit('hanrui')
    const title = { zh: '调查机构代码表', en: 'Survey organisations' }
    await deskOf(stage, han).act('forms.dictionary.begin', { ...table, title, source: '框架合同' })
    await han.goto(`${stage.address}/dictionaries/${table.scheme}/${table.edition}`)
    for (const [code, name] of [
      ['A01', '云中测绘院'],
      ['A02', '山南勘测公司'],
    ] as const) {
      await han.getByRole('button', { name: '添加条目' }).click()
      await han.getByLabel('代码', { exact: true }).fill(code)
      await han.getByLabel('中文名称').fill(name)
      await choose(han, '对应机构', name)
      if (code === 'A02') await pictureOf(stage, han, 'organisations-entry')
      await at.confirm(han, 'forms.dictionary.change', '保存')
      await han.locator('.ant-table-row', { hasText: code }).waitFor()
    }
    await publish(han, table.edition, 'organisations-table')
    await seats.leave(han)
  })

  step('派发: Lin names the survey organisation, and the drawing is in its to-do box and in no other', async () => {
    await at.file('DJBG', '东关村出让宗地变更')
    const lin = await sit('linzhiyuan')
    await at.open(lin)
    await at.claim(lin)
    assert.deepEqual(await offered(lin, '调查机构'), ['A01 云中测绘院', 'A02 山南勘测公司'])
    await choose(lin, '调查机构', '云中测绘院')
    await at.complete(lin, '派发')
    const wu = await sitAtBox('wuhao')
    await wu.getByText('东关村出让宗地变更').first().waitFor()
    await at.open(wu)
    await at.claim(wu)
    await wu.getByText('自动切割落图').click()
    await wu.getByText(/草稿已保存/).waitFor()
    assert.equal(await casesOf(wu), 1, 'what one’s organisation handles is among its cases')
    await at.open(wu)
    await wu.locator('.ant-table-row', { hasText: '东关村出让宗地变更' }).waitFor()
    await pictureOf(stage, wu, 'organisations-handled')
    const zheng = await sit('zhengjie')
    assert.equal(await casesOf(zheng), 0)
    await zheng.goto(`${stage.address}/`)
    await zheng
      .getByText(/没有待办|暂无/)
      .first()
      .waitFor()
    assert.equal(await zheng.getByText('东关村出让宗地变更').count(), 0)
    await seats.leave(zheng)
    await seats.leave(wu)
    await seats.leave(lin)
  })

  step(
    'SH072 修改调查机构: the task goes to the other organisation’s box with what was filled in; both are told',
    async () => {
      const lin = await sit('linzhiyuan')
      await at.open(lin)
      await at.more(lin, '案件操作', '修改调查机构')
      assert.deepEqual(await offered(lin, '新的调查机构'), ['A02 山南勘测公司'])
      await choose(lin, '新的调查机构', '山南勘测公司')
      await lin.getByLabel('理由').fill('框架合同变更')
      await pictureOf(stage, lin, 'organisations-change')
      await at.confirm(lin, 'casework.case.changeHandler', '修改调查机构')
      await seats.leave(lin)
      const zheng = await sitAtBox('zhengjie')
      await zheng.getByText('东关村出让宗地变更').first().waitFor()
      await zheng.getByRole('button', { name: /条未读/ }).click()
      await zheng.getByText('已改派到您的机构').first().waitFor()
      await pictureOf(stage, zheng, 'organisations-told')
      await at.open(zheng)
      await at.claim(zheng)
      await zheng.locator('.ant-radio-wrapper-checked', { hasText: '自动切割落图' }).waitFor()
      await zheng.locator('.form-row', { hasText: /^调查机构山南勘测公司$/ }).waitFor()
      await pictureOf(stage, zheng, 'organisations-inherited')
      const wu = await sitAtBox('wuhao')
      await wu
        .getByText(/没有待办|暂无/)
        .first()
        .waitFor()
      assert.deepEqual([await casesOf(wu), await casesOf(zheng)], [0, 1])
      await seats.leave(zheng)
      await seats.leave(wu)
    },
  )

  step(
    'SH072 the table re-pointed: in the next edition A02 is another organisation, and the task goes to its box',
    async () => {
      const han = await sit('hanrui')
      const desk = deskOf(stage, han)
      const { rows } = await desk.ask<{ rows: { id: string; name: string }[] }>('forms.organisations.find', {
        text: '云中测绘院',
      })
      const title = { zh: '调查机构代码表', en: 'Survey organisations' }
      await desk.act('forms.dictionary.begin', {
        scheme: table.scheme,
        edition: '2027',
        title,
        source: '新框架合同',
        copyOf: '2026',
      })
      const entry = { code: 'A02', title: { zh: '云中测绘院', en: 'Yunzhong' }, organisation: rows[0]! }
      await desk.act('forms.dictionary.change', { scheme: table.scheme, edition: '2027', put: [entry], remove: [] })
      await publish(han, '2027', 'organisations-repointed')
      await seats.leave(han)
      const wu = await sitAtBox('wuhao')
      await wu.getByText('东关村出让宗地变更').first().waitFor()
      await wu.getByRole('button', { name: /条未读/ }).click()
      await wu.getByText('已改派到您的机构').first().waitFor()
      await wu.goto(`${stage.address}/cases/${at.caseId()}?tab=history`)
      await wu.getByText('山南勘测公司 → 云中测绘院').waitFor()
      await wu.getByText('调查机构代码表 2027: A02').waitFor()
      await pictureOf(stage, wu, 'organisations-followed')
      const zheng = await sitAtBox('zhengjie')
      await zheng
        .getByText(/没有待办|暂无/)
        .first()
        .waitFor()
      await seats.leave(zheng)
      await seats.leave(wu)
    },
  )

  step('SH069 cadastral changes are found by business, by contract and by where they lie', async () => {
    await at.file('LSYD', '东关村临时堆场')
    await liu.goto(`${stage.address}/cases?business=approvals.cadastral&f.contractNumber=CR-0031`)
    await liu.getByText('东关村出让宗地变更').first().waitFor()
    assert.equal(await liu.locator('.ant-table-row').count(), 1)
    await pictureOf(stage, liu, 'organisations-search')
    await liu.goto(`${stage.address}/cases?business=approvals.cadastral&f.place=西关`)
    await liu.locator('.empty').first().waitFor()
  })

  step('SH155 a qualification from acceptance to the certificate, an objection looked into on the way', async () => {
    await at.file('DZZH', '云中岩土乙级资质')
    await at.open(liu)
    await at.claim(liu)
    await at.complete(liu, '受理')
    const cai = await sit('caijing')
    await at.open(cai)
    await at.claim(cai)
    await cai.getByLabel('初审情况').fill('人员、装备、业绩材料齐全')
    await at.complete(cai, '通过')
    await at.claim(cai)
    await cai.getByLabel('部系统初步核查').fill('部系统核查无异常')
    await at.complete(cai, '提交专家评审')
    await at.claim(cai)
    await cai.getByLabel('评审日期').fill('2026-11-20')
    await cai.keyboard.press('Enter')
    await cai.getByText('通过', { exact: true }).first().click()
    await at.complete(cai, '提交公示')
    await cai.locator('.task-head', { hasText: '公示异议核查' }).waitFor()
    await pictureOf(stage, cai, 'qualification-publicity')
    await at.claim(cai)
    await cai.getByLabel('公示异议及核查').fill('反映业绩重复使用，经核不实')
    await at.complete(cai, '异议不成立')
    const zhou = await sit('zhouzhengyi')
    await at.open(zhou)
    await at.claim(zhou)
    await at.opinion(zhou, '同意发证。')
    await drawSignature(zhou)
    await pictureOf(stage, zhou, 'qualification-decide')
    await at.complete(zhou, '准予许可')
    await zhou.goto(`${stage.address}/account`)
    await zhou.locator('.own-signature svg path').waitFor()
    await pictureOf(stage, zhou, 'account-signature')
    await cai.reload()
    await at.claim(cai)
    await cai.getByLabel('资质证书编号').fill('610020261101')
    await cai.getByLabel('批准日期').fill('2026-11-26')
    await cai.keyboard.press('Enter')
    await pictureOf(stage, cai, 'qualification-certificate')
    await at.complete(cai, '提交公告')
    await at.open(liu)
    await at.claim(liu)
    await liu.getByLabel('公告日期').fill('2026-11-26')
    await liu.keyboard.press('Enter')
    await at.complete(liu, '办结')
    await liu.goto(`${stage.address}/cases/${at.caseId()}?tab=history`)
    await liu.locator('.panel-title').waitFor()
    await pictureOf(stage, liu, 'qualification-history')
    for (const page of [cai, zhou]) await seats.leave(page)
  })
})
