import assert from 'node:assert/strict'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { type Act, canonical, hashOf, isReceiptFor, type Outsider, sm3 } from './outside-client.testing.ts'
import { type OutsideSite, outsideSite } from './outside-site.testing.ts'

// A client written from docs/field-protocol.md alone works with the server as the field app does. Function points: SH187
let site: OutsideSite
before(async () => {
  site = await outsideSite('field_outside', { people: 2, tasks: 8 })
})
after(() => site.close())

const bytesOf = (size: number) => new Uint8Array(randomBytes(size))
const statuses = ({ body }: { body: { answers: { status: string }[] } }) => body.answers.map(({ status }) => status)
const send = async (phone: Outsider, acts: Act[]) => {
  const told = await phone.sync(acts)
  assert.equal(told.status, 200, JSON.stringify(told.body))
  return told as typeof told & {
    body: { answers: { status: string; waitsFor?: string; problem?: { code: string } }[] }
  }
}

/** Corners of a rectangle in the task's range, as shares of its box. */
function rectangle([west, south, east, north]: number[], [x0, y0, x1, y1]: [number, number, number, number]) {
  const at = (x: number, y: number) => [west! + (east! - west!) * x, south! + (north! - south!) * y]
  return [[[at(x0, y0), at(x1, y0), at(x1, y1), at(x0, y1), at(x0, y0)]]]
}

const facts = (digest: string, place: number[], more: object = {}) => ({
  ...{
    digest,
    mediaType: 'image/jpeg',
    takenAt: new Date().toISOString(),
    position: place,
    accuracy: 4.2,
    altitude: 511,
  },
  ...{ azimuth: 90, pitch: 2, roll: -1, declination: -3.5, live: true, kind: 'near', ...more },
})

/** A JPEG of noise: markers where they belong, and between them what no decoder is asked about. */
const jpegOf = (size: number) =>
  new Uint8Array(Buffer.concat([Buffer.from('ffd8ffdb0043', 'hex'), bytesOf(size), Buffer.from('ffd9', 'hex')]))

/** One whose bytes are there. */
async function photographed(phone: Outsider, place: number[], azimuth: number) {
  const photo = jpegOf(3000)
  await phone.piece(sm3(photo), photo, 0, photo.length)
  return facts(sm3(photo), place, { azimuth })
}

test('Registered, pulled, claimed, photographed in pieces whose answers are lost, drawn, filled in, handed in: all applied, and the same once more changes nothing', async () => {
  const phone = site.phone(0)
  assert.equal((await phone.register()).status, 200)
  const { body: feed } = await phone.pull()
  assert.equal(feed.isWhole, true)
  const task = feed.tasks.find(({ id }: { id: string }) => id === site.tasks[0]!.taskId)
  const photo = jpegOf(1_500_000)
  const digest = sm3(photo)
  for (let from = 0; from < photo.length; from += 400_000) {
    const piece = photo.slice(from, from + 400_000)
    await phone.piece(digest, piece, from, photo.length)
    // The answer was lost: what has arrived is asked for, and the same piece is sent again from inside what was there.
    const { offset } = await phone.offset(digest)
    assert.equal(offset, from + piece.length)
    await phone.piece(digest, photo.slice(from + 1000, from + piece.length), from + 1000, photo.length)
  }
  const last = await phone.piece(digest, photo.slice(-1), photo.length - 1, photo.length)
  const { body: key } = await phone.send('GET', '/api/files/receipt-key')
  assert.ok(isReceiptFor(last.body.receipt, photo, key.publicKey), 'the receipt is for these bytes')
  assert.ok(!isReceiptFor(last.body.receipt, jpegOf(1_500_000), key.publicKey), 'and for no others')
  const shot = facts(digest, task.centre)
  const others = await Promise.all([0, 180, 270].map((azimuth) => photographed(phone, task.centre, azimuth)))
  const acts = [
    phone.act('task.claim', task.id),
    phone.act(
      'patch.save',
      task.id,
      { patchId: randomUUID(), geometry: rectangle(task.box, [0.1, 0.1, 0.4, 0.9]), DLBM: '0702' },
      0,
    ),
    phone.act('photo.add', task.id, { ...shot, signature: phone.signed(task.id, shot, photo.slice(2)) }),
    ...others.map((other) => phone.act('photo.add', task.id, other)),
    phone.act('form.save', task.id, { values: {} }, 0),
    phone.act('task.submit', task.id, { opinion: '现场为农村宅基地' }),
  ]
  const first = await send(phone, acts)
  assert.deepEqual(statuses(first), Array(8).fill('applied'), canonical(first.body))
  assert.deepEqual((await send(phone, acts)).body, first.body, 'the same answers, however often')
  assert.deepEqual((await send(phone, acts.toReversed())).body.answers, first.body.answers.toReversed())
  const { rows } = await site.database.query('select signed, code, doubts from field_photo where digest = $1', [digest])
  assert.deepEqual([rows[0]!.signed, rows[0]!.doubts], ['verified', []])
  const { body: later } = await phone.pull(feed.cursor)
  assert.equal(later.isWhole, false)
  assert.ok(!later.tasks.some(({ id, state }: { id: string; state: string }) => id === task.id && state !== 'done'))
})

