import assert from 'node:assert/strict'
import { sql } from 'kysely'
import type { Trx } from '../../kernel/db/database.ts'
import { can } from '../../kernel/identity/can.ts'
import { loadPerson } from '../../kernel/identity/people.ts'
import { register } from '../../kernel/identity/registrations.ts'
import { createSignInLink, personOfToken, signInByLink, startSession } from '../../kernel/identity/sessions.ts'
import { act, ask } from '../../testing/act.ts'
import { addOrganisation } from './actions/add-organisation.ts'
import { approveDevice } from './actions/approve-device.ts'
import { approveRegistration } from './actions/approve-registration.ts'
import { changeOrganisation } from './actions/change-organisation.ts'
import { changePerson } from './actions/change-person.ts'
import { endGrant } from './actions/end-grant.ts'
import { endOrganisation } from './actions/end-organisation.ts'
import { endOrganisationGrant } from './actions/end-organisation-grant.ts'
import { endRole } from './actions/end-role.ts'
import { grantOrganisation } from './actions/grant-organisation.ts'
import { grantRight } from './actions/grant-right.ts'
import { removeArea } from './actions/remove-area.ts'
import { saveArea } from './actions/save-area.ts'
import { saveProfile } from './actions/save-profile.ts'
import { saveResource } from './actions/save-resource.ts'
import { saveRole } from './actions/save-role.ts'
import { withdrawDevice } from './actions/withdraw-device.ts'
import { asked, hasCode, now, reload, story } from './bureau.testing.ts'
import { listPersonDevices } from './queries/list-devices.ts'
import { listResources } from './queries/list-resources.ts'
import { viewProfile } from './queries/view-profile.ts'

story(
  'SH137 device binding: an unknown phone is noted and turned away, an approved one comes in, a withdrawn one is out',
  async (trx, { gao, bai, ma }) => {
    const { token: desk } = await startSession(trx, ma.id, {}, now)
    await act(trx, gao, changePerson, { person: ma.id, approvedDevicesOnly: true })
    assert.equal(await personOfToken(trx, desk, now), undefined, 'what was open elsewhere has ended')
    const phone = { device: 'phone-of-ma', agent: 'Android', address: '10.0.0.1' }
    const link = await createSignInLink(trx, ma.id, now)
    assert.equal(await signInByLink(trx, link, {}, now), 'device')
    assert.equal(await signInByLink(trx, link, phone, now), 'device')
    const { rows } = await ask(trx, bai, listPersonDevices, {})
    assert.deepEqual(
      rows.map(({ device, approvedAt, isBound }) => [device, approvedAt, isBound]),
      [['phone-of-ma', null, true]],
    )
    await act(trx, bai, approveDevice, { person: ma.id, device: 'phone-of-ma' })
    const entered = await signInByLink(trx, link, phone, now)
    assert.ok(typeof entered === 'object')
    assert.equal((await personOfToken(trx, entered.token, now))?.id, ma.id)
    assert.equal((await ask(trx, bai, listPersonDevices, {})).rows[0]?.sessions, 1)
    await act(trx, bai, withdrawDevice, { person: ma.id, device: 'phone-of-ma' })
    assert.equal(await personOfToken(trx, entered.token, now), undefined)
  },
)

const made = (more: object = {}) => ({
  ...{
    title_zh: '巡查组长',
    title_en: 'Patrol lead',
    verbs: ['fieldwork.task.*', 'onemap.tile'],
    areas: [],
    businesses: [],
    layers: [],
  },
  ...more,
})
/** Two roles of the program: what officials may do, and what only the security administrator may; the others were made here. */
async function builtIn(trx: Trx): Promise<void> {
  await sql`update role set made_at = now()`.execute(trx)
  await sql`insert into role (code, title_zh, title_en, verbs) values
    ('investigator', '外业', 'Field', array['fieldwork.task.*', 'onemap.*', 'administration.password.set']),
    ('security-administrator', '安全', 'Security', array['administration.right.*', 'administration.password.set'])`.execute(
    trx,
  )
}

