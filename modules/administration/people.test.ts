import assert from 'node:assert/strict'
import { loadPerson } from '../../kernel/identity/people.ts'
import { register, registrationOf } from '../../kernel/identity/registrations.ts'
import { createSignInLink, personOfToken, signInByLink, startSession } from '../../kernel/identity/sessions.ts'
import { messagesOf } from '../../kernel/messages/inbox.ts'
import { act, ask } from '../../testing/act.ts'
import { approveRegistration } from './actions/approve-registration.ts'
import { changePerson } from './actions/change-person.ts'
import { deletePerson } from './actions/delete-person.ts'
import { endPerson } from './actions/end-person.ts'
import { refuseRegistration } from './actions/refuse-registration.ts'
import { resumePerson } from './actions/resume-person.ts'
import { asked, hasCode, NO_RIGHT, now, reload, story } from './bureau.testing.ts'
import { listPeople } from './queries/list-people.ts'
import { listRegistrations } from './queries/list-registrations.ts'

story(
  'SH136 who registers waits for the organisation’s administrator, who is told, and comes in with what was asked',
  async (trx, { gao, bai, ma, institute }) => {
    const { id, token } = await register(trx, asked(institute), '10.0.0.9', now)
    assert.equal((await registrationOf(trx, token)).state, 'waiting')
    for (const told of [gao, bai])
      assert.deepEqual(
        (await messagesOf(trx, told.id, { limit: 5 })).map(({ title }) => title),
        ['registration.message.asked'],
      )
    assert.equal((await messagesOf(trx, ma.id, { limit: 5 })).length, 0)
    const again = register(trx, asked(institute), '10.0.0.9', now)
    await assert.rejects(again, hasCode('registration.ask.waiting'))
    assert.deepEqual(
      (await ask(trx, bai, listRegistrations, {})).rows.map(({ name, state }) => [name, state]),
      [['何小雨', 'waiting']],
    )
    const { person } = await act(trx, bai, approveRegistration, { id })
    const he = (await loadPerson(trx, person))!
    assert.deepEqual([he.login, he.name, he.organisation.id], ['hexiaoyu', '何小雨', institute])
    assert.equal((await registrationOf(trx, token)).state, 'approved')
    assert.equal((await messagesOf(trx, person, { limit: 5 }))[0]?.title, 'registration.message.approved')
    await assert.rejects(act(trx, gao, approveRegistration, { id }), hasCode('administration.registration.decided'))
  },
)

story(
  'SH136 a registration elsewhere is not Bai’s; refused with a reason, one may ask again; names are taken once',
  async (trx, { gao, bai, ma, home, institute }) => {
    const { id, token } = await register(trx, asked(home), '10.0.0.9', now)
    await assert.rejects(act(trx, bai, approveRegistration, { id }), NO_RIGHT)
    assert.equal((await ask(trx, bai, listRegistrations, {})).rows.length, 0)
    await act(trx, gao, refuseRegistration, { id, reason: '请向测绘院申请' })
    const standing = await registrationOf(trx, token)
    assert.deepEqual([standing.state, standing.reason], ['refused', '请向测绘院申请'])
    await register(trx, asked(institute), '10.0.0.9', now)
    await assert.rejects(
      register(trx, asked(institute, ma.login), '10.0.0.9', now),
      hasCode('registration.ask.login-taken'),
    )
    const nowhere = '0198a0b0-0000-7000-8000-000000000000'
    await assert.rejects(
      register(trx, asked(nowhere, 'other'), '10.0.0.9', now),
      hasCode('registration.ask.unknown-organisation'),
    )
  },
)

story('SH136 a flood from one address is stopped', async (trx, { institute }) => {
  for (let n = 0; n < 20; n++) await register(trx, asked(institute, `flood${n}`), '10.0.0.66', now)
  await assert.rejects(
    register(trx, asked(institute, 'flood-on'), '10.0.0.66', now),
    hasCode('registration.ask.too-many'),
  )
  await register(trx, asked(institute, 'elsewhere'), '10.0.0.67', now)
})

story(
  'SH137 a person is changed, found by 职称 and kind, disabled, enabled, deleted; history keeps the name',
  async (trx, { gao, ma, home }) => {
    await act(trx, gao, changePerson, {
      person: ma.id,
      title: '高级工程师',
      kind: 'field',
      phone: '13800000002',
      organisation: home,
    })
    assert.equal((await reload(trx, ma)).organisation.id, home)
    const find = async (input: object) => (await ask(trx, gao, listPeople, input)).rows.map(({ name }) => name)
    assert.deepEqual(await find({ text: '高级工程' }), ['马东'])
    assert.deepEqual(await find({ kind: 'field' }), ['马东'])
    await act(trx, gao, endPerson, { person: ma.id })
    assert.equal(await loadPerson(trx, ma.id), undefined)
    assert.deepEqual(await find({ state: 'ended' }), ['马东'])
    await act(trx, gao, resumePerson, { person: ma.id })
    assert.equal((await reload(trx, ma)).rights.length, 1)
    await assert.rejects(act(trx, gao, resumePerson, { person: ma.id }), hasCode('administration.person.resume.active'))
    const { token } = await startSession(trx, ma.id, {}, now)
    await act(trx, gao, deletePerson, { person: ma.id })
    assert.equal(await personOfToken(trx, token, now), undefined)
    assert.deepEqual(await find({ text: '马东' }), [])
    await assert.rejects(
      act(trx, gao, changePerson, { person: ma.id, name: 'x' }),
      hasCode('administration.person.unknown'),
    )
  },
)

story('SH137 whoever administers the institute moves nobody out of it', async (trx, { bai, ma, gao, home }) => {
  await assert.rejects(
    act(trx, bai, changePerson, { person: ma.id, organisation: home }),
    hasCode('administration.person.change.not-there'),
  )
  await assert.rejects(act(trx, bai, changePerson, { person: gao.id, name: '别人' }), NO_RIGHT)
  await act(trx, bai, changePerson, { person: ma.id, nickname: '老马' })
})

story(
  'SH137 IP binding: from elsewhere nobody comes in, and a link is not used up by trying',
  async (trx, { gao, ma }) => {
    const wrong = act(trx, gao, changePerson, { person: ma.id, networks: ['10.1.0.0/40'] })
    await assert.rejects(wrong, hasCode('administration.person.change.no-network'))
    await act(trx, gao, changePerson, { person: ma.id, networks: ['10.1.0.0/16', '2001:db8::/32'] })
    const link = await createSignInLink(trx, ma.id, now)
    assert.equal(await signInByLink(trx, link, { address: '10.2.0.1' }, now), 'address')
    assert.equal(typeof (await signInByLink(trx, link, { address: '10.1.2.3' }, now)), 'object')
    assert.deepEqual((await reload(trx, ma)).networks, ['10.1.0.0/16', '2001:db8::/32'])
    const self = act(trx, gao, changePerson, { person: gao.id, networks: ['10.1.0.0/16'] })
    await assert.rejects(self, hasCode('administration.person.change.locks-you-out'))
  },
)
