import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { ensureServices, services } from '../../apps/server/services.ts'
import { areasFor, can } from '../../kernel/identity/can.ts'
import { rightFault } from '../../kernel/identity/right-fault.ts'
import { act, ask } from '../../testing/act.ts'
import { allowServices } from './actions/allow-services.ts'
import { resumeService } from './actions/resume-service.ts'
import { stopService } from './actions/stop-service.ts'
import { hasCode, NO_RIGHT, reload, story } from './bureau.testing.ts'
import { listServices } from './queries/list-services.ts'

const SYNC = { service: 'field-sync' }
const STOPPED = {
  ...{ code: 'service.stopped', status: 503 },
  params: { service: '外业同步服务', serviceEn: 'Exchange of phones', reason: '夜间迁移数据' },
}

story('SH137 a service is stopped with a reason for everybody, and starts again', async (trx, { gao, ma }) => {
  await ensureServices(trx)
  await act(trx, gao, stopService, { ...SYNC, reason: ' 夜间迁移数据 ' })
  const stopped = await reload(trx, ma)
  assert.deepEqual(rightFault(stopped, 'fieldwork.sync'), STOPPED)
  assert.ok(can(stopped, 'fieldwork.sync'), 'it is theirs: pages go on to offer it, and say why it is not done')
  await ensureServices(trx)
  const row = (await ask(trx, gao, listServices, {})).rows.find(({ code }) => code === SYNC.service)!
  assert.deepEqual([row.stopped?.by, row.stopped?.why, row.mayManage], ['高远', '夜间迁移数据', true])
  await assert.rejects(
    act(trx, gao, stopService, { ...SYNC, reason: '再停' }),
    hasCode('administration.service.stop.done'),
  )
  await act(trx, gao, resumeService, SYNC)
  assert.equal(rightFault(await reload(trx, ma), 'fieldwork.sync'), undefined)
  await assert.rejects(act(trx, gao, resumeService, SYNC), hasCode('administration.service.resume.runs'))
  await assert.rejects(act(trx, gao, resumeService, { service: 'nothing' }), hasCode('administration.service.unknown'))
})

story('SH137 an account may not use a service whatever its roles say; others may', async (trx, { gao, ma, bai }) => {
  await ensureServices(trx)
  await act(trx, gao, allowServices, { person: ma.id, refused: ['field-sync', 'map-tiles'], managed: [] })
  const after = await reload(trx, ma)
  assert.equal(rightFault(after, 'fieldwork.sync')?.code, 'service.refused')
  assert.deepEqual([can(after, 'fieldwork.sync'), areasFor(after, 'fieldwork.sync')], [false, []])
  assert.ok(can(after, 'administration.profile.view'))
  const row = (await ask(trx, gao, listServices, {})).rows.find(({ code }) => code === 'field-sync')!
  assert.deepEqual(row.refused, [{ id: ma.id, name: '马东' }])
  assert.equal(rightFault(await reload(trx, bai), 'administration.person.list'), undefined)
  for (const refused of [['nothing'], ['field-sync', 'nothing']])
    await assert.rejects(
      act(trx, gao, allowServices, { person: ma.id, refused, managed: [] }),
      hasCode('administration.service.unknown'),
    )
  await act(trx, gao, allowServices, { person: ma.id, refused: [], managed: [] })
  assert.equal(rightFault(await reload(trx, ma), 'fieldwork.sync'), undefined)
})

story('SH137 who manages a service stops and starts that one; nobody gives it to themselves', async (trx, people) => {
  const { gao, bai, ma } = people
  await ensureServices(trx)
  await assert.rejects(ask(trx, ma, listServices, {}), NO_RIGHT)
  await act(trx, gao, allowServices, { person: ma.id, refused: [], managed: ['field-sync'] })
  const manager = await reload(trx, ma)
  await act(trx, manager, stopService, { ...SYNC, reason: '夜间迁移数据' })
  await act(trx, await reload(trx, ma), resumeService, SYNC)
  await assert.rejects(act(trx, manager, stopService, { service: 'files', reason: '停' }), NO_RIGHT)
  const { rows } = await ask(trx, manager, listServices, {})
  assert.deepEqual(
    rows.filter(({ mayManage }) => mayManage).map(({ code }) => code),
    ['field-sync'],
  )
  await assert.rejects(act(trx, bai, stopService, { ...SYNC, reason: '停' }), NO_RIGHT, 'a right within an institute')
  await assert.rejects(
    act(trx, gao, allowServices, { person: gao.id, refused: [], managed: ['files'] }),
    hasCode('administration.service.allow.self'),
  )
  await assert.rejects(
    act(trx, bai, allowServices, { person: gao.id, refused: ['files'], managed: [] }),
    NO_RIGHT,
    'somebody of another organisation',
  )
})

story(
  'SH137 a service the program no longer has leaves the catalogue, its setting on accounts has no effect',
  async (trx, { ma }) => {
    await ensureServices(trx)
    await sql`insert into service (code, title_zh, title_en, verbs) values ('gone', '旧', 'Old', '{fieldwork.*}')`.execute(
      trx,
    )
    await sql`update person set refused_services = '{gone}' where id = ${ma.id}`.execute(trx)
    assert.ok(!can(await reload(trx, ma), 'fieldwork.sync'))
    await ensureServices(trx)
    assert.ok(can(await reload(trx, ma), 'fieldwork.sync'))
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from service`.execute(trx)
    assert.equal(rows[0]!.n, services.length)
  },
)
