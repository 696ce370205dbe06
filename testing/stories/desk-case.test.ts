// The case page in the browser: opinions with templates, files with versions, talk, links, circulation, pauses, closing.
import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { openStage, type Stage } from '../browser.ts'
import { answered, choose, deskOf, pictureOf, stepsOf, textOf } from './desk.testing.ts'
import { settleDesk } from './desk-setting.testing.ts'

/** One page of A4 with a line across it. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj
4 0 obj<</Length 30>>stream
4 w 60 700 m 535 700 l S
endstream endobj
trailer<</Root 1 0 R>>`

type View = { number: string; state: string; history: { verb: string }[]; resources: { id: string; version: number }[] }

describe('One case on one screen, with everything people do about it', () => {
  let stage: Stage
  let cai: Page
  let sun: Page
  let zhou: Page
  let ids: string[]
  const step = stepsOf(
    () => [
      ['cai', cai],
      ['sun', sun],
      ['zhou', zhou],
    ],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    ids = await settleDesk(stage, 6, 12)
    cai = await stage.enter('caijing')
    sun = await stage.enter('sunlihua')
    zhou = await stage.enter('zhouzhengyi')
    for (const page of [cai, sun, zhou]) await page.setViewportSize({ width: 1440, height: 900 })
  })
  after(() => stage.end())

  const view = (page: Page) => deskOf(stage, page).ask<View>('casework.case.view', { caseId: ids[5]! })
  const acts = async (page: Page, name: string) => {
    await page.getByRole('button', { name: '案件操作' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  const inDialog = (page: Page, verb: string, name: string) =>
    answered(page, verb, () => page.getByRole('dialog').getByRole('button', { name, exact: true }).click())

  step('an opinion is written once, kept as a template, and comes back by one click', async () => {
    await cai.goto(`${stage.address}/cases/${ids[5]}`)
    await answered(cai, 'casework.task.claim', () => cai.getByRole('button', { name: '签收' }).click())
    await cai.getByRole('textbox', { name: '意见' }).fill('材料齐全，符合受理条件。')
    await cai.getByRole('button', { name: '常用意见' }).click()
    await answered(cai, 'casework.opinionTemplate.save', () => cai.getByText('把当前意见存为常用').click())
    await cai.getByRole('textbox', { name: '意见' }).fill('')
    await cai.getByRole('button', { name: '常用意见' }).click()
    await cai.getByRole('menuitem', { name: /材料齐全/ }).click()
    assert.equal(await cai.getByRole('textbox', { name: '意见' }).inputValue(), '材料齐全，符合受理条件。')
    await pictureOf(stage, cai, 'desk-case')
  })

  step('a PDF is added, read in place, and sent again as its second version', async () => {
    await cai.getByRole('tab', { name: /材料/ }).click()
    for (const [button, at] of [
      ['添加材料', 1],
      ['上传新版本', 2],
    ] as const) {
      if (at === 2) await cai.getByRole('button', { name: '“方案.pdf”的操作' }).click()
      await cai.getByText(button).first().click()
      const file = { name: '方案.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`${PDF}\n%${at}`) }
      await cai.locator('.ant-modal input[type=file]').setInputFiles(file)
      await cai.locator('.upload-row', { hasText: '方案.pdf' }).waitFor()
      await inDialog(cai, 'casework.resource.attach', '添加材料')
      await cai.locator('.ant-modal').waitFor({ state: 'hidden' })
    }
    assert.deepEqual(
      (await view(cai)).resources.map(({ version }) => version),
      [2],
    )
    await cai.locator('.file-name', { hasText: '方案.pdf' }).click()
    await cai.waitForFunction(() => (document.querySelector<HTMLCanvasElement>('.pdf-page')?.width ?? 0) > 400)
    await pictureOf(stage, cai, 'desk-pdf')
    await cai.keyboard.press('Escape')
    await cai.getByRole('button', { name: '第 2 版' }).click()
    await cai.locator('.ant-modal', { hasText: '第 1 版' }).waitFor()
    await cai.keyboard.press('Escape')
  })

  step('everything of it is exported: a printable page, the data and the files', async () => {
    const answer = await cai.request.get(`${stage.address}/api/casework/case/export?caseId=${ids[5]}`)
    const parts = unzipSync(new Uint8Array(await answer.body()))
    assert.deepEqual(Object.keys(parts).toSorted(), ['case.html', 'case.json', 'files/附件/方案.pdf'])
    const print = await cai.context().newPage()
    await print.goto(`${stage.address}/api/casework/case/print?caseId=${ids[5]}`)
    assert.match(await textOf(print.locator('h1')), /临时用地/)
    await stage.picture(print, 'desk-print')
    await print.close()
  })

  step('Cai mentions Sun beside the case; Sun is told and finds the words', async () => {
    await cai.getByRole('tab', { name: /评论/ }).click()
    const say = cai.getByLabel('发表评论')
    await say.pressSequentially('请看界址 @孙丽')
    await cai.locator('.ant-mentions-dropdown-menu-item', { hasText: '孙丽华' }).click()
    await answered(cai, 'casework.comment.add', () => cai.getByRole('button', { name: '发表', exact: true }).click())
    await sun.goto(`${stage.address}/`)
    await sun.getByRole('button', { name: /消息，1 条未读/ }).click()
    await sun.locator('.notice', { hasText: '提到您' }).first().click()
    await sun.waitForURL(/tab=talk/)
    await sun.getByText('请看界址').waitFor()
    await pictureOf(stage, sun, 'desk-talk')
  })

  step('SH073 a supplement to a main contract that is still open: said before and after it is linked', async () => {
    await cai.getByRole('tab', { name: /关联/ }).click()
    await cai.getByRole('button', { name: '关联案件' }).click()
    await choose(cai, '另一案件', '0001号')
    await choose(cai, '关系', '是本案的主合同')
    await cai.locator('.link-warning', { hasText: '尚未办结' }).waitFor()
    await pictureOf(stage, cai, 'desk-link')
    await inDialog(cai, 'casework.case.link', '关联案件')
    await cai.locator('.panel-tabs .link-warning').waitFor()
    assert.ok((await view(cai)).history.some(({ verb }) => verb === 'mainContractOpen'))
  })

  step('Cai circulates the case; it counts in Sun’s box until she reads and answers', async () => {
    await acts(cai, '传阅')
    await choose(cai, '传阅给', '孙丽')
    await cai.keyboard.press('Escape')
    await cai.getByLabel('附言').fill('请核对界址')
    await inDialog(cai, 'casework.case.circulate', '传阅')
    await sun.goto(`${stage.address}/?box=circulated`)
    await sun.locator('.ant-table-row', { hasText: '请核对界址' }).click()
    await sun.getByLabel('答复（可不填）').fill('已核对')
    await pictureOf(stage, sun, 'desk-circulated')
    await answered(sun, 'casework.circulation.read', () => sun.getByRole('button', { name: '已阅' }).click())
    const counts = await deskOf(stage, sun).ask<{ circulated: number }>('casework.worklist.counts')
    assert.equal(counts.circulated, 0)
  })

  step('the applicant is asked for corrections: the clock stands still, the case says why, and goes on', async () => {
    await acts(cai, '补正通知')
    await cai.getByLabel('需补正的内容，每行一项').fill('勘测定界图缺少签章\n缺土地复垦方案')
    await cai.getByLabel('理由').fill('材料不全')
    await cai.getByLabel('补正期限').fill('2027-01-15')
    await cai.keyboard.press('Enter')
    await inDialog(cai, 'casework.case.askCorrection', '补正通知')
    await cai.locator('.case-notices', { hasText: '土地复垦方案' }).waitFor()
    await cai.locator('.clock-line').click()
    await cai.locator('.clock-pauses').waitFor()
    await pictureOf(stage, cai, 'desk-clock')
    await cai.keyboard.press('Escape')
    await cai.locator('.case-notices').getByRole('button', { name: '收到补正' }).click()
    await inDialog(cai, 'casework.case.receiveCorrection', '收到补正')
    await cai.locator('.case-notices', { hasText: '土地复垦方案' }).waitFor({ state: 'detached' })
    assert.equal((await view(cai)).state, 'running')
  })

  step('非正常结案: Cai proposes, cannot confirm herself; the leader confirms, and it is over', async () => {
    await acts(cai, '非正常结案')
    await cai.getByLabel('理由').fill('申请人撤回')
    await inDialog(cai, 'casework.case.proposeIrregularClosure', '非正常结案')
    await cai.getByText('须由提出人以外').waitFor()
    await zhou.goto(`${stage.address}/cases/${ids[5]}`)
    await zhou.locator('.case-notices').getByRole('button', { name: '确认非正常结案' }).click()
    await pictureOf(stage, zhou, 'desk-closing')
    await answered(zhou, 'casework.case.closeIrregularly', () =>
      zhou.locator('.ant-popconfirm').getByRole('button', { name: '确认非正常结案' }).click(),
    )
    assert.equal((await view(zhou)).state, 'closedIrregularly')
    await zhou.getByRole('button', { name: '展开案件面板' }).click()
    await zhou.getByRole('tab', { name: /流程/ }).click()
    await pictureOf(stage, zhou, 'desk-history')
  })
})
