import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { hashPassword } from '../crypto/password.ts'
import { COOKIE } from './session-routes.ts'
import { inCommitted, signedIn, testServer } from './test-server.testing.ts'

const PASSWORD = 'correct horse battery'

/** A person with a password, bound as `set` says. */
async function bound(set: string) {
  const person = await signedIn({ name: '何小雨', verbs: ['atlas.*'] })
  const hash = await hashPassword(PASSWORD)
  await inCommitted(async (trx) => {
    await sql`update person set password_hash = ${hash} where id = ${person.id}`.execute(trx)
    await sql`update person set ${sql.raw(set)} where id = ${person.id}`.execute(trx)
  })
  return person
}

test('an account bound to addresses is refused from elsewhere at sign-in and at every call, with the address it came from', async () => {
  const server = await testServer()
  const { login, cookies } = await bound(`networks = '{10.1.0.0/16}'`)
  const from = (remoteAddress: string) => ({
    call: () => server.inject({ url: '/api/atlas/area/list?codes=1&page=1', cookies, remoteAddress }),
    enter: () =>
      server.inject({ method: 'POST', url: '/api/session', payload: { login, password: PASSWORD }, remoteAddress }),
  })
  for (const ask of [from('10.2.0.9').call, from('10.2.0.9').enter]) {
    const answer = await ask()
    assert.equal(answer.statusCode, 403)
    assert.deepEqual([answer.json().code, answer.json().params.address], ['session.address-refused', '10.2.0.9'])
  }
  assert.equal((await from('10.1.7.7').call()).statusCode, 200)
  assert.equal((await from('10.1.7.7').enter()).statusCode, 200)
  const guess = {
    method: 'POST',
    url: '/api/session',
    payload: { login, password: 'a guess' },
    remoteAddress: '10.2.0.9',
  } as const
  assert.equal(
    (await server.inject(guess)).json().code,
    'session.start.wrong',
    'told only to whoever knows the password',
  )
})

test('an account bound to approved phones comes in from one of them only; the session names it', async () => {
  const server = await testServer()
  const { id, login } = await bound('approved_devices_only = true')
  const enter = (device?: string) =>
    server.inject({
      method: 'POST',
      url: '/api/session',
      payload: { login, password: PASSWORD, ...(device && { device }) },
    })
  assert.equal((await enter()).json().code, 'session.start.no-device')
  const waiting = (await enter('phone-000123456')).json()
  assert.deepEqual([waiting.code, waiting.params.device], ['session.start.device-not-approved', '123456'])
  await inCommitted((trx) => sql`update person_device set approved_at = now() where person = ${id}`.execute(trx))
  const entered = await enter('phone-000123456')
  assert.equal(entered.statusCode, 200)
  const token = entered.cookies.find(({ name }) => name === COOKIE)!.value
  const who = await server.inject({ url: '/api/session', cookies: { [COOKIE]: token } })
  assert.equal(who.json().person.id, id)
  const devices = await inCommitted((trx) =>
    sql<{ device: string }>`select device from session where person = ${id} and device is not null`.execute(trx),
  )
  assert.deepEqual(devices.rows, [{ device: 'phone-000123456' }])
})

test('a registration is asked for without an account, follows the password policy, and answers by its token only', async () => {
  const server = await testServer()
  await signedIn({ name: '马东', verbs: [], organisation: 'institute' })
  const organisations = (await server.inject({ url: '/api/registrations/organisations' })).json().rows
  const organisation = organisations.find(({ name }: { name: string }) => name === 'institute').id
  const asked = { login: 'hexiaoyu', name: '何小雨', phone: '13800000001', organisation, reason: '新到外业组' }
  const ask = (more: object) =>
    server.inject({ method: 'POST', url: '/api/registrations', payload: { ...asked, password: PASSWORD, ...more } })
  assert.equal((await ask({ password: 'short' })).json().code, 'administration.password.set.too-short')
  assert.equal((await ask({ login: 'He Xiao' })).statusCode, 422)
  assert.equal((await ask({ phone: 'none' })).statusCode, 422)
  const { token } = (await ask({})).json()
  assert.equal((await ask({})).json().code, 'registration.ask.waiting')
  const standing = await server.inject({ url: `/api/registrations/${token}` })
  assert.deepEqual([standing.json().state, standing.json().login], ['waiting', 'hexiaoyu'])
  assert.equal((await server.inject({ url: '/api/registrations/guess' })).statusCode, 404)
  const early = await server.inject({
    method: 'POST',
    url: '/api/session',
    payload: { login: 'hexiaoyu', password: PASSWORD },
  })
  assert.equal(early.json().code, 'session.start.wrong', 'nobody comes in before approval')
})