story(
  'SH138 a role made on the page works at the next request, changed it changes, ended it is gone: no code',
  async (trx, { qin, ma }) => {
    await builtIn(trx)
    const { code } = await act(trx, qin, saveRole, made())
    await act(trx, qin, grantRight, { person: ma.id, role: code, area: '610799' })
    assert.ok(can(await reload(trx, ma), 'fieldwork.task.claim', { area: '610799101', business: 'landuse' }))
    assert.ok(!can(await reload(trx, ma), 'fieldwork.dispatch.assign'))
    await act(
      trx,
      qin,
      saveRole,
      made({ code, areas: ['610799101', '610800'], businesses: ['landuse'], layers: ['DLTB'] }),
    )
    const ma2 = await reload(trx, ma)
    assert.ok(can(ma2, 'fieldwork.task.claim', { area: '610799101', business: 'landuse' }))
    for (const scope of [{ area: '610799102' }, { area: '610800' }, { business: 'approvals' }, { layer: 'STBHHX' }])
      assert.ok(!can(ma2, 'fieldwork.task.claim', scope), JSON.stringify(scope))
    assert.ok(can(ma2, 'onemap.tile', { layer: 'DLTB' }))
    await act(trx, qin, endRole, { code })
    assert.ok(!can(await reload(trx, ma), 'fieldwork.task.claim'))
    await assert.rejects(
      act(trx, qin, grantRight, { person: ma.id, role: code }),
      hasCode('administration.right.grant.unknown-role'),
    )
  },
)

story('SH138 three administrators stay apart, and roles of the program stay as they are', async (trx, { qin }) => {
  await builtIn(trx)
  for (const verb of ['administration.right.grant', 'administration.right.*', 'administration.*', 'a*'])
    await assert.rejects(
      act(trx, qin, saveRole, made({ verbs: [verb] })),
      hasCode('administration.role.save.kept-apart'),
      verb,
    )
  await act(trx, qin, saveRole, made({ verbs: ['administration.password.set'] }))
  await assert.rejects(act(trx, qin, saveRole, made()), hasCode('administration.role.save.namesake'))
  await assert.rejects(
    act(trx, qin, saveRole, made({ code: 'investigator', title_zh: '另' })),
    hasCode('administration.role.save.built-in'),
  )
  await assert.rejects(act(trx, qin, endRole, { code: 'investigator' }), hasCode('administration.role.save.built-in'))
})

story(
  'SH140 a role given to an organisation is held by all in it and below it, by those who come, and not by those who go',
  async (trx, { gao, qin, ma, institute, home }) => {
    await builtIn(trx)
    const { id: team } = await act(trx, gao, addOrganisation, { code: 'team-1', name: '外业一组', parent: institute })
    const { id } = await act(trx, qin, grantOrganisation, {
      organisation: institute,
      role: 'investigator',
      area: '610799',
    })
    const holds = async () => (await reload(trx, ma)).rights.some(({ role }) => role === 'investigator')
    assert.ok(await holds())
    await act(trx, gao, changePerson, { person: ma.id, organisation: team })
    assert.ok(await holds(), 'below it')
    await act(trx, gao, changeOrganisation, { id: team, name: '外业一组', parent: home })
    assert.ok(!(await holds()), 'the team belongs elsewhere now')
    await act(trx, gao, changeOrganisation, { id: team, name: '外业一组', parent: institute })
    const { id: asking } = await register(trx, asked(team), '10.0.0.9', now)
    const { person } = await act(trx, gao, approveRegistration, { id: asking })
    assert.deepEqual(
      (await loadPerson(trx, person))!.rights.map(({ role, area }) => [role, area]),
      [['investigator', '610799']],
    )
    const { rows } = await sql<{ id: string }>`select id from right_grant where person = ${person}`.execute(trx)
    await assert.rejects(
      act(trx, qin, endGrant, { id: rows[0]!.id }),
      hasCode('administration.right.end.of-organisation'),
    )
    await act(trx, qin, endOrganisationGrant, { id })
    assert.ok(!(await holds()))
  },
)