test('Out of order, with holes and one by one: what waits is named, and done by itself when the hole is filled', async () => {
  const phone = site.phone(0)
  const { taskId } = site.tasks[1]!
  const acts = [
    phone.act('task.claim', taskId),
    ...[1, 2, 3, 4].map((n) => phone.act('form.save', taskId, { values: { floors: n } }, n - 1)),
  ]
  assert.deepEqual(await send(phone, [acts[4]!, acts[2]!]).then(statuses), ['held', 'held'])
  assert.deepEqual(await send(phone, [acts[1]!]).then(statuses), ['held'])
  assert.deepEqual(await send(phone, [acts[3]!, acts[0]!]).then(statuses), ['applied', 'applied'])
  const again = await send(phone, acts)
  assert.deepEqual(statuses(again), Array(5).fill('applied'), 'the three that waited too')
  const { body } = await phone.send('GET', `/api/fieldwork/task/view?taskId=${taskId}`)
  assert.deepEqual([body.form.revision, body.form.values.floors], [4, 4])
})

test('A photo named before its bytes are there waits for them, and the work that was handed in waits with it', async () => {
  const phone = site.phone(0)
  const { taskId } = site.tasks[2]!
  const { body: task } = await phone.send('GET', `/api/fieldwork/task/view?taskId=${taskId}`)
  const corners: number[][] = task.range[0][0]
  const centre = [0, 1].map((k) => (corners[0]![k]! + corners[2]![k]!) / 2)
  const there = await Promise.all([0, 90, 180].map((azimuth) => photographed(phone, centre, azimuth)))
  const photo = jpegOf(30_000)
  const photos = [...there, facts(sm3(photo), centre, { azimuth: 270 })]
  const patch = { patchId: randomUUID(), geometry: task.range, DLBM: '0702' }
  const acts = [
    phone.act('task.claim', taskId),
    phone.act('patch.save', taskId, patch, 0),
    ...photos.map((one) => phone.act('photo.add', taskId, one)),
    phone.act('task.submit', taskId),
  ]
  const { body } = await send(phone, acts)
  assert.deepEqual(body.answers.slice(5).map(({ status, waitsFor }) => [status, waitsFor]), Array(2).fill(['held', 'photo'])) // biome-ignore format: one row
  await phone.piece(sm3(photo), photo, 0, photo.length)
  const again = await send(phone, acts)
  assert.deepEqual(statuses(again), Array(7).fill('applied'), canonical(again.body.answers.at(-1)))
})

test('Bytes that are not what was named, a piece behind a hole, an address that is no digest: refused with where to go on', async () => {
  const phone = site.phone(0)
  const [photo, other] = [jpegOf(5000), jpegOf(5000)]
  const digest = sm3(photo)
  const forged = await phone.piece(digest, other, 0, other.length)
  assert.deepEqual([forged.status, forged.body.code], [422, 'files.put.digest-differs'])
  assert.deepEqual(await phone.offset(digest), { offset: 0, isStored: false }, 'nothing of it is kept')
  const gap = await phone.piece(digest, photo.slice(4000), 4000, photo.length)
  assert.deepEqual([gap.status, gap.body.code, gap.body.params.offset], [409, 'files.piece.gap', 0])
  const sha = createHash('sha256').update(photo).digest('hex')
  assert.equal(
    (await phone.piece(sha, photo, 0, photo.length)).body.code,
    'files.put.digest-differs',
    'the name is SM3',
  )
  assert.equal((await phone.piece('nothing', photo, 0, 1)).body.code, 'files.piece.no-digest')
})

