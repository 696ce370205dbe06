import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { openStage, type Stage } from '../browser.ts'
import { watchRequests } from '../settled.ts'
import { answered, choose, closeList, type Desk, deskOf, pictureOf, stepsOf } from './desk.testing.ts'

const PASSWORD = '清晨的河湾有一只白鹭飞过'

describe('People of the field: registered, bound, given roles', () => {
  let stage: Stage
  let gao: Page
  let qin: Page
  let phone: Page
  let desk: Desk
  const step = stepsOf(
    () => [
      ['gao', gao],
      ['qin', qin],
      ['phone', phone],
    ],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    gao = await stage.enter('gaoyuan', { at: '/' })
    qin = await stage.enter('qinshan')
    desk = deskOf(stage, gao)
    phone = await newPhone(gao)
  })
  after(() => stage.end())

  const signIn = async () => {
    await phone.goto(`${stage.address}/field/`)
    await phone.getByLabel('用户名').fill('hexiaoyu')
    await phone.getByLabel('密码').fill(PASSWORD)
    await phone.getByRole('button', { name: '登录', exact: true }).click()
  }

  step('SH140 Qin gives the role of investigators to the whole institute', async () => {
    await qin.goto(`${stage.address}/administration/organisations`)
    const line = qin.locator('.tree-line', { hasText: '云中测绘院' })
    await line.getByRole('button', { name: '授权' }).click()
    await choose(qin, '角色', '外业人员')
    await answered(qin, 'administration.right.grantOrganisation', () =>
      qin.getByRole('button', { name: '机构授权' }).click(),
    )
    await qin.getByRole('dialog').locator('.grant-row', { hasText: '外业人员' }).waitFor()
    await qin.keyboard.press('Escape')
    await line.locator('.tag', { hasText: '外业人员' }).waitFor()
    await pictureOf(stage, qin, 'desk-organisations')
  })

  step('SH136 He registers on the phone and waits', async () => {
    await phone.goto(`${stage.address}/field/`)
    await phone.getByRole('button', { name: '注册账号' }).click()
    await phone.getByLabel('姓名').fill('何小雨')
    await phone.getByLabel(/^账号/).fill('hexiaoyu')
    await phone.getByLabel('电话').fill('138 0000 0001')
    await phone.getByLabel('所属机构').selectOption({ label: '云中测绘院' })
    await phone.getByLabel('申请理由').fill('新到外业组，参加年度变更调查')
    await phone.getByLabel('新密码').fill(PASSWORD)
    await phone.getByLabel('再输一次').fill(PASSWORD)
    await pictureOf(stage, phone, 'phone-register')
    await phone.getByRole('button', { name: '提交申请' }).click()
    await phone.getByText('账号 hexiaoyu 的注册申请正在等待审批').waitFor()
    await pictureOf(stage, phone, 'phone-waiting')
  })

  step('SH136 the administrator hears of it at once, and approves', async () => {
    await gao.getByRole('button', { name: '消息，1 条未读' }).click()
    await gao.getByText('何小雨（hexiaoyu）申请注册外业账号').click()
    await gao.waitForURL('**/administration/registrations')
    await gao.getByText('新到外业组，参加年度变更调查').waitFor()
    await pictureOf(stage, gao, 'desk-registrations')
    await gao.getByRole('button', { name: '批准' }).click()
    await answered(gao, 'administration.registration.approve', () =>
      gao.locator('.ant-popconfirm .ant-btn-primary').click(),
    )
    await gao.getByText(/已通过 · 高远/).waitFor()
  })

  step('SH136 SH098 He signs in with what was chosen: home, modules by the institute’s role, a welcome', async () => {
    await signIn()
    await phone.getByRole('link', { name: '年度变更调查' }).waitFor()
    await phone.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '消息' }).click()
    await phone.getByText('账号 hexiaoyu 已开通').waitFor()
  })

  step(
    'SH137 bound to the office network, He is refused from elsewhere with the reason, at his next call',
    async () => {
      await gao.goto(`${stage.address}/administration/people?text=hexiaoyu`)
      const row = gao.locator('.ant-table-row', { hasText: '何小雨' })
      await row.getByRole('button', { name: '编辑' }).click()
      await gao.getByLabel('职称', { exact: true }).fill('助理工程师')
      await gao.getByRole('combobox', { name: 'IP 绑定' }).fill('10.1.0.0/16')
      await gao.keyboard.press('Enter')
      await pictureOf(stage, gao, 'desk-person')
      await answered(gao, 'administration.person.change', () => gao.getByRole('button', { name: '保存' }).click())
      await row.getByText('IP', { exact: true }).waitFor()
      await pictureOf(stage, gao, 'desk-people')
      await phone.reload()
      await phone.getByText(/账号绑定了登录地址，当前地址 .*127\.0\.0\.1 不在其中/).waitFor()
      await pictureOf(stage, phone, 'phone-refused')
    },
  )

  step('SH137 bound to approved phones, He waits until the administrator has approved his', async () => {
    const { rows } = await desk.ask<{ rows: { id: string }[] }>('administration.person.list', { text: 'hexiaoyu' })
    await desk.act('administration.person.change', { person: rows[0]!.id, networks: [], approvedDevicesOnly: true })
    await signIn()
    await phone.getByText(/本机（尾号 \w{6}）尚未批准/).waitFor()
    await gao.goto(`${stage.address}/administration/devices`)
    await gao.getByText('等待批准').waitFor()
    await pictureOf(stage, gao, 'desk-devices')
    await gao.getByRole('button', { name: '批准' }).click()
    await answered(gao, 'administration.device.approve', () => gao.locator('.ant-popconfirm .ant-btn-primary').click())
    await signIn()
    await phone.getByRole('link', { name: '年度变更调查' }).waitFor()
    await gao.goto(`${stage.address}/administration/sessions`)
    await gao.locator('tr', { hasText: '何小雨' }).locator('code').waitFor()
  })

  step(
    'SH137 a service is stopped with a reason: the phone says it, keeps what it has, and goes on once it runs',
    async () => {
      await gao.goto(`${stage.address}/administration/services`)
      const row = gao.locator('.ant-table-row', { hasText: '外业同步服务' })
      await row.getByRole('button', { name: /停\s*用/ }).click()
      await gao.getByLabel('理由').fill('今晚 20 时迁移数据')
      await answered(gao, 'administration.service.stop', () => gao.locator('.ant-modal .ant-btn-primary').click())
      await row.getByText('已停用：今晚 20 时迁移数据').waitFor()
      await phone.reload()
      await phone.getByText('「外业同步服务」已停用：今晚 20 时迁移数据').waitFor()
      await pictureOf(stage, phone, 'phone-service-stopped')
      await pictureOf(stage, gao, 'desk-services')
      await row.getByRole('button', { name: /恢\s*复/ }).click()
      await answered(gao, 'administration.service.resume', () =>
        gao.locator('.ant-popconfirm .ant-btn-primary').click(),
      )
      await row.getByText('运行中').waitFor()
      await phone.reload()
      await phone.getByRole('link', { name: '年度变更调查' }).waitFor()
      await phone.getByText('「外业同步服务」已停用').waitFor({ state: 'detached' })
    },
  )

  step('SH137 Qin refuses one account a service, and lets another manage it', async () => {
    const setFor = async (text: string, label: string, service: string) => {
      await qin.goto(`${stage.address}/administration/people?text=${text}`)
      await qin.locator('.ant-table-row', { hasText: text }).first().click()
      await choose(qin, label, service)
      await closeList(qin)
      await pictureOf(stage, qin, `desk-services-of-${text}`)
      await answered(qin, 'administration.service.allow', () => qin.getByRole('button', { name: /保\s*存/ }).click())
      await qin.keyboard.press('Escape')
    }
    await setFor('hexiaoyu', '不得访问的服务', '离线数据包服务')
    await setFor('linzhiyuan', '可管理的服务', '离线数据包服务')
    const refused = await phone.request.get(`${stage.address}/api/fieldwork/package/plan?kind=tasks&imagery=none`)
    assert.deepEqual([refused.status(), (await refused.json()).code], [403, 'service.refused'])
    const lin = await stage.enter('linzhiyuan')
    await lin.goto(`${stage.address}/administration/services`)
    const rows = lin.locator('.ant-table-row')
    await rows.filter({ hasText: '离线数据包服务' }).getByText('何小雨').waitFor()
    assert.equal(await rows.getByRole('button', { name: /停\s*用/ }).count(), 1)
    await pictureOf(stage, lin, 'desk-services-manager')
  })

  step('SH138 a role made on the page works at once, for its functions and its data only', async () => {
    const { organisations } = await desk.ask<{ organisations: { id: string; code: string }[] }>(
      'administration.organisation.list',
    )
    const home = organisations.find(({ code }) => code === 'bureau')!.id
    const added = { login: 'lujie', name: '陆洁', organisation: home }
    const { id, link } = await desk.act<{ id: string; link: string }>('administration.person.add', added)
    const lu = await stage.enter('tangmin')
    await lu.context().clearCookies()
    await lu.goto(`${stage.address}/sign-in?link=${link}`)
    await lu.locator('.ant-btn-primary').click()
    await lu.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
    const layers = async () => (await lu.request.get(`${stage.address}/api/onemap/layers`)).json()
    assert.equal((await layers()).code, 'kernel.no-right')
    await qin.goto(`${stage.address}/administration/roles`)
    await qin.getByRole('button', { name: '新建角色' }).click()
    await qin.getByLabel('角色名称').fill('地类查询员')
    await qin.getByLabel('英文名称').fill('Land class reader')
    await qin.getByLabel('一张图（全部）').check()
    await choose(qin, '图层', 'DLTB')
    await closeList(qin)
    await pictureOf(stage, qin, 'desk-role')
    await answered(qin, 'administration.role.save', () => qin.getByRole('button', { name: '保存' }).click())
    await qin.getByText('地类查询员').waitFor()
    await pictureOf(stage, qin, 'desk-roles')
    const { rows } = await deskOf(stage, qin).ask<{ rows: { code: string; title_zh: string }[] }>(
      'administration.role.list',
    )
    const role = rows.find(({ title_zh }) => title_zh === '地类查询员')!.code
    await deskOf(stage, qin).act('administration.right.grant', { person: id, role, area: '610799101' })
    assert.deepEqual(
      (await layers()).rows.map(({ name }: { name: string }) => name),
      ['DLTB'],
    )
    const { rows: areas } = await (await lu.request.get(`${stage.address}/api/onemap/areas`)).json()
    assert.ok(areas.length > 0 && areas.every(({ code }: { code: string }) => code.startsWith('610799101')))
  })
})

/** A phone nobody has signed in on. */
async function newPhone(beside: Page): Promise<Page> {
  const context = await beside
    .context()
    .browser()!
    .newContext({
      ...{ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
      ...{ reducedMotion: 'reduce', locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
    })
  const page = await context.newPage()
  watchRequests(page)
  page.setDefaultTimeout(45_000)
  return page
}
