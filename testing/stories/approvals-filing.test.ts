import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { openStage, type Stage } from '../browser.ts'
import { settled } from '../settled.ts'
import { answered, choose, type Desk, deskOf, pictureOf, stepsOf, textOf } from './desk.testing.ts'

const paper = (name: string) => ({
  name: `${name}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4 ${name}`),
})
const TEMPORARY = [
  '申请书（表）',
  '营业执照或统一社会信用代码证书',
  '临时使用土地合同',
  '土地复垦方案（报告表）',
  '勘测定界图及界址点坐标',
]

describe('An application is filed by an item of the catalogue, and a project goes its way under one code', () => {
  let stage: Stage
  let liu: Page
  let han: Page | undefined
  let desk: Desk
  const step = stepsOf(
    () => [
      ['liu', liu],
      ['han', han],
    ],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    liu = await stage.enter('liumin')
    desk = deskOf(stage, liu)
  })
  after(() => stage.end())

  const draw = async (x: number, y: number) => {
    const map = liu.locator('.map-ground canvas').first()
    await map.waitFor()
    await settled(liu)
    const box = (await map.boundingBox())!
    for (const [dx, dy] of [
      [0, 0],
      [0.08, 0.01],
      [0.07, 0.1],
      [-0.01, 0.08],
    ] as const)
      await liu.mouse.click(box.x + box.width * (x + dx), box.y + box.height * (y + dy))
    await liu.keyboard.press('Enter')
    await liu.getByText('范围 1').waitFor()
  }

  step('XX059 Liu Min searches the catalogue and reads law, limits and papers of an item', async () => {
    await liu.goto(`${stage.address}/items`)
    await liu.getByText('设施农用地备案').waitFor()
    await pictureOf(stage, liu, 'approvals-catalogue')
    await liu.getByRole('textbox', { name: '事项名称、编码、法律依据' }).fill('临时用地')
    await liu.getByText('设施农用地备案').waitFor({ state: 'hidden' })
    await liu.getByRole('row', { name: /临时用地审批/ }).click()
    await liu.getByRole('heading', { name: '临时用地审批' }).waitFor()
    const text = await textOf(liu.locator('.page-body'))
    assert.match(text, /《中华人民共和国土地管理法》第五十七条/)
    assert.match(text, /20 个工作日/)
    await pictureOf(stage, liu, 'approvals-item')
    await liu.getByRole('button', { name: '立案' }).click()
    await liu.waitForURL(/\/filing\/LSYD/)
  })

  step('XX063 what is missing is said before anything is sent', async () => {
    await liu.getByRole('button', { name: '提交立案' }).click()
    await liu.getByText('请绘制或上传用地范围。').waitFor()
    assert.equal(await liu.locator('.material.is-wanting').count(), TEMPORARY.length)
  })

  step('XX063 form, papers and land are filled in; a reload loses nothing', async () => {
    await liu.getByLabel('案件名称').fill('东关村供水管线临时用地')
    await choose(liu, '行政区', '城关')
    await choose(liu, '申请人类型', '企业')
    await liu.getByLabel('申请人', { exact: true }).fill('云栖县供水公司')
    await draw(0.4, 0.4)
    await liu.getByLabel('联系人').fill('马建军')
    await liu.getByLabel('联系电话').fill('13909160001')
    await liu.getByText('建设项目施工').click()
    await liu.locator('.form-row', { hasText: '能源、交通、水利等基础设施' }).getByText('否').click()
    await liu.getByLabel('使用期限').fill('3')
    await liu.getByLabel('用地总面积').fill('0.8')
    await liu.getByText('与申请表的用地总面积 0.8000 公顷相差超过 5%').waitFor()
    await liu.getByRole('button', { name: '以所绘面积填写' }).click()
    await liu.getByText('相差超过 5%').waitFor({ state: 'detached' })
    await liu.getByLabel('其中：耕地').fill('0.2')
    await liu.getByLabel('用地位置').fill('城关镇东关村')
    await liu.getByLabel('复垦措施').fill('期满后覆土三十厘米复耕')
    for (const name of TEMPORARY) await liu.locator(`input[type=file][aria-label="${name}"]`).setInputFiles(paper(name))
    await liu.getByText('已收 5 项，共 6 项').waitFor()
    await liu.getByText(/草稿已存/).waitFor()
    await liu.waitForURL(/draft=/)
    await pictureOf(stage, liu, 'approvals-filing')
    // What is typed last of all is sent by the page that goes away.
    await liu.getByLabel('复垦措施').fill('期满后覆土四十厘米复耕')
    await liu.reload()
    await liu.getByText('已收 5 项，共 6 项').waitFor()
    assert.equal(await liu.getByLabel('用地位置').inputValue(), '城关镇东关村')
    assert.equal(await liu.getByLabel('复垦措施').inputValue(), '期满后覆土四十厘米复耕')
  })

  step('XX063 a term longer than the law allows is refused at the field; then the receipt has a number', async () => {
    await liu.getByRole('button', { name: '提交立案' }).click()
    await liu.getByText('临时用地期限一般不超过二年').first().waitFor()
    await liu.getByLabel('使用期限').fill('2')
    await answered(liu, 'approvals.case.file', () => liu.getByRole('button', { name: '提交立案' }).click())
    await liu.getByText('申请材料收件回执').waitFor()
    const text = await textOf(liu.locator('.receipt'))
    assert.match(text, /临用〔\d{4}〕0001号/)
    assert.match(text, /（10 个工作日）/)
    await pictureOf(stage, liu, 'approvals-receipt')
    assert.deepEqual((await desk.ask<{ rows: unknown[] }>('approvals.draft.list')).rows, [])
  })

  step('XX063 the case opens with the filing, its papers and the land', async () => {
    await liu.getByRole('button', { name: '打开案件' }).click()
    await liu.waitForURL(/\/cases\//)
    await liu.getByRole('tab', { name: '立案', exact: true }).click()
    await liu.getByText('云栖县供水公司').waitFor()
    assert.equal(await liu.getByText('已收 1 件').count(), 5)
    await pictureOf(stage, liu, 'approvals-case-tab')
  })

  step('XX070 a project gets its code; the stage after 预审 has to wait', async () => {
    await liu.goto(`${stage.address}/projects`)
    await liu.getByText('还没有项目').waitFor()
    await liu.getByRole('button', { name: '登记项目（赋码）' }).first().click()
    const dialog = liu.getByRole('dialog')
    await dialog.getByLabel('项目名称').fill('东关村幼儿园')
    await dialog.getByLabel('建设单位').fill('云栖县教育局')
    await choose(liu, '行政区', '城关')
    await choose(liu, '国民经济行业（大类）', '教育')
    await dialog.getByRole('button', { name: /赋\s*码/ }).click()
    await liu.waitForURL(/\/projects\/610799\d{12}$/)
    await liu.getByText('项目下还没有案件').waitFor()
    await liu.goto(`${stage.address}/filing/NYDZY`)
    await choose(liu, '项目（必选）', '东关村幼儿园')
    await liu.getByText('前置阶段「预审选址」尚未办结，本阶段不能立案。').waitFor()
  })

  step('XX070 the first stage is filed on the project, whose page shows case, papers and land', async () => {
    const project = (await desk.ask<{ rows: { code: string }[] }>('approvals.project.list')).rows[0]!.code
    const { item } = await desk.ask<{ item: { materials: { key: string; title: string; required: boolean }[] } }>(
      'approvals.item.view',
      { code: 'YDYS' },
    )
    const digest = await desk.put(new TextEncoder().encode('%PDF-1.4 paper'))
    const materials = item.materials
      .filter(({ required }) => required)
      .map(({ key, title }) => ({ key, digest, name: `${title}.pdf`, mediaType: 'application/pdf' }))
    const ring = [
      [107.765, 32.98],
      [107.767, 32.98],
      [107.767, 32.982],
      [107.765, 32.982],
    ]
    await desk.act('approvals.case.file', {
      ...{ item: 'YDYS', title: '东关村幼儿园用地预审', areaCode: '610799100', project, materials },
      applicant: { name: '云栖县教育局', kind: 'government' },
      land: { source: 'drawn', rings: [ring] },
      data: {
        ...{ contact: '马建军', mobile: '13909160001', investmentKind: 'approved', place: '城关镇东关村' },
        ...{ landArea: 3.2, farmland: 1.1 },
      },
    })
    await liu.goto(`${stage.address}/projects/${project}`)
    await liu
      .getByText(/预审〔\d{4}〕0001号/)
      .first()
      .waitFor()
    assert.equal(await liu.locator('.life-running').count(), 1)
    assert.equal(await liu.locator('.project-files li').count(), 4)
    await pictureOf(stage, liu, 'approvals-project')
  })

  step(
    'SH073 a supplementary contract whose main contract is open is warned of, and filed by one who says so',
    async () => {
      const digest = await desk.put(new TextEncoder().encode('%PDF-1.4 paper'))
      const materials = ['contract', 'boundary'].map((key) => ({
        key,
        digest,
        name: `${key}.pdf`,
        mediaType: 'application/pdf',
      }))
      const ring = [
        [107.77, 32.98],
        [107.772, 32.98],
        [107.772, 32.982],
      ]
      const filing = {
        ...{ item: 'DJBG', title: '东关村出让地块', areaCode: '610799100', materials },
        applicant: { name: '云栖县城投公司', kind: 'enterprise' },
        land: { source: 'drawn', rings: [ring] },
        data: {
          ...{ contact: '马建军', mobile: '13909160001', contractKind: 'main', contractNumber: '610799-2026-CR-0031' },
          ...{ changeCause: 'supply', place: '城关镇东关村' },
        },
      }
      const main = await desk.act<{ number: string }>('approvals.case.file', filing)
      await liu.goto(`${stage.address}/filing/DJBG`)
      await liu.getByText('补充合同', { exact: true }).click()
      await liu.getByLabel('主合同案件号').fill(main.number)
      await liu.getByRole('button', { name: /查\s*询/ }).click()
      await liu.getByText(`主合同案件 ${main.number} 尚未办结`).waitFor()
      await liu.getByText('已知悉，仍为补充合同立案').click()
      await liu.getByText('已知悉，仍为补充合同立案').scrollIntoViewIfNeeded()
      await pictureOf(stage, liu, 'approvals-main-contract')
    },
  )

  step(
    'XX066 Han Rui shortens a promise, Zhou Zhengyi publishes it as a new version; the old one stays to be read',
    async () => {
      han = await stage.enter('hanrui')
      await han.goto(`${stage.address}/items/LSYD/edit`)
      await han.getByLabel('承诺时限').fill('21')
      await han.getByLabel('修改说明').fill('优化营商环境')
      await han.getByRole('button', { name: '提请发布第 2 版' }).click()
      await han.getByText(/承诺时限 21 个工作日超过法定时限/).waitFor()
      await han.getByLabel('承诺时限').fill('7')
      await pictureOf(stage, han, 'approvals-item-edit')
      await answered(han, 'approvals.item.propose', () => han!.getByRole('button', { name: '提请发布第 2 版' }).click())
      await han.getByRole('button', { name: /撤\s*回/ }).waitFor()
      await pictureOf(stage, han, 'approvals-item-proposed')
      const zhou = await stage.enter('zhouzhengyi')
      await zhou.goto(`${stage.address}/items`)
      await zhou.getByRole('region', { name: '待确认的事项' }).getByRole('link').click()
      await zhou.getByRole('cell', { name: '7 个工作日' }).waitFor()
      await pictureOf(stage, zhou, 'approvals-item-proposal')
      await answered(zhou, 'approvals.item.publish', () => zhou.getByRole('button', { name: '确认发布' }).click())
      await zhou.getByText('7 个工作日').waitFor()
      await zhou.getByText('韩睿 提请').waitFor()
      await zhou.getByRole('link', { name: '第 1 版' }).click()
      await zhou.getByText('10 个工作日').waitFor()
    },
  )

  step('English is one click away, on the page and in what a form asks', async () => {
    await liu.goto(`${stage.address}/items/YDYS`)
    await liu.getByText('EN', { exact: true }).click()
    await liu.getByRole('heading', { name: 'Pre-examination of land and site opinion' }).waitFor()
    await liu.getByText('20 working days').waitFor()
    await pictureOf(stage, liu, 'approvals-item-english')
    await liu.getByText('中', { exact: true }).click()
  })
})