test('Somebody else’s work, phone or identity: held or refused, and theirs is untouched', async () => {
  const [mine, theirs] = [site.phone(0), site.phone(1)]
  const { taskId } = site.tasks[3]!
  await mine.register()
  assert.deepEqual(await send(mine, [mine.act('task.claim', taskId), mine.act('form.save', taskId, { values: { floors: 1 } }, 0)]).then(statuses), ['applied', 'applied']) // biome-ignore format: one row
  const late = await send(theirs, [theirs.act('form.save', taskId, { values: { floors: 9 } }, 1)])
  assert.deepEqual(
    [late.body.answers[0]!.status, late.body.answers[0]!.problem!.code],
    ['held', 'cases.task.with-other'],
  )
  const asMine = await theirs.sync([], { deviceId: mine.deviceId })
  assert.deepEqual([asMine.status, asMine.body.code], [403, 'fieldwork.device.not-yours'])
  const other = await mine.register({ publicKey: theirs.publicKey })
  assert.deepEqual([other.status, other.body.code], [409, 'fieldwork.device.register.other-key'])
  const { body } = await mine.send('GET', `/api/fieldwork/task/view?taskId=${taskId}`)
  assert.equal(body.form.values.floors, 1)
})

test('A forged hash, a forged link, a used identifier: each set apart with why, and the true act still finds its place', async () => {
  const phone = site.phone(0)
  const { taskId } = site.tasks[4]!
  const claim = phone.act('task.claim', taskId)
  const save = phone.act('form.save', taskId, { values: { floors: 3 } }, 0)
  const [altered] = (await send(phone, [{ ...save, payload: { values: { floors: 30 } } }])).body.answers
  assert.deepEqual([altered!.status, altered!.problem!.code], ['quarantined', 'fieldwork.sync.hash-differs'])
  assert.deepEqual(await send(phone, [claim, save]).then(statuses), ['applied', 'applied'])
  const twin = { ...save, payload: { values: { floors: 31 } } }
  const [reused] = (await send(phone, [{ ...twin, hash: hashOf(twin) }])).body.answers
  assert.equal(reused!.problem!.code, 'fieldwork.sync.id-reused')
  const open = { ...phone.act('form.save', taskId, { values: { floors: 4 } }), previousHash: 'f'.repeat(64) }
  const [broken] = (await send(phone, [{ ...open, hash: hashOf(open) }])).body.answers
  assert.deepEqual([broken!.status, broken!.problem!.code], ['quarantined', 'fieldwork.sync.chain-broken'])
})

test('A photo signed with another key, for another task or with other facts is kept and shown as not signed', async () => {
  const phone = site.phone(0)
  await phone.register()
  const stranger = site.phone(1)
  const { taskId } = site.tasks[5]!
  const { body: task } = await phone.send('GET', `/api/fieldwork/task/view?taskId=${taskId}`)
  const signed = async (by: Outsider, of: string, more: object) => {
    const photo = jpegOf(2000)
    await phone.piece(sm3(photo), photo, 0, photo.length)
    const shot = facts(sm3(photo), task.range[0][0][0])
    const act = phone.act('photo.add', taskId, { ...shot, ...more, signature: by.signed(of, shot, photo.slice(2)) })
    assert.deepEqual(await send(phone, [act]).then(statuses), ['applied'])
    const { rows } = await site.database.query('select signed from field_photo where digest = $1', [sm3(photo)])
    return rows[0]!.signed
  }
  await send(phone, [phone.act('task.claim', taskId)])
  assert.equal(await signed(phone, taskId, {}), 'verified')
  assert.equal(await signed(stranger, taskId, {}), 'failed')
  assert.equal(await signed(phone, site.tasks[6]!.taskId, {}), 'failed')
  assert.equal(await signed(phone, taskId, { azimuth: 91 }), 'failed')
})

test('Protocols 1 to 4 are taken, 0 and 5 refused with the bounds; a revoked phone hands over what it has and is told to erase itself', async () => {
  const phone = site.phone(1)
  await phone.register()
  for (const protocol of [1, 2, 3, 4]) assert.equal((await phone.sync([], { protocol })).status, 200)
  for (const [protocol, code] of [[0, 'fieldwork.sync.too-old'], [5, 'fieldwork.sync.too-new']]) {
    const { status, body } = await phone.sync([phone.act('task.claim', site.tasks[7]!.taskId)], { protocol })
    assert.deepEqual([status, body.code, body.params.oldest, body.params.newest], [409, code, 1, 4])
  } // biome-ignore format: one row
  const revoked = site.phone(1)
  await revoked.register()
  const done = await site.desk.post('/api/fieldwork/device/revoke', { deviceId: revoked.deviceId, reason: '遗失' })
  assert.equal(done.status, 200, JSON.stringify(done.body))
  const last = await revoked.sync([revoked.act('task.claim', site.tasks[7]!.taskId)])
  assert.deepEqual([last.body.erase, last.body.answers[0].status, last.body.answers[0].problem.code], [true, 'held', 'fieldwork.device.revoked']) // biome-ignore format: one row
  assert.equal((await revoked.pull()).body.erase, true)
})
