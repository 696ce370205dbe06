import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { hashPassword } from '../crypto/password.ts'
import { createSignInLink, endAccess } from '../identity/sessions.ts'
import { COOKIE } from './session-routes.ts'
import { inCommitted, signedIn, testServer } from './test-server.testing.ts'

const PASSWORD = '清晨的 河湾 有白鹭'

let server: FastifyInstance
before(async () => {
  server = await testServer()
})

const enter = (payload: object, headers: Record<string, string> = {}) =>
  server.inject({ method: 'POST', url: '/api/session', payload, headers })
const whoAmI = (cookies: Record<string, string>) => server.inject({ url: '/api/session', cookies })
const newPerson = async (password?: string) => {
  const person = await signedIn({ name: '秦岭', verbs: ['atlas.*'] })
  if (!password) return person
  const hash = await hashPassword(password)
  await inCommitted((trx) => sql`update person set password_hash = ${hash} where id = ${person.id}`.execute(trx))
  return person
}

test('a one-time link lets its person in once', async () => {
  const { id } = await newPerson()
  const link = await inCommitted((trx) => createSignInLink(trx, id, new Date()))
  const both = await Promise.all([enter({ link }), enter({ link })])
  const [first, second] = both.toSorted((a, b) => a.statusCode - b.statusCode)
  assert.deepEqual([first?.statusCode, second?.statusCode], [200, 401])
  assert.equal(first?.json().person.id, id)
  assert.equal(second?.json().code, 'session.start.link-used')
})

test('the cookie is kept from scripts and from other sites, and from plain HTTP behind a TLS proxy', async () => {
  const { id } = await newPerson()
  const link = () => inCommitted((trx) => createSignInLink(trx, id, new Date()))
  const plain = await enter({ link: await link() })
  assert.match(String(plain.headers['set-cookie']), /HttpOnly; SameSite=Strict$/)
  const secure = await enter({ link: await link() }, { 'x-forwarded-proto': 'https' })
  assert.match(String(secure.headers['set-cookie']), /HttpOnly; Secure; SameSite=Strict$/)
})

test('a link a day old, and a link of somebody whose account has ended, let nobody in', async () => {
  const { id } = await newPerson()
  const yesterday = new Date(Date.now() - 25 * 3_600_000)
  const old = await inCommitted((trx) => createSignInLink(trx, id, yesterday))
  assert.equal((await enter({ link: old })).statusCode, 401)
  const fresh = await inCommitted((trx) => createSignInLink(trx, id, new Date()))
  await inCommitted((trx) => sql`update person set ended_at = now() where id = ${id}`.execute(trx))
  assert.equal((await enter({ link: fresh })).statusCode, 401)
})

test('a password lets in, with the same answer for a wrong one and for an unknown login', async () => {
  const { login } = await newPerson(PASSWORD)
  const right = await enter({ login, password: PASSWORD })
  assert.equal(right.statusCode, 200)
  const token = right.cookies.find(({ name }) => name === COOKIE)!.value
  assert.equal((await whoAmI({ [COOKIE]: token })).json().person.login, login)
  const wrong = await enter({ login, password: 'not this one' })
  const unknown = await enter({ login: 'nobody', password: 'not this one' })
  const face = ({ statusCode, body }: typeof wrong) => [statusCode, { ...JSON.parse(body), instance: '' }]
  assert.deepEqual(face(wrong), face(unknown))
  assert.equal(wrong.statusCode, 401)
})

test('five wrong passwords shut the account, however fast they come; the right one no longer helps', async () => {
  const { login } = await newPerson(PASSWORD)
  const tries = await Promise.all(Array.from({ length: 8 }, (_, i) => enter({ login, password: `guess ${i}` })))
  const codes = tries.map((response) => response.statusCode).toSorted()
  assert.deepEqual(codes, [401, 401, 401, 401, 401, 429, 429, 429])
  assert.equal((await enter({ login, password: PASSWORD })).statusCode, 429)
  await inCommitted((trx) =>
    sql`update sign_in_failure set at = at - interval '16 minutes' where login = ${login}`.execute(trx),
  )
  assert.equal((await enter({ login, password: PASSWORD })).statusCode, 200, 'a quarter of an hour later')
})

test('a good sign-in forgives the wrong ones before it', async () => {
  const { login } = await newPerson(PASSWORD)
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 4; i++) assert.equal((await enter({ login, password: 'typo' })).statusCode, 401)
    assert.equal((await enter({ login, password: PASSWORD })).statusCode, 200)
  }
})

test('every try is in the audit, the failed ones too, and never the password', async () => {
  const { login } = await newPerson(PASSWORD)
  await enter({ login, password: 'wrong secret' })
  await enter({ login, password: PASSWORD })
  const rows = await inCommitted(async (trx) => {
    const { rows } = await sql<{ record: { after: { result: string } } }>`select record from audit
      where subject = ${`login:${login}`} order by sequence`.execute(trx)
    return rows
  })
  assert.deepEqual(
    rows.map(({ record }) => record.after.result),
    ['wrong', 'started'],
  )
  assert.ok(!JSON.stringify(rows).includes('secret'))
})

const list = (cookies: Record<string, string>) => server.inject({ url: '/api/atlas/area/list?codes=1', cookies })

test('signing out works on the next request', async () => {
  const { cookies } = await newPerson()
  assert.equal((await list(cookies)).statusCode, 200)
  await server.inject({ method: 'DELETE', url: '/api/session', cookies })
  assert.equal((await list(cookies)).statusCode, 401)
  assert.equal((await whoAmI(cookies)).json().person, null)
})

test('so does ending somebody else’s access', async () => {
  const { id, cookies } = await newPerson()
  const link = await inCommitted((trx) => createSignInLink(trx, id, new Date()))
  await inCommitted((trx) => endAccess(trx, id, new Date()))
  assert.equal((await list(cookies)).statusCode, 401)
  assert.equal((await enter({ link })).statusCode, 401, 'a link that was never used is no way back in')
})

test('and so does withdrawing a right', async () => {
  const { id, cookies } = await newPerson()
  assert.equal((await list(cookies)).statusCode, 200)
  await inCommitted((trx) => sql`update right_grant set ended_at = now() where person = ${id}`.execute(trx))
  assert.equal((await list(cookies)).statusCode, 403)
})

test('a session ends by itself after twelve hours', async () => {
  const { id, cookies } = await newPerson()
  await inCommitted((trx) => sql`update session set expires_at = now() where person = ${id}`.execute(trx))
  assert.equal((await list(cookies)).statusCode, 401)
})

for (const payload of [{}, { login: 'x' }, { link: 'short' }, { login: 'x', password: 'y'.repeat(300) }]) {
  test(`${JSON.stringify(payload).slice(0, 40)} is no way to sign in`, async () => {
    assert.equal((await enter(payload)).statusCode, 422)
  })
}
