import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Trx } from '../../../kernel/db/database.ts'
import type { Person } from '../../../kernel/identity/can.ts'
import { act, ask } from '../../../testing/act.ts'
import { inRollback } from '../../../testing/harness.ts'
import { organisationOf, settle } from '../../../testing/people.ts'
import { saveHome } from './actions/save-home.ts'
import { saveModule } from './actions/save-module.ts'
import { withdrawModule } from './actions/withdraw-module.ts'
import { registerFirstModules } from './first-modules.ts'
import { listPool, myPool } from './queries/pool.ts'

const hasCode = (code: string) => (error: { problem?: { code: string } }) => error.problem?.code === code

async function pool(trx: Trx) {
  const now = new Date()
  await registerFirstModules(trx, now)
  const han = await settle(trx, { name: '韩睿', verbs: ['fieldwork.pool.*'] })
  const ma = await settle(trx, {
    name: '马东',
    verbs: ['fieldwork.pool.mine', 'fieldwork.home.save'],
    organisation: 'institute',
  })
  return { now, han, ma, institute: await organisationOf(trx, 'institute') }
}
type Pool = Awaited<ReturnType<typeof pool>>
const story = (title: string, tell: (trx: Trx, pool: Pool) => Promise<void>) =>
  test(title, () => inRollback(async (trx) => tell(trx, await pool(trx))))

const river = {
  ...{ code: 'river-patrol', isNew: true, zh: '河道巡查', en: 'River patrol', icon: 'water', colour: '#00667a' },
  ...{
    businesses: ['fieldwork.river'],
    steps: [],
    templates: [],
    position: 9,
    roles: [],
    organisations: [] as string[],
  },
}
const seen = async (trx: Trx, person: Person) => (await ask(trx, person, myPool, {})).modules.map(({ code }) => code)

story(
  'SH096 five businesses and the monitoring come registered, once; what was changed stays changed',
  async (trx, { now, han, ma }) => {
    const first = ['annual-change', 'daily-change', 'mark-patrol', 'enforcement-patrol', 'clue-check', 'monitoring']
    assert.deepEqual(await seen(trx, ma), first)
    await act(trx, han, withdrawModule, { code: 'mark-patrol', withdrawn: true })
    await registerFirstModules(trx, now)
    assert.deepEqual(
      await seen(trx, ma),
      first.filter((code) => code !== 'mark-patrol'),
    )
    assert.equal((await ask(trx, han, listPool, {})).rows.at(-1)?.isWithdrawn, true)
    await act(trx, han, withdrawModule, { code: 'mark-patrol', withdrawn: false })
    assert.deepEqual(await seen(trx, ma), first)
  },
)

story('SH096 a module is registered as data and seen by whom it is for', async (trx, { han, ma, institute }) => {
  await act(trx, han, saveModule, river)
  assert.ok((await seen(trx, ma)).includes('river-patrol'))
  await assert.rejects(act(trx, han, saveModule, river), hasCode('fieldwork.pool.save.code-taken'))
  await assert.rejects(
    act(trx, han, saveModule, { ...river, code: 'river-2' }),
    hasCode('fieldwork.pool.save.namesake'),
  )
  await act(trx, han, saveModule, { ...river, isNew: false, roles: ['somebody-else'] })
  assert.ok(!(await seen(trx, ma)).includes('river-patrol'))
  await act(trx, han, saveModule, { ...river, isNew: false, roles: [ma.rights[0]!.role], organisations: [institute] })
  assert.ok((await seen(trx, ma)).includes('river-patrol'))
  await act(trx, han, saveModule, { ...river, isNew: false, organisations: [han.organisation.id] })
  assert.ok(!(await seen(trx, ma)).includes('river-patrol'))
})

story('SH097 one’s home page is one’s own; what one may not see is not put on it', async (trx, { han, ma }) => {
  assert.equal((await ask(trx, ma, myPool, {})).chosen, null)
  await act(trx, ma, saveHome, { modules: ['clue-check', 'annual-change'] })
  assert.deepEqual((await ask(trx, ma, myPool, {})).chosen, ['clue-check', 'annual-change'])
  assert.equal((await ask(trx, han, myPool, {})).chosen, null)
  await act(trx, ma, saveHome, { modules: [] })
  assert.deepEqual((await ask(trx, ma, myPool, {})).chosen, [])
  await assert.rejects(act(trx, ma, saveHome, { modules: ['nowhere'] }), hasCode('fieldwork.home.save.unknown'))
})
