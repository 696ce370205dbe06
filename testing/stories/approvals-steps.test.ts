// XX056 XX063 SH057 SH058: a five-step approval, its branches and its turns, by the people who do it, on the case page.
import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { openStage, type Stage } from '../browser.ts'
import { approvalDesk } from './approval-desk.testing.ts'
import { answered, choose, deskOf, drawSignature, pictureOf, seatsOf, stepsOf } from './desk.testing.ts'

type View = {
  due: string | null
  state: string
  result: string | null
  snapshotId: string | null
  tasks: { step: string; state: string; assignee: { name: string } | null }[]
  history: { verb: string; by: { name: string } | null; detail: { onBehalfOf?: { name: string } } }[]
}

describe('An approval goes from the window to the decision, forwards and back', () => {
  let stage: Stage
  let liu: Page
  let now: Page | undefined
  let caseId = ''
  let at: ReturnType<typeof approvalDesk>
  let seats: ReturnType<typeof seatsOf>
  const step = stepsOf(
    () => [
      ['liu', liu],
      ['now', now],
    ],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    seats = seatsOf(stage)
    liu = await stage.enter('liumin')
    at = approvalDesk(stage, liu)
  })
  after(() => stage.end())

  const view = () => at.view<View>()
  const open = () => at.steps()
  const file = async (item: string, title: string) => {
    await at.file(item, title)
    caseId = at.caseId()
  }

  /** Somebody sits down before the case, does what they do, and leaves. */
  const as = async (login: string, work: (page: Page) => Promise<void>) => {
    const page = await seats.sit(login)
    now = page
    await at.open(page)
    await work(page)
    await seats.leave(page)
    now = undefined
  }
  const claim = (page: Page) => at.claim(page)
  const complete = (page: Page, name: string) => at.complete(page, name)
  const opinion = (page: Page, text: string) => at.opinion(page, text)
  const more = (page: Page, button: string, name: string) => at.more(page, button, name)
  const confirm = (page: Page, verb: string, name: string) => at.confirm(page, verb, name)

  step('受理: Liu asks for corrections once, the clock stands; they come and she accepts', async () => {
    await file('LSYD', '东关村供水管线临时用地')
    await liu.goto(`${stage.address}/`)
    await liu.getByText('东关村供水管线临时用地').first().waitFor()
    await pictureOf(stage, liu, 'approvals-worklist')
    await liu.goto(`${stage.address}/cases/${caseId}?tab=form`)
    await claim(liu)
    await more(liu, '案件操作', '补正通知')
    await liu.getByLabel('需补正的内容，每行一项').fill('勘测定界图缺公章')
    await liu.getByLabel('理由').fill('材料不符合法定形式')
    await liu.getByLabel('补正期限').fill('2027-01-15')
    await liu.keyboard.press('Enter')
    await confirm(liu, 'casework.case.askCorrection', '补正通知')
    await liu.locator('.case-notices', { hasText: '勘测定界图缺公章' }).waitFor()
    assert.equal((await view()).state, 'suspended')
    await pictureOf(stage, liu, 'approvals-correction')
    await liu.locator('.case-notices').getByRole('button', { name: '收到补正' }).click()
    await confirm(liu, 'casework.case.receiveCorrection', '收到补正')
    await liu.locator('.case-notices', { hasText: '勘测定界图缺公章' }).waitFor({ state: 'detached' })
    await opinion(liu, '材料齐全，予以受理。')
    await complete(liu, '受理')
    assert.deepEqual(await open(), ['check'])
  })

  step('初审 and 强签: Cai begins, Lin takes over with what she has typed, and she is told', async () => {
    await as('caijing', async (page) => {
      await claim(page)
      await page.getByLabel('初审情况').fill('已核对国土空间规划')
      await page.getByText(/草稿已保存/).waitFor()
      await pictureOf(stage, page, 'approvals-check')
    })
    await as('linzhiyuan', async (page) => {
      await more(page, '更多操作', '强签')
      await page.getByLabel('理由').fill('蔡静出差')
      await confirm(page, 'casework.task.forceClaim', '强签')
      await page.locator('.task-head', { hasText: '由您办理' }).waitFor()
      assert.equal(await page.getByLabel('初审情况').inputValue(), '已核对国土空间规划')
      await page.getByLabel('初审情况').fill('符合国土空间规划，不占永久基本农田')
      await opinion(page, '拟同意，请会签。')
      await complete(page, '提交会签')
    })
    const cai = await seats.sit('caijing')
    const told = await deskOf(stage, cai).ask<{ items: { title: string }[] }>('messages.inbox.list')
    assert.ok(told.items.some(({ title }) => title === 'notice.takenOver'))
  })

  step('会签 two of three: the third signature is called back', async () => {
    await as('chengang', async (page) => {
      await page.locator('.co-sign').waitFor()
      await claim(page)
      await opinion(page, '同意，请落实耕作层剥离。')
      await drawSignature(page)
      await pictureOf(stage, page, 'approvals-signature')
      await complete(page, '同意')
    })
    await as('hewei', async (page) => {
      await page.locator('.co-sign', { hasText: '陈刚' }).waitFor()
      await claim(page)
      await pictureOf(stage, page, 'approvals-cosign')
      await opinion(page, '权属清楚，同意。')
      await drawSignature(page)
      await complete(page, '同意')
    })
    assert.deepEqual(await open(), ['recheck'])
    assert.ok((await view()).tasks.some((task) => task.assignee?.name === '陆雪' && task.state === 'cancelled'))
  })

  step('复核 and 撤回: Sun passes it, takes it back before the leader begins, and passes it again', async () => {
    await as('sunlihua', async (page) => {
      await claim(page)
      await complete(page, '通过')
      await page.getByRole('button', { name: '撤回“复核”' }).click()
      await answered(page, 'casework.task.withdraw', () => page.locator('.ant-popconfirm .ant-btn-primary').click())
      await page.locator('.task-head', { hasText: '复核' }).waitFor()
      await complete(page, '通过')
    })
    assert.deepEqual(await open(), ['decide'])
  })

  step(
    '审定, 退回 to any step and 直送: Zhou sends it to the examiner, who sends it straight back to him',
    async () => {
      await as('zhouzhengyi', async (page) => {
        await claim(page)
        await more(page, '更多操作', '退回')
        await page.getByRole('dialog').getByText('初审', { exact: true }).click()
        await page.getByRole('dialog').getByRole('textbox').fill('请补充耕地质量等别。')
        await pictureOf(stage, page, 'approvals-return')
        await confirm(page, 'casework.task.return', '退回')
      })
      await as('linzhiyuan', async (page) => {
        await claim(page)
        await page.getByLabel('初审情况').fill('符合规划；耕地质量 8 等')
        await more(page, '更多操作', '直送退回人')
        await page.locator('.task-head', { hasText: '审定' }).waitFor()
      })
      const decide = (await view()).tasks.find(({ step, state }) => step === 'decide' && state === 'open')
      assert.equal(decide?.assignee?.name, '周正义')
    },
  )

  step('委托, 办结 and 快照归档: Xu grants it for Zhou, Liu delivers, the case is archived', async () => {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
    await as('zhouzhengyi', async (page) => {
      await page.goto(`${stage.address}/delegations`)
      await page.getByRole('button', { name: '新建委托' }).first().click()
      await choose(page, '代理人', '徐建国')
      for (const label of ['开始日期', '结束日期']) {
        await page.getByLabel(label).fill(today)
        await page.keyboard.press('Enter')
      }
      await page.getByLabel('理由').fill('外出培训')
      await pictureOf(stage, page, 'approvals-delegation')
      await confirm(page, 'casework.delegation.grant', '委托')
    })
    await as('xujianguo', async (page) => {
      await page.locator('.task-head', { hasText: '审定' }).waitFor()
      await claim(page)
      await opinion(page, '准予许可。')
      await drawSignature(page)
      await complete(page, '准予许可')
    })
    const decided = (await view()).history.findLast(({ verb }) => verb === 'complete')!
    assert.deepEqual([decided.by?.name, decided.detail.onBehalfOf?.name], ['徐建国', '周正义'])
    await liu.goto(`${stage.address}/cases/${caseId}?tab=form`)
    await claim(liu)
    await liu.getByLabel('批准文号').fill('云自然资临〔2026〕12号')
    await liu.getByLabel('批准日期').fill('2026-11-26')
    await liu.keyboard.press('Enter')
    await complete(liu, '办结')
    await liu.getByRole('link', { name: '快照' }).first().waitFor()
    await liu.goto(`${stage.address}/cases/${caseId}?tab=history`)
    await pictureOf(stage, liu, 'approvals-history')
    await liu.goto(`${stage.address}/cases/${caseId}?tab=opinions`)
    await liu.locator('.opinion-signature').nth(2).waitFor()
    await pictureOf(stage, liu, 'approvals-signed-opinions')
    await liu.goto(`${stage.address}/api/casework/case/print?caseId=${caseId}`)
    await liu.locator('svg.signed').first().waitFor()
    await liu.locator('svg.signed').first().scrollIntoViewIfNeeded()
    await pictureOf(stage, liu, 'approvals-printed')
    const end = await view()
    assert.deepEqual([end.state, end.result], ['ended', 'granted'])
    assert.ok(end.snapshotId)
  })

  step(
    'WCP-30 inspection, experts and authorities side by side: two back are enough, the third is called back',
    async () => {
      await file('YDYS', '东关村幼儿园用地预审')
      await liu.goto(`${stage.address}/cases/${caseId}?tab=form`)
      await claim(liu)
      await complete(liu, '受理')
      await as('caijing', async (page) => {
        await claim(page)
        await page.getByLabel('初审情况').fill('符合国土空间规划')
        await complete(page, '提交踏勘评审')
        await page.locator('.ant-segmented').first().waitFor()
        await pictureOf(stage, page, 'approvals-branches')
        await at.branch(page, '现场踏勘')
        await claim(page)
        await page.getByLabel('踏勘日期').fill('2026-11-20')
        await page.keyboard.press('Enter')
        await page.getByLabel('踏勘情况').fill('现场为旱地，界线清楚')
        await complete(page, '提交')
      })
      assert.deepEqual((await open()).toSorted(), ['consult', 'experts'])
      await as('linzhiyuan', async (page) => {
        await at.branch(page, '专家评审')
        await claim(page)
        await page.getByLabel('评审日期').fill('2026-11-21')
        await page.keyboard.press('Enter')
        await page.getByText('修改后通过').click()
        await complete(page, '提交')
        await page.locator('.task-head', { hasText: '会签' }).waitFor()
        await page.goto(`${stage.address}/cases/${caseId}?tab=history`)
        await pictureOf(stage, page, 'approvals-flow')
      })
      assert.deepEqual(await open(), ['countersign', 'countersign', 'countersign'])
    },
  )

  step(
    'SH058 SH057 a cadastral change waits in the box of suspended cases, and is then closed irregularly by two',
    async () => {
      await file('DJBG', '东关村出让地块')
      await as('linzhiyuan', async (page) => {
        await more(page, '案件操作', '挂起')
        await page.getByLabel('理由').fill('权属争议调处中')
        await confirm(page, 'casework.task.suspend', '挂起')
        await page.goto(`${stage.address}/?box=suspended`)
        await page.getByText('东关村出让地块').first().waitFor()
        await pictureOf(stage, page, 'approvals-suspended')
        await page.goto(`${stage.address}/cases/${caseId}?tab=form`)
        await answered(page, 'casework.task.resume', () => page.getByRole('button', { name: '恢复' }).first().click())
        await page.locator('.panel-head', { hasText: '办理中' }).waitFor()
        await more(page, '案件操作', '非正常结案')
        await page.getByLabel('理由').fill('合同已解除，不需要变更')
        await confirm(page, 'casework.case.proposeIrregularClosure', '非正常结案')
      })
      await as('zhouzhengyi', async (page) => {
        await page.locator('.case-notices').getByRole('button', { name: '确认非正常结案' }).click()
        await pictureOf(stage, page, 'approvals-irregular')
        await answered(page, 'casework.case.closeIrregularly', () =>
          page.locator('.ant-popconfirm').getByRole('button', { name: '确认非正常结案' }).click(),
        )
      })
      assert.equal((await view()).state, 'closedIrregularly')
    },
  )
})
