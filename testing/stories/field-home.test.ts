import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { inTransaction } from '../../kernel/db/database.ts'
import { type NewMessage, sendMessage } from '../../kernel/messages/send-message.ts'
import { openStage, type Stage } from '../browser.ts'
import { personOf } from '../world.ts'
import { answered, pictureOf, stepsOf } from './desk.testing.ts'

describe('The home page of the phone, its messages, and one’s own account', () => {
  let stage: Stage
  let phone: Page
  let ma: string
  const step = stepsOf(
    () => [['phone', phone]],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    ma = (await personOf(stage.world, 'madong')).id
    phone = await stage.enter('madong', { phone: true })
  })
  after(() => stage.end())

  const send = (message: Omit<NewMessage, 'to'>) =>
    inTransaction(stage.world.database.db, (trx) => sendMessage(trx, { to: [ma], ...message }, new Date()))
  const names = () => phone.locator('.modules .module').allInnerTexts()

  step('SH096 SH097 SH100 the home page: what waits, and the modules businesses have registered', async () => {
    await phone.goto(`${stage.address}/field/`)
    await phone.getByRole('link', { name: '执法线索核查' }).waitFor()
    for (const name of ['年度变更调查', '日常变更调查', '测量标志巡查', '执法巡查'])
      assert.ok(
        (await names()).some((text) => text.includes(name)),
        name,
      )
    await phone.locator('.counts').getByText('待办').waitFor()
    await pictureOf(stage, phone, 'phone-home')
  })

  step('SH097 Ma chooses, sorts by button and by dragging, takes off and adds; it is so after a reload', async () => {
    await phone.getByRole('link', { name: '编辑' }).click()
    await answered(phone, 'fieldwork.home.save', () =>
      phone.getByRole('button', { name: '从首页移除 测量标志巡查' }).click(),
    )
    await answered(phone, 'fieldwork.home.save', () => phone.getByRole('button', { name: '上移 执法线索核查' }).click())
    await pictureOf(stage, phone, 'phone-pool')
    const grips = phone.locator('.grip')
    const [from, to] = [await grips.nth(3).boundingBox(), await grips.nth(0).boundingBox()]
    await answered(phone, 'fieldwork.home.save', async () => {
      await phone.mouse.move(from!.x + 10, from!.y + 10)
      await phone.mouse.down()
      await phone.mouse.move(to!.x + 10, to!.y + 20, { steps: 6 })
      await phone.mouse.up()
    })
    await phone.getByRole('link', { name: '返回' }).click()
    await phone.locator('.modules .module').first().waitFor()
    const chosen = await names()
    assert.deepEqual(
      chosen.map((name) => name.replace(/^\d+\s*/, '')),
      ['执法巡查', '年度变更调查', '日常变更调查', '执法线索核查', '变化图斑监测', '编辑'],
    )
    await phone.reload()
    await phone.locator('.modules .module').nth(5).waitFor()
    assert.deepEqual(await names(), chosen)
    await phone.getByRole('link', { name: '编辑' }).click()
    await answered(phone, 'fieldwork.home.save', () => phone.getByRole('button', { name: '添加' }).click())
    await phone.getByRole('link', { name: '返回' }).click()
    await phone.getByRole('link', { name: '测量标志巡查' }).waitFor()
  })

  step('SH098 a message arrives while the page is open, without a reload, and is counted', async () => {
    const reason = '照片没有拍到图斑南侧界线，请补拍'
    const params = { number: '变〔2026〕0007', by: '孙丽华', reason }
    await send({ kind: 'returned', title: 'notice.returned', params })
    await phone.getByRole('status').getByText('照片没有拍到图斑南侧界线').waitFor()
    await phone.getByRole('img', { name: '1 条未读' }).waitFor()
    await pictureOf(stage, phone, 'phone-toast')
    await phone.getByRole('button', { name: '关闭' }).click()
  })

  step('SH099 messages by kind with what is unread; read, cleared, deleted; the server counts the same', async () => {
    await send({
      kind: 'deadline',
      title: 'notice.lampYellow',
      params: { number: '变〔2026〕0003', due: '2026-12-02' },
    })
    await send({
      kind: 'taken',
      title: 'notice.takenOver',
      params: { number: '变〔2026〕0005', by: '陈磊', reason: '就近调配' },
    })
    await send({
      kind: 'task',
      title: 'notice.reassigned',
      params: { number: '变〔2026〕0009', reason: '派发外业核查' },
    })
    await phone.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '消息' }).click()
    await phone.locator('.message-new').nth(3).waitFor()
    await phone.locator('.kinds').getByText('时限预警').waitFor()
    await pictureOf(stage, phone, 'phone-messages')
    await phone.locator('.kinds').getByText('退回').click()
    await answered(phone, 'messages.inbox.read', () => phone.locator('.message').first().click())
    await phone.locator('.message-new').waitFor({ state: 'detached' })
    await phone.locator('.kinds').getByText('全部').click()
    await phone.getByRole('button', { name: '管理' }).click()
    await phone.getByRole('checkbox').first().check()
    await answered(phone, 'messages.inbox.delete', () => phone.getByRole('button', { name: '删除 1 条' }).click())
    await answered(phone, 'messages.inbox.read', () => phone.getByRole('button', { name: '清除未读' }).click())
    await phone.locator('.tab-bar .count-badge').waitFor({ state: 'detached' })
    assert.equal(await phone.locator('.message').count(), 3)
  })

  step('SH099 without a network the messages are those that were pulled', async () => {
    await phone.context().setOffline(true)
    await phone.locator('.sync').click()
    await phone.getByText(/^离线：这是 .* 收到的消息/).waitFor()
    assert.equal(await phone.locator('.message').count(), 3)
    await phone.context().setOffline(false)
  })

  step('SH133 Ma maintains his details; account and organisation are read only', async () => {
    await phone.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '我的' }).click()
    await phone.getByText('云中测绘院').waitFor()
    await pictureOf(stage, phone, 'phone-me')
    await phone.getByRole('link', { name: '我的信息' }).click()
    await phone.getByLabel('昵称').fill('老马')
    await phone.getByLabel('电话').fill('138 0000 0002')
    await phone.getByLabel('所属部门').fill('外业一组')
    await phone.getByLabel('证件（作业证号）').fill('测绘作业证 610-007')
    await answered(phone, 'administration.profile.save', () => phone.getByRole('button', { name: '保存' }).click())
    await phone.getByText('已保存。').waitFor()
    await pictureOf(stage, phone, 'phone-profile')
    await phone.reload()
    await phone.getByLabel('昵称').waitFor()
    assert.equal(await phone.getByLabel('昵称').inputValue(), '老马')
  })

  step('SH135 feedback with a picture; the history waits for an answer', async () => {
    await phone.goto(`${stage.address}/field/#/feedback`)
    await phone.getByText('功能建议').click()
    await phone.getByLabel('请描述问题或建议').fill('希望相机页能显示上一张照片的方位角')
    const picture = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    )
    await phone.locator('input[type=file]').setInputFiles({ name: 'shot.png', mimeType: 'image/png', buffer: picture })
    await answered(phone, 'messages.feedback.give', () => phone.getByRole('button', { name: '提交' }).click())
    await phone.getByText('待答复').waitFor()
    await pictureOf(stage, phone, 'phone-feedback')
  })

  step('SH134 storage with a setting for clearing by itself; about', async () => {
    await phone.goto(`${stage.address}/field/#/storage`)
    await phone.getByText('自动清理已有回执的照片').waitFor()
    await phone.getByText('7 天后').click()
    await phone.goto(`${stage.address}/field/#/about`)
    await phone.getByText('Apache-2.0').waitFor()
    await pictureOf(stage, phone, 'phone-about')
  })

  step('in English', async () => {
    await phone.goto(`${stage.address}/field/#/me`)
    await phone.getByRole('button', { name: '语言' }).click()
    await phone.getByText('Where I am signed in').waitFor()
    await pictureOf(stage, phone, 'phone-me-en')
    await phone.getByRole('link', { name: 'Home' }).click()
    await phone.getByRole('link', { name: 'Clue check' }).waitFor()
    await pictureOf(stage, phone, 'phone-home-en')
    await phone.getByRole('link', { name: 'Messages' }).click()
    await phone.locator('.message').first().waitFor()
    await pictureOf(stage, phone, 'phone-messages-en')
    const raw = await phone.locator('main').textContent()
    assert.doesNotMatch(raw ?? '', /[a-z]+\.[a-z]+\.[a-z]+/)
  })
})
