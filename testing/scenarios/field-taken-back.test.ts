import 'fake-indexeddb/auto'
import assert from 'node:assert/strict'
import { afterEach, beforeEach, mock, test } from 'node:test'
import { closeDatabase, DATABASE, fieldDatabase, type KeptTask } from '../../apps/field/store/field-database.ts'
import { draftOfForm } from '../../apps/field/store/forms.ts'
import { keepDraft } from '../../apps/field/store/patches.ts'
import { pullTasks } from '../../apps/field/store/pull-tasks.ts'
import { keepThing, readThing } from '../../apps/field/store/things.ts'
import { forgetKeys, holdKeys } from '../../apps/field/store/vault/open-keys.ts'
import { keysOf } from '../../modules/fieldwork/rules/sealing/keys.ts'

const MA = 'ma'
const [TYPED, DRAWN, IDLE] = [1, 2, 3].map((n) => `0198a0b0-0000-7000-8000-00000000000${n}`) as [string, string, string]

beforeEach(async () => {
  holdKeys(MA, await keysOf(new Uint8Array(32).fill(1)))
  const database = await fieldDatabase()
  await database.put('devices', { person: MA, id: 'phone', sequence: 0, hash: '' })
  for (const id of [TYPED, DRAWN, IDLE])
    await database.put('tasks', {
      id,
      person: MA,
      isListed: true,
      mine: true,
      state: 'claimed',
      package: null,
    } as KeptTask)
})
afterEach(async () => {
  mock.restoreAll()
  await closeDatabase()
  forgetKeys()
  indexedDB.deleteDatabase(DATABASE)
})

// Function points: SH104 SH119
test('Tasks taken back while somebody writes: what was typed or drawn and not saved is still there, the rest goes', async () => {
  await keepThing(MA, draftOfForm(TYPED), { note: '写到一半' })
  await keepDraft({ id: IDLE.replace('3', '9'), taskId: DRAWN, DLBM: '0702', note: '', revision: 0, isDraft: true })
  const gone = { cursor: 'c', isWhole: false, more: false, tasks: [], gone: [TYPED, DRAWN, IDLE], answers: [] }
  mock.method(globalThis, 'fetch', async () => Response.json(gone))
  await pullTasks(MA)
  const database = await fieldDatabase()
  const listed = async (id: string) => (await database.get('tasks', id))?.isListed
  assert.deepEqual([await listed(TYPED), await listed(DRAWN), await listed(IDLE)], [false, false, undefined])
  assert.deepEqual(await readThing(MA, draftOfForm(TYPED)), { note: '写到一半' })
})