story(
  'SH140 no organisation becomes an administrator, and nobody raises their own',
  async (trx, { qin, institute, home }) => {
    await builtIn(trx)
    const personal = act(trx, qin, grantOrganisation, { organisation: institute, role: 'security-administrator' })
    await assert.rejects(personal, hasCode('administration.right.grantOrganisation.personal'))
    const own = act(trx, qin, grantOrganisation, { organisation: home, role: 'investigator' })
    await assert.rejects(own, hasCode('administration.right.grantOrganisation.own'))
  },
)

story(
  'SH139 organisations form a tree without circles and close when empty; areas keep to their codes',
  async (trx, { gao, institute }) => {
    const { id: team } = await act(trx, gao, addOrganisation, { code: 'team-1', name: '外业一组', parent: institute })
    const circle = act(trx, gao, changeOrganisation, { id: institute, name: '院', parent: team })
    await assert.rejects(circle, hasCode('administration.organisation.change.circle'))
    await assert.rejects(
      act(trx, gao, endOrganisation, { id: institute }),
      hasCode('administration.organisation.end.people'),
    )
    await act(trx, gao, endOrganisation, { id: team })
    await act(trx, gao, saveArea, { code: '610901', name: '新区', level: 'county' })
    await act(trx, gao, saveArea, { code: '610901100', name: '一镇', level: 'town' })
    await act(trx, gao, saveArea, { code: '610901100', name: '第一镇', level: 'town' })
    await assert.rejects(act(trx, gao, saveArea, { code: '6109', name: 'x', level: 'county' }), Error)
    const digits = act(trx, gao, saveArea, { code: '6109012', name: 'x', level: 'town' })
    await assert.rejects(digits, hasCode('administration.area.save.digits'))
    const orphan = act(trx, gao, saveArea, { code: '610902100', name: 'x', level: 'town' })
    await assert.rejects(orphan, hasCode('administration.area.save.no-above'))
    await assert.rejects(act(trx, gao, removeArea, { code: '610901' }), hasCode('administration.area.remove.below'))
    await act(trx, gao, removeArea, { code: '610901100' })
  },
)

story('SH133 one maintains one’s own details; account and organisation are read only', async (trx, { ma }) => {
  const mine = { nickname: '老马', phone: '13800000002', department: '外业一组', certificate: '测绘作业证 610-007' }
  await act(trx, ma, saveProfile, mine)
  const seen = await ask(trx, ma, viewProfile, {})
  assert.deepEqual(
    { nickname: seen.nickname, phone: seen.phone, department: seen.department, certificate: seen.certificate },
    mine,
  )
  assert.deepEqual([seen.login, seen.organisation], [ma.login, 'institute'])
  await assert.rejects(
    act(trx, ma, saveProfile, { ...mine, phone: 'abc' }),
    hasCode('administration.profile.save.phone'),
  )
  await act(trx, ma, saveProfile, { ...mine, nickname: '' })
  assert.equal((await ask(trx, ma, viewProfile, {})).nickname, null)
})

story(
  'SH139 a resource is described, found with its description, and only where there is one',
  async (trx, { gao }) => {
    await builtIn(trx)
    const organisation = gao.organisation
    const said = {
      about: '县域地类图斑',
      source: '2025 年度变更，2025-12-31',
      keeper: organisation.id,
      contact: '8421',
    }
    await act(trx, gao, saveResource, { kind: 'layer', code: 'DLTB', ...said })
    await act(trx, gao, saveResource, { kind: 'layer', code: 'DLTB', ...said, contact: '8422 蔡静' })
    await act(trx, gao, saveResource, { kind: 'function', code: 'onemap.*', ...said, source: '', keeper: null })
    const { layers, functions, counts } = await ask(trx, gao, listResources, {})
    const card = layers.find(({ code }) => code === 'DLTB')!.card!
    assert.deepEqual(
      [card.about, card.source, card.keeper?.name, card.contact, card.changedBy],
      [said.about, said.source, organisation.name, '8422 蔡静', gao.name],
    )
    assert.equal(functions.find(({ code }) => code === 'onemap.*')!.card!.keeper, null)
    assert.ok(counts.organisations >= 1 && counts.people >= 1)
    for (const kind of ['layer', 'function', 'business'] as const)
      await assert.rejects(
        act(trx, gao, saveResource, { kind, code: 'NOTHING', ...said }),
        hasCode('administration.resource.unknown'),
      )
  },
)
