import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { act, ask } from '../../../testing/act.ts'
import { inRollback } from '../../../testing/harness.ts'
import { settle } from '../../../testing/people.ts'
import { listGateways } from './read-gateways.ts'
import { saveGateway, testGateway } from './save-gateway.ts'

const gateway = { name: '短信', url: 'http://127.0.0.1:9/sms', kinds: ['deadline' as const], isOn: false }
const refused = (code: string) => (error: { problem?: { code: string } }) => error.problem?.code === code

test('a gateway is added with its key, which is told to nobody; off it is not tried, on a test lies waiting for it', () =>
  inRollback(async (trx) => {
    const gao = await settle(trx, { name: '高远', verbs: ['messages.gateway.*'] })
    await assert.rejects(act(trx, gao, saveGateway, gateway), refused('messages.gateway.save.no-key'))
    const { id } = await act(trx, gao, saveGateway, { ...gateway, secret: 'sixteen letters or more' })
    await assert.rejects(act(trx, gao, testGateway, { id }), refused('messages.gateway.test.off'))
    await act(trx, gao, saveGateway, { ...gateway, id, name: '短信平台', isOn: true })
    const { rows } = await sql<{ secret: string }>`select secret from message_hook where id = ${id}`.execute(trx)
    assert.equal(rows[0]!.secret, 'sixteen letters or more', 'left out it stays')
    await act(trx, gao, testGateway, { id })
    const { gateways, pushes } = await ask(trx, gao, listGateways, {})
    const [mine] = gateways.filter((one) => one.id === id)
    assert.deepEqual([mine!.name, mine!.isOn, mine!.waiting, mine!.sent, mine!.failed], ['短信平台', true, 1, 0, 0])
    assert.deepEqual([pushes[0]!.gateway, pushes[0]!.person, pushes[0]!.state], ['短信平台', '高远', 'waiting'])
    assert.ok(!JSON.stringify({ gateways, pushes }).includes('sixteen'))
    const yang = await settle(trx, { name: '杨帆', verbs: ['messages.inbox.*'] })
    await assert.rejects(ask(trx, yang, listGateways, {}), refused('kernel.no-right'))
    await assert.rejects(act(trx, gao, testGateway, { id: gao.id }), refused('messages.gateway.unknown'))
  }))
