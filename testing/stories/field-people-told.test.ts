import { after, before, describe } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import type { CaseProcess } from '../../kernel/cases/case-process.ts'
import { claim } from '../../kernel/cases/claim.ts'
import { completeTask } from '../../kernel/cases/complete-task.ts'
import { openCase } from '../../kernel/cases/open-case.ts'
import { publishProcess } from '../../kernel/cases/publish-process.ts'
import { inTransaction } from '../../kernel/db/database.ts'
import { EAST, NORTH } from '../../kernel/layers/sample-patches.testing.ts'
import { openStage, type Stage } from '../browser.ts'
import { personOf } from '../world.ts'
import { answered, choose, closeList, deskOf, pictureOf, stepsOf } from './desk.testing.ts'

describe('People of the field are told: evidence returned, deadlines, news, answers, a new module', () => {
  let stage: Stage
  let gao: Page
  let phone: Page
  const step = stepsOf(
    () => [
      ['gao', gao],
      ['phone', phone],
    ],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    gao = await stage.enter('gaoyuan')
    phone = await stage.enter('madong', { phone: true })
    await phone.goto(`${stage.address}/field/`)
  })
  after(() => stage.end())

  step(
    'SH098 evidence returned in the office arrives on the open phone without a reload, with the reason',
    async () => {
      const ma = await personOf(stage.world, 'madong')
      const caseId = await inTransaction(stage.world.database.db, async (trx) => {
        const work = { trx, person: ma, now: new Date() }
        await publishProcess(trx, evidence, null, work.now)
        const scope = [[square(EAST, NORTH)]]
        const { id, tasks } = await openCase(work, evidence.key, {
          title: '图斑 12 举证',
          areaCode: '610799101201',
          scope,
        })
        await claim(work, tasks[0]!.id)
        await completeTask(work, tasks[0]!.id, { outcome: 'submit' })
        return id
      })
      await phone.locator('.counts').waitFor()
      const sun = await stage.enter('sunlihua')
      const view = await deskOf(stage, sun).ask<{ tasks: { id: string; state: string }[] }>('casework.case.view', {
        caseId,
      })
      const task = view.tasks.find(({ state }) => state === 'open')!
      await deskOf(stage, sun).act('casework.task.claim', { taskId: task.id })
      const reason = '缺少南侧照片，请补拍'
      await deskOf(stage, sun).act('casework.task.return', { taskId: task.id, to: 'previous', reason })
      await phone
        .getByRole('status')
        .getByText(/被 孙丽华 退回，请重新办理：缺少南侧照片，请补拍/)
        .waitFor()
      // At once: it goes by itself after some seconds.
      await stage.picture(phone, 'phone-returned')
      await phone.getByRole('status').getByRole('link').click()
      await phone.waitForURL(/#\/task\//)
      await phone.goto(`${stage.address}/field/#/`)
      await inTransaction(stage.world.database.db, (trx) =>
        sql`update task set due = current_date + 3, warn_from = current_date, alarm_on = current_date
        where case_id = ${caseId} and state in ('open', 'claimed')`.execute(trx),
      )
      await phone
        .getByRole('status')
        .getByText(/将于 .* 到期/)
        .waitFor()
    },
  )

  step('SH098 news written in the office is read on the phone', async () => {
    const lin = await stage.enter('linzhiyuan')
    await lin.goto(`${stage.address}/news`)
    await lin.getByRole('button', { name: '写新闻' }).first().click()
    await lin.getByLabel('标题').fill('年度变更调查外业举证要求')
    await lin
      .getByLabel('正文')
      .fill(
        '一、每个图斑至少四张照片，方位角覆盖四个方向。\n二、照片必须在图斑 30 米以内拍摄。\n三、12 月 20 日前完成全部举证。',
      )
    await choose(lin, '机构（含下级；不选为全体）', '云中测绘院')
    await closeList(lin)
    await answered(lin, 'messages.news.save', () => lin.getByRole('button', { name: '保存' }).click())
    await lin.getByRole('button', { name: '发布', exact: true }).click()
    await answered(lin, 'messages.news.publish', () => lin.locator('.ant-popconfirm .ant-btn-primary').click())
    await phone.getByRole('status').getByText('年度变更调查外业举证要求').click()
    await lin.getByText('已发布').waitFor()
    await pictureOf(stage, lin, 'desk-news')
    await phone.getByText('照片必须在图斑 30 米以内拍摄').waitFor()
    await pictureOf(stage, phone, 'phone-news')
  })

  step('SH135 feedback is answered on the desk, and the answer is a message', async () => {
    await phone.goto(`${stage.address}/field/#/feedback`)
    await phone.getByLabel('请描述问题或建议').fill('离线地图包能否按村下载')
    await answered(phone, 'messages.feedback.give', () => phone.getByRole('button', { name: '提交' }).click())
    await gao.goto(`${stage.address}/feedback`)
    await gao.getByText('离线地图包能否按村下载').waitFor()
    await gao.getByRole('button', { name: '答复' }).click()
    await gao.getByRole('textbox').fill('下一版支持按村选择，感谢建议。')
    await pictureOf(stage, gao, 'desk-feedback')
    await answered(gao, 'messages.feedback.answer', () => gao.getByRole('button', { name: '发送答复' }).click())
    await phone.getByRole('status').getByText('下一版支持按村选择').waitFor()
    await phone.getByText('已答复').waitFor()
    await pictureOf(stage, phone, 'phone-answered')
  })

  step('SH096 a business registers its module on the desk; it is in the pool of the phone', async () => {
    const han = await stage.enter('hanrui')
    await han.goto(`${stage.address}/fieldwork/modules`)
    await han.getByText('执法线索核查').first().waitFor()
    await pictureOf(stage, han, 'desk-pool')
    await han.getByRole('button', { name: '注册模块' }).click()
    await han.getByLabel('名称', { exact: true }).fill('河道巡查')
    await han.getByLabel('英文名称').fill('River patrol')
    await han.getByLabel('编码').fill('river-patrol')
    await choose(han, '业务', '执法巡查')
    await closeList(han)
    await pictureOf(stage, han, 'desk-module')
    await answered(han, 'fieldwork.pool.save', () => han.getByRole('button', { name: '保存' }).click())
    await phone.goto(`${stage.address}/field/#/pool`)
    await phone.getByText('河道巡查').waitFor()
    const page = await stage.enter('gaoyuan', { english: true, at: '/administration/people' })
    await page.evaluate(() => localStorage.setItem('yutu.language', 'en'))
    for (const part of ['people', 'organisations', 'roles', 'resources', 'devices']) {
      await page.goto(`${stage.address}/administration/${part}`)
      await pictureOf(stage, page, `desk-${part}-en`)
    }
  })
})

const square = (x: number, y: number): [number, number][] => [
  [x, y],
  [x + 50, y],
  [x + 50, y + 50],
  [x, y + 50],
  [x, y],
]

const words = (zh: string) => ({ title: { zh, en: zh } })
const aside = { form: '', writable: [], assignment: 'pool' as const }

/** Evidence and its review, without forms. */
const evidence: CaseProcess = {
  ...{ key: 'test.evidence', version: 1, ...words('举证'), business: 'landuse', numbers: '举〔{year}〕{serial:4}' },
  start: 'field',
  steps: [
    {
      ...{ kind: 'userTask', id: 'field', ...words('外业举证'), role: 'investigator', ...aside, limitDays: 10 },
      verbs: ['claim', 'complete'],
      transitions: [{ name: 'submit', to: 'review' }],
    },
    {
      ...{ kind: 'userTask', id: 'review', ...words('审核'), role: 'reviewer', ...aside },
      verbs: ['claim', 'complete', 'return'],
      transitions: [{ name: 'approve', to: 'end' }],
    },
    { kind: 'end', id: 'end', ...words('办结'), result: 'completed' },
  ],
}
