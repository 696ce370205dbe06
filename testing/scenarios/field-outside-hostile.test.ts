import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { hashOf, type Outsider, sm3, type Told } from './outside-client.testing.ts'
import { type OutsideSite, outsideSite } from './outside-site.testing.ts'

// What no phone of ours sends: one bad act never keeps the good ones back, nothing is lost, nothing ends in «500».
let site: OutsideSite
before(async () => {
  site = await outsideSite('field_hostile', { people: 2, tasks: 6 })
})
after(() => site.close())

const asJson = { 'content-type': 'application/json' }

/** The bad act is set apart, naming what is wrong with it; the good one behind it is done. */
async function setApart(
  phone: Outsider,
  taskId: string,
  kind: string,
  payload: Record<string, unknown>,
  where: string,
) {
  const [bad, good] = [phone.act(kind, taskId, payload), phone.act('form.save', taskId, { values: { after: kind } })]
  const { status, body } = await phone.sync([bad, good])
  assert.equal(status, 200, `${kind} ${JSON.stringify(body).slice(0, 300)}`)
  const [first, second] = body.answers
  assert.deepEqual([first.status, first.problem.params.where, second.status], ['quarantined', where, 'applied'], kind)
  assert.deepEqual((await phone.sync([bad, good])).body, body, 'and the same on a retry')
  return bad
}

async function claimed(phone: Outsider, taskId: string): Promise<void> {
  assert.equal((await phone.sync([phone.act('task.claim', taskId)])).body.answers[0].status, 'applied')
}

async function photo(phone: Outsider, more: object = {}) {
  const bytes = new Uint8Array(
    Buffer.concat([Buffer.from('ffd8ffdb0003', 'hex'), randomBytes(200), Buffer.from('ffd9', 'hex')]),
  )
  await phone.piece(sm3(bytes), bytes, 0, bytes.length)
  return {
    digest: sm3(bytes),
    mediaType: 'image/jpeg',
    takenAt: new Date().toISOString(),
    position: [107.7701234, 32.9804567],
    ...more,
  }
}

test('Days that no calendar has, hours without a zone, numbers without measure, the character nobody can keep: set apart one by one', async () => {
  const phone = site.phone(0)
  const { taskId } = site.tasks[0]!
  await claimed(phone, taskId)
  const wrong: [object, string][] = [
    ...['0000-01-01T00:00:00Z', '2026-02-31T00:00:00Z', '2026-13-01T00:00:00Z', '2026-11-27T10:00', '2026-11-27 10:00:00', 'x'].map((takenAt): [object, string] => [{ takenAt }, 'takenAt']),
    [{ size: 1e300 }, 'size'],
    [{ size: 0 }, 'size'],
    [{ azimuth: 1e308 }, 'azimuth'],
    [{ accuracy: -1 }, 'accuracy'],
    [{ accuracy: 1e308 }, 'accuracy'],
    [{ altitude: -1e308 }, 'altitude'],
    [{ position: [181, 0] }, 'position'],
    [{ position: [107.77] }, 'position'],
    [{ clock: { offset: 1e300, within: 1, at: '2026-11-27T01:00:00Z' } }, 'clock.offset'],
    [{ positionAt: '9999-01-01T00:00:00Z' }, 'positionAt'],
    [{ patchId: 'x' }, 'patchId'],
    [{ mediaType: `image/${'a'.repeat(10_000)}` }, 'mediaType'],
    [{ note: '看\u0000不见' }, 'note'],
    [{ kind: '\u0000' }, 'kind'],
  ] // biome-ignore format: one row each
  for (const [more, where] of wrong) await setApart(phone, taskId, 'photo.add', await photo(phone, more), where)
  const kept = await setApart(phone, taskId, 'form.save', { values: { note: 'a\u0000b' } }, 'values.note')
  const { rows } = await site.database.query(
    "select payload ->> 'unkeepable' as kept, hash from field_operation where id = $1",
    [kept.id],
  )
  assert.deepEqual([JSON.parse(String(rows[0]!.kept)), rows[0]!.hash], [kept.payload, kept.hash], 'all of it is kept')
  await setApart(phone, taskId, 'form.save', { values: { 'a\u0000': 1 } }, 'values.a␀')
  await setApart(phone, taskId, 'task.return', { reason: '  ' }, 'reason')
})

test('Acts called like what every object has are unknown acts', async () => {
  const phone = site.phone(0)
  for (const kind of ['constructor', 'toString', '__proto__', 'hasOwnProperty', 'task.explode', '']) {
    const { status, body } = await phone.sync([phone.act(kind, site.tasks[0]!.taskId)])
    assert.deepEqual([status, body.answers[0].status, body.answers[0].problem.code], [200, 'quarantined', 'fieldwork.sync.unknown-kind'], kind) // biome-ignore format: one row
  }
})

