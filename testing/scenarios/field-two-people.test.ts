import 'fake-indexeddb/auto'
import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { appendOperation } from '../../apps/field/store/append-operation.ts'
import { copyOf } from '../../apps/field/store/copy-before.ts'
import { eraseFor } from '../../apps/field/store/erase.ts'
import {
  closeDatabase,
  DATABASE,
  fieldDatabase,
  type KeptPatch,
  type KeptTask,
} from '../../apps/field/store/field-database.ts'
import { keepDraft } from '../../apps/field/store/patches.ts'
import { readRaw } from '../../apps/field/store/rescue.ts'
import { unsentHere } from '../../apps/field/store/unsent.ts'
import { forgetKeys, holdKeys } from '../../apps/field/store/vault/open-keys.ts'
import { keysOf } from '../../modules/fieldwork/rules/sealing/keys.ts'

const [MA, YANG] = ['ma', 'yang']
const [TASK, PATCH] = ['0198a0b0-0000-7000-8000-000000000001', '0198a0b0-0000-7000-8000-000000000002']
const keys = (byte: number) => keysOf(new Uint8Array(32).fill(byte))
const signIn = async (person: string) => holdKeys(person, await keys(person === MA ? 1 : 2))
const task = (person: string) =>
  ({ id: TASK, person, title: `仓库 ${person}`, isListed: true, package: null }) as KeptTask
const patch = (note: string): KeptPatch => ({ id: PATCH, taskId: TASK, DLBM: '0702', note, revision: 1, isDraft: true })
const open = async () => {
  const database = await fieldDatabase()
  return {
    titles: (await database.getAll('tasks')).map(({ title }) => title),
    title: (await database.get('tasks', TASK))?.title,
    notes: (await database.getAllFromIndex('patches', 'task', TASK)).map(({ note }) => note),
    note: (await database.get('patches', PATCH))?.note,
    operations: (await database.getAllFromIndex('operations', 'task', TASK)).length,
  }
}
const ofMa = { titles: ['仓库 ma'], title: '仓库 ma', notes: ['马的草稿'], note: '马的草稿', operations: 1 }

/** Ma drafts without a network; Yang signs in on the same phone, has the same task, and drafts too. */
async function bothDraft(): Promise<void> {
  for (const [person, note] of [
    [MA, '马的草稿'],
    [YANG, '杨的草稿'],
  ] as const) {
    // biome-ignore format: one row
    await signIn(person)
    const database = await fieldDatabase()
    await database.put('tasks', task(person))
    if (person === YANG) assert.deepEqual(await open(), { titles: ['仓库 yang'], title: '仓库 yang', notes: [], note: undefined, operations: 0 }) // biome-ignore format: one row
    await keepDraft(patch(note))
    await appendOperation(person, { kind: 'form.save', taskId: TASK, baseRevision: 0, payload: { values: { note } } })
  }
}

afterEach(async () => {
  await closeDatabase().catch(() => undefined)
  forgetKeys()
  for (const name of [DATABASE, copyOf(DATABASE)]) indexedDB.deleteDatabase(name)
})

// Function points: SH104 SH132
test('Two people on one phone draft the same patch of the same task: neither reads or loses what the other has not sent', async () => {
  await bothDraft()
  await signIn(MA)
  assert.deepEqual(await open(), ofMa)
  await (await fieldDatabase()).delete('tasks', TASK)
  await signIn(YANG)
  const ofYang = { titles: ['仓库 yang'], title: '仓库 yang', notes: ['杨的草稿'], note: '杨的草稿', operations: 1 }
  assert.deepEqual(await open(), ofYang, 'what Ma does with his row is no matter of hers')
  assert.equal(await unsentHere(), 2)
})

test('Rows of the version before lie under their owner’s key afterwards, sealed as they were', async () => {
  await signIn(MA)
  await (await fieldDatabase()).put('tasks', task(MA))
  await keepDraft(patch('马的草稿'))
  await asVersion2()
  await signIn(YANG)
  assert.deepEqual((await open()).titles, [])
  await (await fieldDatabase()).put('tasks', task(YANG))
  await signIn(MA)
  assert.deepEqual(await open(), { ...ofMa, operations: 0 })
})

test('Yang’s right to the phone is revoked: her rows go, Ma’s unsent work stays; without anybody else’s all goes', async () => {
  await bothDraft()
  assert.equal(await eraseFor(YANG), 'own')
  await signIn(MA)
  assert.deepEqual(await open(), ofMa)
  const raw = await readRaw()
  assert.equal(raw.operations!.length, 1)
  assert.deepEqual(raw.devices!.map(({ person }) => person), [MA]) // biome-ignore format: one row
  assert.equal(await eraseFor(MA), 'all')
  assert.deepEqual(await readRaw(), {})
  // What was on its way writes nothing any more.
  void fieldDatabase().then((database) => database.put('devices', { person: MA, id: 'x', sequence: 0, hash: '' }))
  await new Promise((resolve) => setTimeout(resolve, 100))
  assert.deepEqual(await readRaw(), {})
})

/** Puts the rows back under their bare ids, as version 2 had them. */
async function asVersion2(): Promise<void> {
  const rows = await readRaw()
  await closeDatabase()
  await new Promise((resolve) => (indexedDB.deleteDatabase(DATABASE).onsuccess = resolve))
  const request = indexedDB.open(DATABASE, 2)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('tasks', { keyPath: 'id' }).createIndex('person', 'person')
    request.result.createObjectStore('patches', { keyPath: 'id' }).createIndex('task', 'taskId')
  }
  const database = await new Promise<IDBDatabase>((resolve) => (request.onsuccess = () => resolve(request.result)))
  const work = database.transaction(['tasks', 'patches'], 'readwrite')
  for (const store of ['tasks', 'patches'])
    for (const row of rows[store]!) work.objectStore(store).put({ ...row, id: String(row.id).split('|')[0] })
  await new Promise((resolve) => (work.oncomplete = resolve))
  database.close()
}
