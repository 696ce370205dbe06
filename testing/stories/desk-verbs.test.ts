// XX056 XX063: the turns of an approval that need two people at one task: 强签, 前加签, 延期, 委办, 退回 in branches and in 会签, 加签 减签, 撤回 too late.
import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { openStage, type Stage } from '../browser.ts'
import { approvalDesk } from './approval-desk.testing.ts'
import { answered, choose, pictureOf, seatsOf, stepsOf, textOf } from './desk.testing.ts'

describe('Several people at one approval', () => {
  let stage: Stage
  let liu: Page
  let seats: ReturnType<typeof seatsOf>
  const step = stepsOf(
    () => seats.pages(),
    () => stage,
  )
  let at: ReturnType<typeof approvalDesk>
  before(async () => {
    stage = await openStage()
    seats = seatsOf(stage)
    liu = await seats.sit('liumin')
    at = approvalDesk(stage, liu)
  })
  after(() => stage.end())

  const sit = async (login: string) => {
    const page = await seats.sit(login)
    await at.open(page)
    return page
  }

  step('The clock stands at «not accepted» until 受理, then counts from the day after', async () => {
    await at.file('YDYS', '东关村小学扩建用地预审')
    await at.open(liu)
    assert.match(await textOf(liu.locator('.clock-line')), /未受理，尚未起算/)
    await at.claim(liu)
    await at.complete(liu, '受理')
    await at.open(liu)
    await liu.locator('.clock-line').click()
    await liu.locator('.clock-facts', { hasText: '10 个工作日' }).waitFor()
    await pictureOf(stage, liu, 'verbs-clock')
    assert.doesNotMatch(await textOf(liu.locator('.clock-line')), /未受理/)
  })

  step(
    '强签: Lin takes over with what Cai typed; both windows say what happened, and neither speaks of a second window',
    async () => {
      const cai = await sit('caijing')
      await at.claim(cai)
      const lin = await sit('linzhiyuan')
      await cai.getByLabel('初审情况').fill('已核对国土空间规划')
      await cai.getByText(/草稿已保存/).waitFor()
      await at.more(lin, '更多操作', '强签')
      await lin.getByLabel('理由').fill('蔡静出差')
      await at.confirm(lin, 'casework.task.forceClaim', '强签')
      await lin.getByText('已接手 蔡静 的草稿').waitFor()
      assert.equal(await lin.getByLabel('初审情况').inputValue(), '已核对国土空间规划')
      await pictureOf(stage, lin, 'verbs-taken-over')
      await cai.getByLabel('初审情况').fill('已核对国土空间规划，另查')
      await cai.getByText('此任务已转由 林志远 办理').waitFor()
      assert.equal(await cai.getByText('另一窗口').count(), 0)
      await pictureOf(stage, cai, 'verbs-taken-from')
      await cai.reload()
      await cai.locator('.task-head', { hasText: '林志远' }).waitFor()
      assert.equal(await cai.getByText('另一窗口').count(), 0)
      await cai.goto(`${stage.address}/`)
      await cai
        .getByRole('button', { name: /条未读/ })
        .first()
        .click()
      await cai.getByText('林志远 强签了').first().waitFor()
      await pictureOf(stage, cai, 'verbs-told')
      await seats.leave(cai)
      await seats.leave(lin)
    },
  )

  step('前加签: Lin has Chen sign first; until he has, the step cannot be submitted', async () => {
    const lin = await sit('linzhiyuan')
    await at.more(lin, '更多操作', '加签')
    await choose(lin, '加签人', '陈刚')
    await pictureOf(stage, lin, 'verbs-ask-signer')
    await at.confirm(lin, 'casework.task.addSigner', '加签')
    await lin.getByText('等待加签：陈刚').waitFor()
    assert.equal(await lin.locator('.task-foot').getByRole('button', { name: '提交踏勘评审' }).count(), 0)
    await pictureOf(stage, lin, 'verbs-waits-for-signer')
    const chen = await sit('chengang')
    await chen.getByText('办理人请您先签署意见').waitFor()
    await at.claim(chen)
    await at.opinion(chen, '耕地占补平衡已落实。')
    await pictureOf(stage, chen, 'verbs-sign')
    await answered(chen, 'casework.task.sign', () => chen.getByRole('button', { name: '签署', exact: true }).click())
    await seats.leave(chen)
    await lin.reload()
    await lin.locator('.task-foot').getByRole('button', { name: '提交踏勘评审' }).waitFor()
    await seats.leave(lin)
  })

  step('延期: Lin asks for ten days, the leader grants them, and the last day moves', async () => {
    const before = (await at.view()).due!
    const lin = await sit('linzhiyuan')
    await at.more(lin, '更多操作', '申请延期')
    await lin.getByLabel('理由').fill('需补充地质灾害危险性评估')
    await pictureOf(stage, lin, 'verbs-extension')
    await at.confirm(lin, 'casework.task.askExtension', '申请延期')
    await lin.locator('.case-notices', { hasText: '申请延期 10 个工作日' }).waitFor()
    assert.equal(await lin.getByRole('button', { name: '批准延期' }).count(), 0, 'nobody grants their own')
    const zhou = await sit('zhouzhengyi')
    await zhou.getByLabel('批复意见（可不填）').waitFor()
    await pictureOf(stage, zhou, 'verbs-extension-decide')
    await zhou.goto(`${stage.address}/`)
    const box = zhou.locator('.box', { hasText: '延期审批' })
    await box.getByText('待批复').waitFor()
    await box.click()
    const row = zhou.locator('.ant-table-row', { hasText: '需补充地质灾害危险性评估' })
    await row.getByText('林志远').waitFor()
    await pictureOf(stage, zhou, 'verbs-extension-box')
    await row.getByRole('button', { name: '批准', exact: true }).click()
    await zhou
      .getByRole('dialog')
      .getByText(/办理期限 .* → /)
      .waitFor()
    await zhou.getByLabel('批复意见（可不填）').fill('同意')
    await pictureOf(stage, zhou, 'verbs-extension-answer')
    await at.confirm(zhou, 'casework.case.decideExtensionMany', '批准延期')
    await zhou.getByText('没有待批复的延期申请').waitFor()
    assert.equal(await box.locator('.box-count').textContent(), '0')
    await at.open(zhou)
    await zhou.locator('.clock-line').click()
    await zhou.locator('.clock-facts', { hasText: '延期 10 个工作日' }).waitFor()
    await pictureOf(stage, zhou, 'verbs-extended')
    assert.ok((await at.view()).due! > before)
    await seats.leave(zhou)
    await seats.leave(lin)
  })

  step('委办: Lin has Cai prepare the step; she hands it back, he decides', async () => {
    const lin = await sit('linzhiyuan')
    await at.more(lin, '更多操作', '委办')
    await choose(lin, '委托给', '蔡静')
    await lin.getByLabel('理由').fill('请核对规划数据')
    await at.confirm(lin, 'casework.task.delegate', '委办')
    const cai = await sit('caijing')
    await at.claim(cai)
    await cai.getByLabel('初审情况').fill('符合国土空间规划，占一般耕地 1.1 公顷')
    await cai.getByText(/草稿已保存/).waitFor()
    await cai.getByRole('button', { name: '办好交回' }).click()
    await cai.getByRole('dialog').getByLabel('意见').fill('规划数据已核对')
    await pictureOf(stage, cai, 'verbs-hand-back')
    await at.confirm(cai, 'casework.task.resolve', '办好交回')
    await seats.leave(cai)
    await lin.reload()
    await lin.locator('.task-head', { hasText: '由您办理' }).waitFor()
    assert.equal(await lin.getByLabel('初审情况').inputValue(), '符合国土空间规划，占一般耕地 1.1 公顷')
    await at.complete(lin, '提交踏勘评审')
    await seats.leave(lin)
  })

  step('撤回 is refused once the next has begun', async () => {
    const lin = await sit('linzhiyuan')
    await lin.getByRole('button', { name: '撤回“初审”' }).waitFor()
    const cai = await sit('caijing')
    await at.branch(cai, '现场踏勘')
    await at.claim(cai)
    await lin.getByRole('button', { name: '撤回“初审”' }).click()
    await lin.locator('.ant-popconfirm .ant-btn-primary').click()
    await lin
      .getByText(/已由 蔡静 签收|蔡静/)
      .first()
      .waitFor()
    await pictureOf(stage, lin, 'verbs-withdraw-refused')
    await seats.leave(lin)
    await seats.leave(cai)
  })

  step('退回 out of one branch leaves the others at work; out of all it calls them back', async () => {
    const cai = await sit('caijing')
    await at.branch(cai, '现场踏勘')
    await at.more(cai, '更多操作', '退回')
    await cai.getByText('其他分支照常办理').waitFor()
    await cai.getByRole('dialog').getByRole('textbox').fill('范围与坐标不符')
    await pictureOf(stage, cai, 'verbs-return-branch')
    await at.confirm(cai, 'casework.task.return', '退回')
    assert.deepEqual((await at.steps()).toSorted(), ['check', 'consult', 'experts'])
    const lin = await sit('linzhiyuan')
    await at.branch(lin, '初审')
    await at.claim(lin)
    await at.complete(lin, '提交踏勘评审')
    assert.deepEqual(
      (await at.steps()).toSorted(),
      ['consult', 'experts', 'inspect'],
      'only its own branch is done again',
    )
    await at.open(lin)
    await at.branch(lin, '专家评审')
    await at.claim(lin)
    await at.more(lin, '更多操作', '退回')
    await lin.getByText('全部分支一起退回').click()
    await lin.getByRole('dialog').getByRole('textbox').fill('申请范围有变')
    await pictureOf(stage, lin, 'verbs-return-all')
    await at.confirm(lin, 'casework.task.return', '退回')
    assert.deepEqual(await at.steps(), ['check'])
    await seats.leave(lin)
    await seats.leave(cai)
  })

  step('加签, 减签 and 退回 inside 会签', async () => {
    await at.file('LSYD', '东关村临时料场用地')
    await at.open(liu)
    await at.claim(liu)
    await at.complete(liu, '受理')
    const cai = await sit('caijing')
    await at.claim(cai)
    await cai.getByLabel('初审情况').fill('符合规划')
    await at.complete(cai, '提交会签')
    await seats.leave(cai)
    const chen = await sit('chengang')
    await at.claim(chen)
    await at.more(chen, '更多操作', '加签')
    await choose(chen, '加签人', '林志远')
    await at.confirm(chen, 'casework.task.addSigner', '加签')
    await chen.locator('.co-sign', { hasText: '林志远' }).waitFor()
    await pictureOf(stage, chen, 'verbs-signers')
    await at.branch(chen, '林志远')
    await at.more(chen, '更多操作', '减签')
    await at.confirm(chen, 'casework.task.removeSigner', '减签')
    await chen.locator('.co-sign', { hasText: '林志远' }).waitFor({ state: 'detached' })
    await at.branch(chen, '陈刚', '由您办理')
    await at.more(chen, '更多操作', '退回')
    await chen.getByText('本环节为会签').waitFor()
    await chen.getByRole('dialog').getByRole('textbox').fill('缺复垦方案')
    await pictureOf(stage, chen, 'verbs-return-cosign')
    await at.confirm(chen, 'casework.task.return', '退回')
    assert.deepEqual(await at.steps(), ['check'])
    await seats.leave(chen)
    const english = await sit('caijing')
    await english.getByText('EN', { exact: true }).click()
    await english.goto(`${stage.address}/cases/${at.caseId()}?tab=history`)
    await english.getByText('Signer removed').waitFor()
    await pictureOf(stage, english, 'verbs-history-en')
    await seats.leave(english)
  })
})