test('Clocks ten years off: what was done is done, and who reviews it is told', async () => {
  const phone = site.phone(0)
  const { taskId } = site.tasks[1]!
  await claimed(phone, taskId)
  const doubtsAt = async (years: number) => {
    const taken = await photo(phone, { takenAt: new Date(Date.now() + years * 365.25 * 86_400_000).toISOString() })
    assert.equal((await phone.sync([phone.act('photo.add', taskId, taken)])).body.answers[0].status, 'applied')
    const { rows } = await site.database.query('select doubts from field_photo where digest = $1', [taken.digest])
    return rows[0]!.doubts
  }
  assert.deepEqual(await doubtsAt(-10), ['before-task'])
  assert.deepEqual(await doubtsAt(0), [])
  assert.deepEqual(await doubtsAt(10), ['from-the-future'])
})

test('Outlines round the world, without area, tangled, of ten thousand corners: each answered within seconds, none ends the server', async () => {
  const phone = site.phone(0)
  const { taskId } = site.tasks[2]!
  await claimed(phone, taskId)
  const { body: task } = await phone.send('GET', `/api/fieldwork/task/view?taskId=${taskId}`)
  const [x, y]: [number, number] = task.range[0][0][0]
  const ring = (points: number[][]) => [[[...points, points[0]]]]
  const tangle = (n: number) =>
    ring(Array.from({ length: n }, () => [x + Math.random() * 0.002, y + Math.random() * 0.0008]))
  const round = Array.from({ length: 9_990 }, (_, k) => [
    x + 0.001 + 0.0003 * Math.cos(k / 1590),
    y + 0.0004 + 0.0003 * Math.sin(k / 1590),
  ])
  const outlines: [unknown, string][] = [
    [ring([[0, 0], [1, 0], [1, 1]]), 'fieldwork.patch.outside-range'],
    [ring([[-180, -90], [180, -90], [180, 90], [-180, 90]]), 'fieldwork.patch.no-area'],
    [ring([[-70, -1], [-68, -1], [-68, 1], [-70, 1]]), 'fieldwork.patch.outside-range'],
    [ring([[x, y], [x + 0.001, y], [x, y]]), 'fieldwork.patch.no-area'],
    [tangle(5_000), 'fieldwork.patch.no-area'],
    [ring(Array(10_001).fill([x, y])), 'fieldwork.sync.misshapen'],
    [[], 'fieldwork.sync.misshapen'],
    [ring(round), 'applied'],
  ] // biome-ignore format: one row each
  for (const [geometry, wanted] of outlines) {
    const { status, body } = await phone.sync([phone.act('patch.save', taskId, { patchId: randomUUID(), geometry }, 0)])
    const [answer] = body.answers
    assert.deepEqual([status, answer.problem?.code ?? answer.status], [200, wanted], JSON.stringify(answer))
  }
})

test('What is no batch at all is refused as a whole, and the phone’s chain is as it was', async () => {
  const phone = site.phone(1)
  const { taskId } = site.tasks[3]!
  await claimed(phone, taskId)
  const act = phone.act('form.save', taskId, { values: { floors: 1 } })
  phone.forget(act)
  const hashed = (more: object) => ({ ...act, ...more, hash: hashOf({ ...act, ...more }) })
  const half = { ...act, payload: { values: { note: '\ud800' } } }
  let deep: unknown = 1
  for (let k = 0; k < 200; k++) deep = [deep]
  const raw = (text: string | Uint8Array<ArrayBuffer>) => phone.send('POST', '/api/fieldwork/sync', text, asJson)
  const refused: [Promise<Told>, number, string][] = [
    [phone.sync([hashed({ sequence: 3_000_000_000 })]), 422, 'kernel.input'],
    [phone.sync([hashed({ sequence: 1e300 })]), 422, 'kernel.input'],
    [phone.sync([hashed({ sequence: 0 })]), 422, 'kernel.input'],
    [phone.sync([hashed({ baseRevision: 2 ** 40 })]), 422, 'kernel.input'],
    [phone.sync([hashed({ id: act.id.toUpperCase() })]), 422, 'kernel.input'],
    [phone.sync([hashed({ taskId: `urn:uuid:${taskId}` })]), 422, 'kernel.input'],
    [phone.sync([hashed({ kind: 'a\u0000' })]), 422, 'kernel.input'],
    [phone.sync([half]), 422, 'kernel.half-character'],
    [phone.sync([hashed({ payload: { values: { deep } } })]), 422, 'kernel.too-deep'],
    [phone.sync(Array(201).fill(act)), 422, 'kernel.input'],
    [phone.sync([null]), 422, 'kernel.input'],
    [phone.sync([], { deviceId: 'ab\u0000cdefgh' }), 422, 'kernel.input'],
    [phone.sync([], { protocol: 1.5 }), 422, 'kernel.input'],
    [phone.sync([], { clock: { offset: 1e300, within: 1, at: 'x' } }), 422, 'kernel.input'],
    [raw('{"deviceId":"12345678","operations":[1e999]}'), 422, 'kernel.input'],
    [raw('{'), 400, 'kernel.request'],
    [raw('[]'), 422, 'kernel.input'],
    [raw('{"__proto__":{}}'), 400, 'kernel.request'],
    [raw(Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])), 422, 'kernel.input'],
    [raw(`{"deviceId":"${'x'.repeat(21 * 2 ** 20)}"}`), 413, 'kernel.too-large'],
  ]
  for (const [told, status, code] of refused) {
    const { status: found, body } = await told
    assert.deepEqual([found, body.code], [status, code], JSON.stringify(body).slice(0, 300))
  }
  const next = phone.act('form.save', taskId, { values: { floors: 1 } })
  assert.equal((await phone.sync([next])).body.answers[0].status, 'applied', 'nothing stands before it')
})

