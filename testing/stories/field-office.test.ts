import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe } from 'node:test'
import type { Page } from 'playwright-core'
import { hmacSm3 } from '../../kernel/crypto/sm3.ts'
import { openStage, type Stage } from '../browser.ts'
import { answered, choose, closeList, pictureOf, stepsOf } from './desk.testing.ts'

const KEY = '短信平台约定的签名密钥-2026-11'

describe('What the administrator maintains for the field: gateways of messages, resources', () => {
  let stage: Stage
  let gao: Page
  let sms: { address: string; got: { body: string; signature: string }[]; isAway: boolean; server: Server }
  const step = stepsOf(
    () => [['gao', gao]],
    () => stage,
  )
  before(async () => {
    stage = await openStage()
    sms = await openGateway()
    gao = await stage.enter('gaoyuan')
  })
  after(async () => {
    sms.server.close()
    await stage.end()
  })

  step('SH098 an SMS gateway is added with its key, which is never shown again', async () => {
    await gao.goto(`${stage.address}/gateways`)
    await gao.getByText('还没有消息网关').waitFor()
    await gao.getByRole('button', { name: '新增网关' }).click()
    const dialog = gao.getByRole('dialog')
    await dialog.getByLabel('名称').fill('短信平台')
    await dialog.getByLabel('接入地址').fill(sms.address)
    await dialog.getByRole('button', { name: /保\s*存/ }).click()
    await dialog.getByText('新网关需要签名密钥').waitFor()
    await dialog.getByLabel('签名密钥').fill(KEY)
    await choose(gao, '转发的消息', '时限预警')
    await choose(gao, '转发的消息', '退回')
    await closeList(gao)
    await dialog.getByRole('switch').click()
    await pictureOf(stage, gao, 'desk-gateway')
    await answered(gao, 'messages.gateway.save', () => dialog.getByRole('button', { name: /保\s*存/ }).click())
    await gao.getByText('还没有送达过').waitFor()
    assert.ok(!(await gao.content()).includes(KEY))
  })

  step('SH098 a test message: while the gateway is away the page says why, then it arrives, signed', async () => {
    sms.isAway = true
    await answered(gao, 'messages.gateway.test', () => gao.getByRole('button', { name: /测\s*试/ }).click())
    await gao.getByText(/第 1 次未成功：HTTP 503/).waitFor()
    await pictureOf(stage, gao, 'desk-gateways-failing')
    sms.isAway = false
    await gao.getByText('已送达').waitFor({ timeout: 60_000 })
    await gao.getByText(/送达 1，待发 0，失败 0/).waitFor()
    const [{ body, signature } = { body: '', signature: '' }] = sms.got
    assert.equal(signature, hmacSm3(new TextEncoder().encode(KEY), body))
    assert.equal(JSON.parse(body).person.login, 'gaoyuan')
    await pictureOf(stage, gao, 'desk-gateways')
  })

  step(
    'SH139 resources: organisations, people, areas, businesses, data, functions; a layer is described and found',
    async () => {
      await gao.goto(`${stage.address}/administration/resources`)
      await gao.getByRole('link', { name: /^机构 \d+/ }).waitFor()
      await gao.getByRole('link', { name: /^人员 \d+/ }).waitFor()
      await gao.getByRole('link', { name: /^行政区 \d+/ }).waitFor()
      await gao.getByText(/^数据 \d+/).click()
      const row = gao.locator('.ant-table-row', { hasText: 'DLTB' })
      await row.getByRole('button', { name: /维\s*护/ }).click()
      const dialog = gao.getByRole('dialog')
      await dialog.getByLabel('说明').fill('年度变更后的地类图斑，外业举证与套合的底数')
      await dialog.getByLabel('数据来源与现势性').fill('2025 年度国土变更调查，2025-12-31')
      await choose(gao, '主管机构', '云中测绘院')
      await dialog.getByLabel('联系人与电话').fill('何冠礼 8421')
      await pictureOf(stage, gao, 'desk-resource')
      await answered(gao, 'administration.resource.save', () => dialog.getByRole('button', { name: /保\s*存/ }).click())
      await row.getByText(/2025 年度国土变更调查.*云中测绘院.*何冠礼/).waitFor()
      await gao.getByLabel('查找名称、编码、说明').fill('套合的底数')
      await gao.waitForFunction(() => document.querySelectorAll('.ant-table-row').length === 1)
      await pictureOf(stage, gao, 'desk-resources')
    },
  )

  step('SH139 the areas and the levels below an organisation are maintained one press away', async () => {
    await gao.getByRole('link', { name: /^机构 \d+/ }).click()
    await gao.waitForURL('**/administration/organisations')
    const line = gao.locator('.tree-line', { hasText: '云中测绘院' })
    await line.getByRole('button', { name: '新增下级' }).click()
    const dialog = gao.getByRole('dialog')
    await dialog.getByLabel('机构名称').fill('外业三组')
    await dialog.getByLabel('机构编码').fill('field-group-3')
    await answered(gao, 'administration.organisation.add', () =>
      dialog.getByRole('button', { name: /保\s*存/ }).click(),
    )
    await gao.locator('.tree-line', { hasText: '外业三组' }).waitFor()
    await gao.evaluate(() => localStorage.setItem('yutu.language', 'en'))
    for (const [page, name] of [
      ['gateways', 'desk-gateways-en'],
      ['administration/resources', 'desk-resources-en'],
    ] as const) {
      // biome-ignore format: one row
      await gao.goto(`${stage.address}/${page}`)
      await gao.locator('.ant-table-row').first().waitFor()
      await pictureOf(stage, gao, name)
    }
  })
})

/** A gateway that keeps what it was sent, and may be away. */
async function openGateway() {
  const gateway = {
    address: '',
    got: [] as { body: string; signature: string }[],
    isAway: false,
    server: createServer(),
  }
  gateway.server.on('request', async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    if (gateway.isAway) return response.writeHead(503).end()
    gateway.got.push({ body, signature: String(request.headers['x-yutu-signature']) })
    return response.end()
  })
  await new Promise<void>((resolve) => gateway.server.listen(0, '127.0.0.1', resolve))
  gateway.address = `http://127.0.0.1:${(gateway.server.address() as AddressInfo).port}`
  return gateway
}
