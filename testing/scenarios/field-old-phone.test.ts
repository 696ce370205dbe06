import 'fake-indexeddb/auto'
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { copyOf } from '../../apps/field/store/copy-before.ts'
import { closeDatabase, DATABASE, fieldDatabase } from '../../apps/field/store/field-database.ts'
import { readRaw, rescueArchive } from '../../apps/field/store/rescue.ts'
import { sealOldRows } from '../../apps/field/store/seal-old-rows.ts'
import { unsentHere } from '../../apps/field/store/unsent.ts'
import { forgetKeys, holdKeys } from '../../apps/field/store/vault/open-keys.ts'
import { unwrapByPin, wrapByPin } from '../../apps/field/store/vault/pin.ts'
import { keysOf } from '../../modules/fieldwork/rules/sealing/keys.ts'

const [MA, YANG] = ['ma', 'yang']
const keys = (byte: number) => keysOf(new Uint8Array(32).fill(byte))

/** A database as version 1 of the page made and filled it (commit 25edbc5), with the work of two people. */
async function oldDatabase(version = 1): Promise<void> {
  const request = indexedDB.open(DATABASE, version)
  request.onupgradeneeded = () => {
    const database = request.result
    database.createObjectStore('devices', { keyPath: 'person' })
    database.createObjectStore('people', { keyPath: 'id' })
    database.createObjectStore('tasks', { keyPath: 'id' }).createIndex('person', 'person')
    const operations = database.createObjectStore('operations', { keyPath: ['device', 'operation.sequence'] })
    operations.createIndex('task', 'operation.taskId')
    operations.createIndex('state', ['device', 'state'])
    database.createObjectStore('photos', { keyPath: 'digest' }).createIndex('task', 'taskId')
    database.createObjectStore('patches', { keyPath: 'id' }).createIndex('task', 'taskId')
  }
  const database = await new Promise<IDBDatabase>((resolve) => {
    request.onsuccess = () => resolve(request.result)
  })
  const work = database.transaction(['devices', 'tasks', 'operations', 'photos', 'patches'], 'readwrite')
  for (const person of [MA, YANG]) {
    const [device, taskId] = [`phone-${person}`, `task-${person}`]
    work.objectStore('devices').put({ person, id: device, sequence: 1, hash: 'h' })
    work.objectStore('tasks').put({ id: taskId, person, title: `仓库 ${person}`, isListed: true, package: null })
    const operation = { id: `op-${person}`, sequence: 1, kind: 'photo.add', taskId, payload: { digest: person } }
    const state = 'waiting'
    work.objectStore('operations').put({ id: operation.id, device, operation, state, answer: null, madeAt: 1 })
    const bytes = Uint8Array.of(0xff, 0xd8, 1, 2, 3).buffer
    work
      .objectStore('photos')
      .put({ digest: person, taskId, bytes, size: 5, thumbnail: Uint8Array.of(9), takenAt: 'x' })
    work.objectStore('patches').put({ id: `patch-${person}`, taskId, DLBM: '0702', note: '厂房', revision: 1 })
  }
  await new Promise<void>((resolve) => {
    work.oncomplete = () => resolve()
  })
  database.close()
}

afterEach(async () => {
  await closeDatabase().catch(() => undefined)
  forgetKeys()
  for (const name of [DATABASE, copyOf(DATABASE)]) indexedDB.deleteDatabase(name)
})

// Function points: SH132 SH134
test('A phone with unsent work gets the new page: a copy is made first, nothing is lost, each one’s rows are sealed with their own key', async () => {
  await oldDatabase()
  holdKeys(MA, await keys(1))
  const database = await fieldDatabase()
  const copy = await readRaw(copyOf(DATABASE))
  assert.deepEqual([copy.operations!.length, copy.photos!.length, copy.photos![0]!.bytes], [2, 2, null])
  for (const person of [MA, YANG]) {
    await database.put('vaults', { person, byPin: null, tabKey: null })
    holdKeys(person, await keys(person === MA ? 1 : 2))
    await sealOldRows(person)
  }
  assert.equal(await unsentHere(), 2, 'counted without opening any')
  const raw = JSON.stringify(await readRaw(), (_, value) => (value instanceof Uint8Array ? '…' : value))
  for (const word of ['仓库', '厂房', 'photo.add']) assert.ok(!raw.includes(word), word)
  for (const [person, byte] of [
    [MA, 1],
    [YANG, 2],
  ] as const) {
    holdKeys(person, await keys(byte))
    const tasks = await database.getAll('tasks')
    assert.deepEqual(
      tasks.map(({ title }) => title),
      [`仓库 ${person}`],
      'what another person has is not seen',
    )
    assert.deepEqual([...(await database.get('photos', person))!.thumbnail], [9])
    assert.equal((await database.getAll('patches'))[0]!.note, '厂房')
  }
})

test('The database is broken, or of a page newer than this one: it does not open, and the rescue archive is made all the same', async () => {
  await oldDatabase(99)
  await assert.rejects(fieldDatabase(), { code: 'field.store.newer' })
  await assert.rejects(fieldDatabase(), { code: 'field.store.newer' }, 'asked again, not remembered')
  const stores = await readRaw()
  const archive = new Uint8Array(await (await rescueArchive(stores)).arrayBuffer())
  const text = Buffer.from(archive).toString('latin1')
  for (const name of ['operations.json', 'devices.json', 'photos/ma.jpg']) assert.ok(text.includes(name), name)
})

test('A PIN opens what it has wrapped, another does not', async () => {
  const secret = new Uint8Array(32).fill(7)
  const wrapped = await wrapByPin(secret, '202611')
  assert.equal(wrapped.triesLeft, 5)
  assert.deepEqual(await unwrapByPin(wrapped, '202611'), secret)
  assert.equal(await unwrapByPin(wrapped, '202612'), undefined)
})