test('Two hundred acts in one batch, the same batch in two requests at once, and cursors nobody has made', async () => {
  const phone = site.phone(1)
  const { taskId } = site.tasks[4]!
  await claimed(phone, taskId)
  const acts = Array.from({ length: 200 }, (_, n) =>
    phone.act('form.save', taskId, { values: { n, text: '字'.repeat(500) } }, n),
  )
  const [one, other] = await Promise.all([phone.sync(acts), phone.sync(acts.toReversed())])
  assert.deepEqual(one.body.answers, other.body.answers.toReversed())
  assert.ok(one.body.answers.every(({ status }: { status: string }) => status === 'applied'))
  const { rows } = await site.database.query('select count(*)::int as n from field_operation where device = $1', [phone.deviceId]) // biome-ignore format: one row
  assert.equal(rows[0]!.n, 201, 'each is there once')
  for (const cursor of ['Infinity', 'a|Infinity', '|1e300', '|1.5', '|-1', 'x'.repeat(500), 'w~1~2', '%', 's~1~1~1~'])
    assert.equal((await phone.pull(cursor)).status, 200, cursor)
  assert.equal((await phone.pull('x'.repeat(501))).body.code, 'kernel.input')
})

test('A PNG, a WebP, a text and half a JPEG called «image/jpeg» are kept as what they are, and who reviews them is told', async () => {
  const phone = site.phone(1)
  const { taskId, caseId } = site.tasks[5]!
  await claimed(phone, taskId)
  const brought = async (bytes: Uint8Array<ArrayBuffer>, mediaType = 'image/jpeg') => {
    await phone.piece(sm3(bytes), bytes, 0, bytes.length)
    const taken = { ...(await photo(phone)), digest: sm3(bytes), mediaType }
    assert.equal((await phone.sync([phone.act('photo.add', taskId, taken)])).body.answers[0].status, 'applied')
    const { rows } = await site.database.query('select media_type, doubts from field_photo where case_id = $1 and digest = $2', [caseId, sm3(bytes)]) // biome-ignore format: one row
    return [rows[0]!.media_type, rows[0]!.doubts]
  }
  const bytesOf = (text: string, more = '') => new Uint8Array(Buffer.concat([Buffer.from(text, 'latin1'), randomBytes(50), Buffer.from(more, 'hex')])) // biome-ignore format: one row
  const png = bytesOf('\x89PNG\r\n\x1a\n')
  assert.deepEqual(await brought(png), ['image/png', ['other-format']])
  assert.deepEqual(await brought(bytesOf('\x89PNG\r\n\x1a\n'), 'image/png'), ['image/png', []])
  assert.deepEqual(await brought(bytesOf('RIFF....WEBP')), ['image/webp', ['other-format']])
  assert.deepEqual(await brought(bytesOf('\0\0\0\x18ftypheic'), 'image/heic'), ['image/heic', []])
  assert.deepEqual(await brought(bytesOf('这是文字')), ['image/jpeg', ['no-picture']])
  assert.deepEqual(await brought(new Uint8Array(Buffer.from('ffd8ffdb0003010203', 'hex'))), ['image/jpeg', ['cut-off']])
  const elsewhere = site.tasks[0]!.taskId
  const owner = site.phone(0)
  const again = { ...(await photo(owner)), digest: sm3(png), mediaType: 'image/png' }
  const act = owner.act('photo.add', elsewhere, again)
  assert.equal((await owner.sync([act])).body.answers[0].status, 'applied')
  const { rows } = await site.database.query('select doubts from field_photo where id = $1', [act.id])
  assert.deepEqual(rows[0]!.doubts, ['used-before'])
})
