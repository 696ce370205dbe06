import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { sql } from 'kysely'
import { inCommitted, signedIn, testServer } from './test-server.testing.ts'

let server: FastifyInstance
let fang: Awaited<ReturnType<typeof signedIn>>
let woken = 0
before(async () => {
  server = await testServer(() => woken++)
  fang = await signedIn({ name: '方敏', verbs: ['atlas.*'], area: '990' })
})

let serial = 0
const newCode = () => `990${process.pid}${++serial}`
const add = (payload: object, more: InjectOptions = {}) =>
  server.inject({ method: 'POST', url: '/api/atlas/area/add', cookies: fang.cookies, payload, ...more })
const get = (url: string) => server.inject({ method: 'GET', url, cookies: fang.cookies })
const count = (from: string, code: string) =>
  inCommitted(async (trx) => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(from)} t
      where to_jsonb(t)::text like ${`%${code}%`}`.execute(trx)
    return rows[0]!.n
  })

test('a stranger is asked to sign in, before anything is said about the input', async () => {
  for (const payload of [{ code: newCode(), name: '一' }, {}]) {
    const response = await add(payload, { cookies: {} })
    assert.equal(response.statusCode, 401)
    assert.equal(response.json().code, 'session.missing')
  }
  assert.equal((await server.inject('/api/atlas/area/list')).statusCode, 401)
  assert.equal((await server.inject({ url: '/api/atlas/area/list', cookies: { yutu_session: 'x' } })).statusCode, 401)
})

test('Fang acts in her own area, and the act, its audit row and the asked-for run are one', async () => {
  const code = newCode()
  const before = woken
  const response = await add({ code, name: '云上' })
  assert.equal(response.statusCode, 200)
  assert.equal(response.json().code, code)
  assert.deepEqual([await count('area', code), await count('audit', code), await count('job_run', code)], [1, 1, 1])
  assert.equal(woken, before + 1)
})

test('an act that fails leaves nothing: no row, no audit, no run', async (t) => {
  const log = t.mock.method(console, 'error', () => {})
  const code = newCode()
  const before = woken
  const response = await add({ code, name: '云上', fails: true })
  assert.equal(response.statusCode, 500)
  assert.equal(response.json().code, 'kernel.failed')
  assert.ok(!response.body.includes('pen'), 'what broke is in the log, not in the answer')
  assert.equal(log.mock.callCount(), 1)
  assert.deepEqual([await count('area', code), await count('audit', code), await count('job_run', code)], [0, 0, 0])
  assert.equal(woken, before)
})

test('in another area Fang is refused', async () => {
  const response = await add({ code: '991', name: '别处' })
  assert.equal(response.statusCode, 403)
  assert.match(String(response.headers['content-type']), /^application\/problem\+json/)
  const { code, params } = response.json()
  assert.deepEqual([code, params], ['kernel.no-right', { verb: 'atlas.area.add', area: '991' }])
})

const refusals: [string, object, number, string][] = [
  ['a missing field', { code: '9901' }, 422, 'kernel.input'],
  ['a text where a number belongs', { code: '9901', name: 'x', order: '7' }, 422, 'kernel.input'],
  ['nothing where a text belongs', { code: '9901', name: null }, 422, 'kernel.input'],
  ['what the rule refuses', { code: '9901', name: '' }, 422, 'atlas.area.add.nameless'],
  ['a text no column can hold', { code: '9901', name: 'a\0b' }, 422, 'kernel.input'],
]
for (const [title, payload, status, code] of refusals) {
  test(`${title} is refused`, async () => {
    const response = await add(payload)
    assert.deepEqual([response.statusCode, response.json().code], [status, code])
  })
}

test('the same record twice is a conflict', async () => {
  const code = newCode()
  await add({ code, name: '一' })
  const response = await add({ code, name: '一' })
  assert.deepEqual([response.statusCode, response.json().code], [409, 'kernel.exists'])
})

test('what is no JSON, and what is too large, is refused', async () => {
  const headers = { 'content-type': 'application/json' }
  assert.equal((await add({}, { payload: '{', headers })).statusCode, 400)
  const large = await add({ code: '9901', name: 'x'.repeat(21 * 1024 * 1024) })
  assert.deepEqual([large.statusCode, large.json().params], [413, { limit: 20 }])
})

test('half of a character, and what is nested without end, is refused by name and leaves nothing', async () => {
  const code = newCode()
  const half = await add({ code, name: '\ud800' })
  assert.deepEqual([half.statusCode, half.json().code], [422, 'kernel.half-character'])
  const huge = await add(
    {},
    { payload: `{"code":"${code}","name":"一","order":1e999}`, headers: { 'content-type': 'application/json' } },
  )
  assert.equal(huge.statusCode, 422)
  assert.equal((await get('/api/atlas/area/list?codes=1&page=1e999')).statusCode, 422)
  const payload = `{"code":"${code}","name":"一","more":${'['.repeat(5000)}${']'.repeat(5000)}}`
  const deep = await add({}, { payload, headers: { 'content-type': 'application/json' } })
  assert.deepEqual([deep.statusCode, deep.json().code], [422, 'kernel.too-deep'])
  assert.equal(await count('area', code), 0)
})

test('a page of another site cannot act with Fang’s cookie, by any spelling of the address', async () => {
  for (const url of ['/api/atlas/area/add', '/%61pi/atlas/area/add']) {
    for (const origin of ['https://elsewhere.example', 'null', 'http://localhost:81']) {
      const response = await add({ code: newCode(), name: '一' }, { url, headers: { origin } })
      assert.deepEqual([response.statusCode, response.json().code], [403, 'kernel.foreign-origin'])
    }
  }
  const own = await add(
    { code: newCode(), name: '一' },
    {
      headers: { host: 'yutu.example:8080', origin: 'http://yutu.example:8080' },
    },
  )
  assert.equal(own.statusCode, 200)
})

test('a query reads its input from the address', async () => {
  const one = await get('/api/atlas/area/list?codes=990&page=2&exact=true')
  assert.deepEqual(one.json(), { codes: ['990'], page: 2, exact: true })
  const two = await get('/api/atlas/area/list?codes=990&codes=991')
  assert.deepEqual(two.json(), { codes: ['990', '991'], page: 1 })
  for (const wrong of ['', '?codes=990&page=0', '?codes=990&page=two']) {
    const response = await get(`/api/atlas/area/list${wrong}`)
    assert.deepEqual([response.statusCode, response.json().code], [422, 'kernel.input'])
  }
})

test('a query may have an address of its own and answer with bytes', async () => {
  const response = await get('/api/atlas/990/3.png')
  assert.deepEqual([...response.rawPayload], [3, 9])
  assert.equal(response.headers['content-type'], 'image/png')
  assert.equal(response.headers['content-disposition'], "attachment; filename*=UTF-8''990%E5%9B%BE.png")
  assert.equal((await get('/api/atlas/990/4.png')).statusCode, 422)
})

test('a query that would write is stopped by the database', async (t) => {
  t.mock.method(console, 'error', () => {})
  assert.equal((await get('/api/atlas/area/sneak')).statusCode, 500)
})

test('every answer tells the browser what it may do with it', async () => {
  const { headers } = await get('/api/atlas/area/list?codes=1')
  assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/)
  assert.equal(headers['x-content-type-options'], 'nosniff')
  assert.equal(headers['cache-control'], 'no-store')
  const proxied = await server.inject({ url: '/api/health', headers: { 'x-forwarded-proto': 'https' } })
  assert.match(String(proxied.headers['strict-transport-security']), /max-age/)
})

test('the description of all addresses has the shape OpenAPI 3.1 asks for', async () => {
  const { openapi, info, paths } = (await get('/api/openapi.json')).json()
  assert.equal(openapi, '3.1.0')
  assert.ok(info.title && info.version)
  assert.equal(paths['/api/atlas/area/add'].post.requestBody.content['application/json'].schema.type, 'object')
  const { parameters } = paths['/api/atlas/{code}/{z}.png'].get
  assert.deepEqual(
    parameters.map(({ name, in: where, required }: Record<string, unknown>) => [name, where, required]),
    [
      ['code', 'path', true],
      ['z', 'path', true],
    ],
  )
  const ids = Object.values<object>(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId))
  assert.equal(new Set(ids).size, ids.length)
  for (const [path, methods] of Object.entries<Record<string, { responses: object }>>(paths)) {
    assert.match(path, /^\/api\//)
    for (const { responses } of Object.values(methods)) assert.ok(Object.keys(responses).length > 0)
  }
})
